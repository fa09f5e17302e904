import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { dueDelivery, type DueDelivery } from './due-delivery.js';
import { walkLines, type LineWalk } from './walk-lines.js';

/** How many of the oldest are looked at. When there are more, those in front may all wait for one receiver. */
const WINDOW = 500;

/**
 * What may be claimed now: the deliveries that have waited longest, and when there are very many, the first ones of every
 * receiver's line besides, some lines at a time. Nothing is locked, and the cost does not grow with what waits.
 */
export async function findDueDeliveries(prisma: PrismaClient, walk: LineWalk): Promise<DueDelivery[]> {
  const oldest = dueDelivery.array().parse(await prisma.$queryRaw(oldestDue()));
  if (oldest.length < WINDOW) {
    walk.behindCaller = '';
    return oldest;
  }
  const known = new Set(oldest.map(({ id }) => id));
  return [...oldest, ...(await walkLines(prisma, walk)).filter(({ id }) => !known.has(id))];
}

/** The statement that reads the oldest ones over the index of `due_at`. */
export function oldestDue(): Prisma.Sql {
  return Prisma.sql`
    SELECT id, caller_id AS "callerId", line AS receiver, due_at AS "dueAt" FROM webhook_deliveries
    WHERE due_at <= now() ORDER BY due_at LIMIT ${WINDOW}::int`;
}
