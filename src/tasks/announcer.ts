import type { VideoTask } from './video-task.js';

/** Told after a commit, never before; what it is told may be lost without harm. */
export interface Announcer {
  /** The task is new. */
  taskStored(task: VideoTask): void;
  /** The task has new events. */
  taskChanged(task: VideoTask): void;
  /** The task, which was finished, is gone. */
  taskDeleted(task: VideoTask): void;
  /** A result can be claimed now. */
  workDue(): void;
}

/** Tells of tasks that were just stored: they have events, and their results can be claimed. */
export function announceStored(announcer: Announcer, stored: readonly VideoTask[]): void {
  for (const task of stored) announcer.taskStored(task);
  if (stored.length > 0) announcer.workDue();
}
