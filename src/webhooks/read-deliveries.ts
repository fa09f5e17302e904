import type { Prisma, PrismaClient } from '../database/generated/client.js';
import { isUnstorable } from '../tasks/text-limits.js';
import type { WebhookDelivery } from './delivery.js';
import { openWebhookUrl } from './webhook-address.js';

export type ReadRoom = { prisma: PrismaClient; sealing: Buffer };

/** A page of a caller's deliveries, newest first, behind a delivery's id. */
export type DeliveryPage = { deliveries: WebhookDelivery[]; hasNextPage: boolean };

/** Deliveries of one task that are told, and attempts of one delivery: the newest ones. */
const OF_TASK = 50;
const ATTEMPTS = 50;

/** Ids carry their time of creation, so that the id alone is the order, and no page moves that was already read. */
export async function listDeliveries(
  room: ReadRoom,
  callerId: string,
  { count, after }: { count: number; after: string | null },
): Promise<DeliveryPage> {
  const behind: Prisma.WebhookDeliveryWhereInput = after === null ? {} : { id: { lt: after } };
  const found = await read(room, { where: { AND: [{ callerId }, behind] }, take: count + 1 });
  return { deliveries: found.slice(0, count), hasNextPage: found.length > count };
}

/** The caller's delivery of this id; null when there is none. */
export async function findDelivery(room: ReadRoom, callerId: string, id: string): Promise<WebhookDelivery | null> {
  if (isUnstorable(id)) return null;
  const [found] = await read(room, { where: { callerId, id } });
  return found ?? null;
}

/** What became of the events of the caller's tasks, newest first; a task without deliveries is left out. */
export async function findTaskDeliveries(
  room: ReadRoom,
  callerId: string,
  taskIds: readonly string[],
): Promise<Map<string, WebhookDelivery[]>> {
  const rows = await room.prisma.$queryRaw<{ id: string }[]>`
    SELECT newest.id FROM unnest(${taskIds}::text[]) AS task (id)
    CROSS JOIN LATERAL (
      SELECT id FROM webhook_deliveries WHERE task_id = task.id AND caller_id = ${callerId}
      ORDER BY version DESC LIMIT ${OF_TASK}
    ) AS newest`;
  if (rows.length === 0) return new Map();
  const found = await read(room, { where: { id: { in: rows.map(({ id }) => id) } } });
  const byTask = new Map<string, WebhookDelivery[]>();
  for (const delivery of found) {
    const { taskId } = delivery;
    if (taskId !== null) byTask.set(taskId, [...(byTask.get(taskId) ?? []), delivery]);
  }
  return byTask;
}

async function read(
  { prisma, sealing }: ReadRoom,
  which: Pick<Prisma.WebhookDeliveryFindManyArgs, 'where' | 'take'>,
): Promise<WebhookDelivery[]> {
  const rows = await prisma.webhookDelivery.findMany({
    ...which,
    include: { webhook: { select: { url: true } }, log: { orderBy: { number: 'desc' }, take: ATTEMPTS } },
    orderBy: { id: 'desc' },
  });
  return rows.map(({ webhook, log, lease, dueAt, ...row }) => {
    const url = openWebhookUrl({ sealing }, row.callerId, webhook.url);
    return {
      id: row.id,
      taskId: row.taskId,
      type: row.type,
      url: url === null ? null : `${url.origin}${url.pathname}`,
      status: row.status,
      createdAt: row.createdAt,
      nextAttemptAt: lease === null ? dueAt : null,
      attempts: log.map(({ at, latencyMs, statusCode, error, responseExcerpt }) => {
        return { at, latencyMs, statusCode, error, responseExcerpt };
      }),
    };
  });
}
