import type { Prisma, PrismaClient } from '../database/generated/client.js';
import type { ProviderName, VideoMode, VideoTaskStatus } from './task.js';
import { toTask } from './task-row.js';
import type { VideoTask } from './video-task.js';

/** Which tasks are meant; a missing part means "any". */
export type TaskFilter = {
  statuses?: VideoTaskStatus[];
  modes?: VideoMode[];
  providers?: ProviderName[];
  createdAfter?: Date;
  createdBefore?: Date;
  /** Part of the prompt, without regard to case. */
  promptContains?: string;
};

/** A page of at most `count` tasks, newest first, behind or before a task's id. */
export type PageRequest = { count: number; direction: 'forward' | 'backward'; from: string | null };

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
  const forward = page.direction === 'forward';
  const behind: Prisma.VideoTaskWhereInput =
    page.from === null ? {} : { id: forward ? { lt: page.from } : { gt: page.from } };
  const rows = await prisma.videoTask.findMany({
    where: { AND: [{ callerId }, behind, whereFilter(filter)] },
    include: { results: true },
    orderBy: { id: forward ? 'desc' : 'asc' },
    take: page.count + 1,
  });
  const more = rows.length > page.count;
  const shown = rows.slice(0, page.count).map((row) => toTask(row, row.results));
  return {
    tasks: forward ? shown : shown.reverse(),
    hasNextPage: forward ? more : page.from !== null,
    hasPreviousPage: forward ? page.from !== null : more,
    feedPosition: caller.feedPosition,
  };
}

function whereFilter(filter: TaskFilter): Prisma.VideoTaskWhereInput {
  const createdAt = {
    ...(filter.createdAfter === undefined ? {} : { gte: filter.createdAfter }),
    ...(filter.createdBefore === undefined ? {} : { lt: filter.createdBefore }),
  };
  return {
    createdAt,
    ...(filter.statuses === undefined ? {} : { status: { in: filter.statuses } }),
    ...(filter.modes === undefined ? {} : { mode: { in: filter.modes } }),
    ...(filter.providers === undefined ? {} : { results: { some: { provider: { in: filter.providers } } } }),
    ...(filter.promptContains === undefined
      ? {}
      : { prompt: { contains: literally(filter.promptContains), mode: 'insensitive' } }),
  };
}

/** Prisma hands the text to ILIKE as it is, where these three characters would be patterns. */
function literally(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** The same filter on a task at hand, for feeds. */
export function matchesFilter(task: VideoTask, filter: TaskFilter): boolean {
  const { statuses, modes, providers, createdAfter, createdBefore, promptContains } = filter;
  return (
    (statuses === undefined || statuses.includes(task.status)) &&
    (modes === undefined || modes.includes(task.mode)) &&
    (providers === undefined || task.results.some((result) => providers.includes(result.provider))) &&
    (createdAfter === undefined || task.createdAt >= createdAfter) &&
    (createdBefore === undefined || task.createdAt < createdBefore) &&
    (promptContains === undefined || task.prompt.toLowerCase().includes(promptContains.toLowerCase()))
  );
}
