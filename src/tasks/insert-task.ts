import type { PrismaClient } from '../database/generated/client.js';
import { isRefusedValue } from '../database/is-refused-value.js';
import { batchWhileBusy } from '../lib/batch-while-busy.js';
import { announceStored, type Announcer } from './announcer.js';
import { insertTasks } from './insert-tasks.js';
import type { NewTask } from './new-task.js';
import type { VideoTask } from './video-task.js';

/** How many tasks one statement stores at most. */
export const STORED_AT_ONCE = 100;

/**
 * Stores a task, its results (with seed and start key) and event 1, all or nothing, announces it, and wakes the poller.
 * Null when another task of the caller has its idempotency key or its taskUUID: of two that come at the same moment, one
 * is stored. Null too when the caller has limits, as nothing is counted here.
 */
export type InsertTask = (task: NewTask) => Promise<VideoTask | null>;

/**
 * Tasks of one caller that come while others are being stored go together with the next statement. What costs is the
 * commit, and every commit holds the caller's place in the feed until it is durable.
 */
export function createInsertTask(prisma: PrismaClient, announcer: Announcer): InsertTask {
  const insertTogether = batchWhileBusy<NewTask, VideoTask | null>({
    limit: STORED_AT_ONCE,
    handle: async (callerId, tasks) => {
      const stored = await insertTasks(prisma, callerId, tasks, 'unlimited');
      announceStored(announcer, [...stored.values()]);
      return ({ facts }) => stored.get(facts.id) ?? null;
    },
    isOfOneItem: isRefusedValue,
  });
  return (task) => insertTogether(task.facts.callerId, task);
}
