import { z } from 'zod';
import { Prisma, type PrismaClient } from '../database/generated/client.js';
import type { DueDelivery } from './due-delivery.js';

/** How far a walk has come: behind which caller, and for callers with many lines, behind which line. */
export type LineWalk = { behindCaller: string; behindLine: Map<string, string> };

/** One step of a walk: so many callers, and so many lines of each, with the first few deliveries of every line. */
const CALLERS = 128;
const LINES = 16;
const HEADS = 4;

const visit = z.object({ callerId: z.string(), receiver: z.string().nullable(), nth: z.number().nullable() });
const head = z.object({ id: z.string(), dueAt: z.date() });
const found = visit.extend({ id: z.string().nullable(), dueAt: z.date().nullable() });
type Found = z.infer<typeof found>;

export function startLineWalk(): LineWalk {
  return { behindCaller: '', behindLine: new Map() };
}

/** Whether there are callers that it has not come to since it began its round. */
export function isUnderWay({ behindCaller }: LineWalk): boolean {
  return behindCaller !== '';
}

/**
 * Goes on along the lines of the receivers, over the index that has them in order, and tells what is due at their heads.
 * Every caller has its turn, whatever the others have waiting: a walk goes round all callers in so many steps as there are
 * callers, and a caller with very many receivers makes only its own lap longer.
 */
export async function walkLines(prisma: PrismaClient, walk: LineWalk): Promise<DueDelivery[]> {
  const rows = found.array().parse(await prisma.$queryRaw(headsOfLines(walk)));
  goOn(walk, rows);
  return rows.flatMap(({ callerId, receiver, ...row }) => {
    const parsed = head.safeParse(row);
    return receiver === null || !parsed.success ? [] : [{ callerId, receiver, ...parsed.data }];
  });
}

function goOn(walk: LineWalk, rows: readonly Found[]): void {
  const visited = [...new Set(rows.map(({ callerId }) => callerId))];
  for (const { callerId, receiver, nth } of rows) {
    if (nth === LINES && receiver !== null) walk.behindLine.set(callerId, receiver);
    else if (nth === null || nth === 1) walk.behindLine.delete(callerId);
  }
  walk.behindCaller = visited.length < CALLERS ? '' : (visited.at(-1) ?? '');
}

/** The statement of a step. Callers without lines, and lines without anything due, have one row each. */
export function headsOfLines({ behindCaller, behindLine }: LineWalk): Prisma.Sql {
  return Prisma.sql`
    WITH caller AS MATERIALIZED (
      SELECT id FROM callers WHERE id > ${behindCaller} ORDER BY id LIMIT ${CALLERS}::int
    )
    SELECT caller.id AS "callerId", visited.line AS receiver, visited.nth, head.id, head.due_at AS "dueAt"
    FROM caller
    LEFT JOIN unnest(${[...behindLine.keys()]}::text[], ${[...behindLine.values()]}::text[]) AS mark (caller_id, line)
      ON mark.caller_id = caller.id
    LEFT JOIN LATERAL (
      WITH RECURSIVE walk AS (
        SELECT (
          SELECT min(line) FROM webhook_deliveries WHERE caller_id = caller.id AND line > COALESCE(mark.line, '')
        ) AS line, 1 AS nth
        UNION ALL
        SELECT (SELECT min(line) FROM webhook_deliveries WHERE caller_id = caller.id AND line > walk.line), nth + 1
        FROM walk WHERE walk.line IS NOT NULL AND nth < ${LINES}::int
      )
      SELECT line, nth FROM walk WHERE line IS NOT NULL
    ) AS visited ON TRUE
    LEFT JOIN LATERAL (
      SELECT id, due_at FROM webhook_deliveries
      WHERE caller_id = caller.id AND line = visited.line AND due_at <= now()
      ORDER BY due_at LIMIT ${HEADS}::int
    ) AS head ON TRUE
    ORDER BY caller.id, visited.nth, head.due_at`;
}
