import type { PrismaClient } from '../database/generated/client.js';
import { readTasks } from './read-tasks.js';
import { selectPage, type PageRequest } from './select-page.js';
import type { TaskFilter } from './task-filter.js';
import { toTask } from './task-row.js';
import type { VideoTask } from './video-task.js';

export type TaskPage = {
  tasks: VideoTask[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Where the caller's feed stood before the page was read: whoever subscribes from here misses nothing. */
  feedPosition: number;
};

/**
 * Ids carry their time of creation, so that the id alone is the order: a task that is created while somebody pages
 * through the list stands before all pages already read, and moves none of them.
 */
export async function listTasks(
  prisma: PrismaClient,
  callerId: string,
  filter: TaskFilter,
  page: PageRequest,
): Promise<TaskPage> {
  const caller = await prisma.caller.findUniqueOrThrow({ where: { id: callerId }, select: { feedPosition: true } });
  const rows = await readTasks(prisma, selectPage(callerId, filter, { ...page, count: page.count + 1 }));
  const more = rows.length > page.count;
  const shown = rows.slice(0, page.count).map((row) => toTask(row, row.results));
  const forward = page.direction === 'forward';
  return {
    tasks: forward ? shown : shown.reverse(),
    hasNextPage: forward ? more : page.from !== null,
    hasPreviousPage: forward ? page.from !== null : more,
    feedPosition: caller.feedPosition,
  };
}
