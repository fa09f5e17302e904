import { Prisma } from '../database/generated/client.js';
import { VIDEO_MODES, TASK_STATUSES } from './task.js';
import type { TaskFilter } from './task-filter.js';

/** A page of at most `count` tasks, newest first, behind or before a task's id. */
export type PageRequest = { count: number; direction: 'forward' | 'backward'; from: string | null };

/**
 * The condition, on `task`, of a page of a caller's tasks, with its order and limit.
 *
 * An index holds the tasks of each status and mode in the order of the list, and none those of several. So each has a page
 * of its own, and the page is made of these: its cost does not depend on how many other tasks there are.
 */
export function selectPage(callerId: string, filter: TaskFilter, page: PageRequest): Prisma.Sql {
  const order = page.direction === 'forward' ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const inOrder = Prisma.sql`ORDER BY task.id ${order} LIMIT ${page.count}`;
  const shared = Prisma.join(
    [Prisma.sql`task.caller_id = ${callerId}`, ...behind(page), ...conditions(filter)],
    ' AND ',
  );
  const { statuses, modes } = filter;
  if (statuses === undefined && modes === undefined) return Prisma.sql`${shared} ${inOrder}`;
  return Prisma.sql`task.id IN (
    SELECT page.id
    FROM unnest(${[...new Set(statuses ?? TASK_STATUSES)]}::"VideoTaskStatus"[]) AS status (value)
    CROSS JOIN unnest(${[...new Set(modes ?? VIDEO_MODES)]}::"VideoMode"[]) AS mode (value)
    CROSS JOIN LATERAL (
      SELECT task.id FROM video_tasks AS task
      WHERE task.status = status.value AND task.mode = mode.value AND ${shared} ${inOrder}
    ) AS page
  ) ${inOrder}`;
}

function behind({ direction, from }: PageRequest): Prisma.Sql[] {
  if (from === null) return [];
  return [direction === 'forward' ? Prisma.sql`task.id < ${from}` : Prisma.sql`task.id > ${from}`];
}

/** All but the statuses and modes. */
function conditions({ providers, createdAfter, createdBefore, promptContains }: TaskFilter): Prisma.Sql[] {
  const given: Prisma.Sql[] = [];
  if (providers !== undefined) {
    given.push(Prisma.sql`EXISTS (
      SELECT FROM video_results AS result WHERE result.task_id = task.id AND result.provider = ANY(${providers}::"Provider"[]))`);
  }
  if (createdAfter !== undefined) given.push(Prisma.sql`task.created_at >= ${createdAfter}::timestamptz`);
  if (createdBefore !== undefined) given.push(Prisma.sql`task.created_at < ${createdBefore}::timestamptz`);
  if (promptContains !== undefined) given.push(Prisma.sql`task.prompt ILIKE ${`%${literally(promptContains)}%`}`);
  return given;
}

/** In a pattern these three characters have a meaning of their own. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
