import type { VideoTask } from './video-task.js';

/** Told after a commit, never before; what it is told may be lost without harm. */
export interface Announcer {
  /** The task has new events. */
  taskChanged(task: VideoTask): void;
  /** A result can be claimed now. */
  workDue(): void;
}
