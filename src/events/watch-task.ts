import type { PrismaClient } from '../database/generated/client.js';
import type { ShareCalls } from '../lib/share-calls.js';
import { findTask } from '../tasks/find-tasks.js';
import { isFinished } from '../tasks/video-task.js';
import { taskTopic, type Bus } from './bus.js';
import type { TaskEvent } from './event.js';
import { readTaskEvents } from './event-store.js';
import { openFeed } from './feed.js';

const READ_LIMIT = 50;

export type WatchTaskContext = {
  prisma: PrismaClient;
  bus: Bus;
  /** Watchers that come at the same time get the same snapshot. */
  shareSnapshots: ShareCalls<TaskEvent | null>;
  /** Watchers that stand at the same version are served by one read of the store, and get the same events. */
  shareReads: ShareCalls<TaskEvent[] | null>;
};

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
  { prisma, bus, shareSnapshots, shareReads }: WatchTaskContext,
  request: WatchTaskRequest,
): Promise<WatchTaskOutcome> {
  const { callerId, taskId, afterVersion, signal } = request;
  const snapshot = await shareSnapshots(`${callerId}/${taskId}`, () => takeSnapshot(prisma, callerId, taskId));
  if (snapshot === null) return { kind: 'not-found' };
  const { task } = snapshot;
  if (afterVersion !== null && afterVersion > task.version) return { kind: 'ahead', version: task.version };
  let first = afterVersion === null ? [snapshot] : [];
  let version = afterVersion ?? task.version;
  const nothingFollows = afterVersion === task.version && isFinished(task.status);

  async function readNext(): Promise<TaskEvent[] | null> {
    if (nothingFollows) return null;
    if (first.length > 0) {
      const items = first;
      first = [];
      return items;
    }
    const after = version;
    const read = (): Promise<TaskEvent[] | null> => readTaskEvents(prisma, callerId, taskId, after, READ_LIMIT);
    const events = await shareReads(`${callerId}/${taskId}/${after}`, read);
    version = events?.at(-1)?.version ?? version;
    // A feed takes its items out of the array, and others share the answer.
    return events === null ? null : [...events];
  }

  const isLast = (event: TaskEvent): boolean => isFinished(event.task.status);
  return { kind: 'watching', feed: openFeed(bus, { topic: taskTopic(taskId), read: readNext, isLast }, signal) };
}

async function takeSnapshot(prisma: PrismaClient, callerId: string, taskId: string): Promise<TaskEvent | null> {
  const task = await findTask(prisma, callerId, taskId);
  return task === null ? null : { version: task.version, type: 'SNAPSHOT', at: new Date(), resultIndex: null, task };
}
