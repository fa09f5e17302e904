import type { StoredEventType } from '../tasks/task.js';
import type { VideoTask } from '../tasks/video-task.js';

/** SNAPSHOT is never stored: it is the first message of a subscription. */
export type TaskEventType = 'SNAPSHOT' | StoredEventType;

/** A change of a task, with the task as it was right after it. */
export type TaskEvent = {
  /** The task's version after the change: 1, 2, 3 … without gaps. */
  version: number;
  type: TaskEventType;
  at: Date;
  /** The result that changed; null when the change is the whole task's. */
  resultIndex: number | null;
  task: VideoTask;
};

/** A task's event at its place among all events of its caller. */
export type CallerEvent = { position: number; event: TaskEvent };
