import { Prisma } from '../database/generated/client.js';
import type { TaskFilter } from './task-filter.js';

/** A page of at most `count` tasks, newest first, behind or before a task's id. */
export type PageRequest = { count: number; direction: 'forward' | 'backward'; from: string | null };

/**
 * The condition, on `task`, of a page of a caller's tasks, with its order and limit.
 *
 * An index holds the tasks of each status in the order of the list, and none those of several statuses. So each status has
 * a page of its own, and the page is made of these: its cost does not depend on how many other tasks there are.
 */
export function selectPage(callerId: string, filter: TaskFilter, page: PageRequest): Prisma.Sql {
  const order = page.direction === 'forward' ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const inOrder = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`ORDER BY ${id} ${order} LIMIT ${page.count}`;
  const shared = Prisma.join(
    [Prisma.sql`task.caller_id = ${callerId}`, ...behind(page), ...conditions(filter)],
    ' AND ',
  );
  if (filter.statuses === undefined) return Prisma.sql`${shared} ${inOrder(Prisma.sql`task.id`)}`;
  const pages = [...new Set(filter.statuses)].map(
    (status) => Prisma.sql`(
      SELECT task.id FROM video_tasks AS task WHERE ${shared} AND task.status = ${status}::"VideoTaskStatus"
      ${inOrder(Prisma.sql`task.id`)})`,
  );
  if (pages.length === 0) return Prisma.sql`FALSE`;
  return Prisma.sql`task.id IN (SELECT page.id FROM (${Prisma.join(pages, ' UNION ALL ')}) AS page) ${inOrder(Prisma.sql`task.id`)}`;
}

function behind({ direction, from }: PageRequest): Prisma.Sql[] {
  if (from === null) return [];
  return [direction === 'forward' ? Prisma.sql`task.id < ${from}` : Prisma.sql`task.id > ${from}`];
}

/** All but the statuses. */
function conditions({ modes, providers, createdAfter, createdBefore, promptContains }: TaskFilter): Prisma.Sql[] {
  const given: Prisma.Sql[] = [];
  if (modes !== undefined) given.push(Prisma.sql`task.mode = ANY(${modes}::"VideoMode"[])`);
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
