import type { ProviderName, VideoMode, VideoTaskStatus } from './task.js';
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
