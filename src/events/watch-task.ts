import type { PrismaClient } from '../database/generated/client.js';
import { findTask } from '../tasks/find-tasks.js';
import { isFinished } from '../tasks/video-task.js';
import { taskTopic, type Bus } from './bus.js';
import type { TaskEvent } from './event.js';
import { readTaskEvents } from './event-store.js';
import { openFeed } from './feed.js';

const READ_LIMIT = 50;

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
export async function watchTask(prisma: PrismaClient, bus: Bus, request: WatchTaskRequest): Promise<WatchTaskOutcome> {
  const { callerId, taskId, afterVersion, signal } = request;
  const task = await findTask(prisma, callerId, taskId);
  if (task === null) return { kind: 'not-found' };
  if (afterVersion !== null && afterVersion > task.version) return { kind: 'ahead', version: task.version };
  const snapshot: TaskEvent = { version: task.version, type: 'SNAPSHOT', at: new Date(), resultIndex: null, task };
  let first = afterVersion === null ? [snapshot] : [];
  let version = afterVersion ?? task.version;
  const nothingFollows = afterVersion === task.version && isFinished(task.status);

  async function read(): Promise<TaskEvent[] | null> {
    if (nothingFollows) return null;
    if (first.length > 0) {
      const items = first;
      first = [];
      return items;
    }
    const events = await readTaskEvents(prisma, callerId, taskId, version, READ_LIMIT);
    version = events?.at(-1)?.version ?? version;
    return events;
  }

  const isLast = (event: TaskEvent): boolean => isFinished(event.task.status);
  return { kind: 'watching', feed: openFeed(bus, { topic: taskTopic(taskId), read, isLast }, signal) };
}
