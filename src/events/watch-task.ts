import { isFinished } from '../tasks/video-task.js';
import { taskTopic, type Bus } from './bus.js';
import type { TaskEvent } from './event.js';
import { openFeed, type FeedSource } from './feed.js';
import type { Reads } from './open-reads.js';
import type { Watched } from './watched.js';

export type WatchContext = { bus: Bus; reads: Reads; watched: Watched };

export type WatchTaskRequest = {
  callerId: string;
  taskId: string;
  /** The last version the watcher has seen; null asks for the state now. */
  afterVersion: number | null;
  signal: AbortSignal;
};

export type WatchTaskOutcome =
  | { kind: 'watching'; feed: AsyncIterableIterator<TaskEvent> }
  | { kind: 'not-found' }
  | { kind: 'ahead'; version: number };

/**
 * The feed of one task: first the state now (SNAPSHOT) or, with `afterVersion`, every stored event after it in order;
 * then live; it ends after the task's last event, or when the task is deleted.
 */
export async function watchTask(
  { bus, reads, watched }: WatchContext,
  { callerId, taskId, afterVersion, signal }: WatchTaskRequest,
): Promise<WatchTaskOutcome> {
  const snapshot = await reads.snapshot(callerId, taskId);
  if (snapshot === null) return { kind: 'not-found' };
  const { task } = snapshot;
  if (afterVersion !== null && afterVersion > task.version) return { kind: 'ahead', version: task.version };
  let first = afterVersion === null ? snapshot : null;
  let version = afterVersion ?? task.version;
  let lane: keyof Reads['task'] = 'live';
  const nothingFollows = afterVersion === task.version && isFinished(task.status);

  async function readNext(): ReturnType<FeedSource<TaskEvent>['read']> {
    if (nothingFollows) return null;
    if (first !== null) {
      const items = [first];
      first = null;
      // Something may have happened between the snapshot and now, when this began to listen.
      return { items, more: true };
    }
    const page = await reads.task[lane]({ callerId, taskId, afterVersion: version });
    if (page === null) return null;
    version = page.events.at(-1)?.version ?? version;
    lane = page.more ? 'behind' : 'live';
    return { items: page.events, more: page.more };
  }

  const listen = (listener: () => void): (() => void) => {
    const unsubscribe = bus.subscribe(taskTopic(taskId), (news) => {
      if (news > version) listener();
    });
    const leave = watched.enter(callerId, taskId);
    return () => {
      unsubscribe();
      leave();
    };
  };
  const isLast = (event: TaskEvent): boolean => isFinished(event.task.status);
  return { kind: 'watching', feed: openFeed({ listen, read: readNext, isLast }, signal) };
}
