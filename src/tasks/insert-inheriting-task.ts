import type { PrismaClient } from '../database/generated/client.js';
import { announceStored, type Announcer } from './announcer.js';
import { inheritOutputs, type Inheritance } from './inherit-outputs.js';
import { insertTasks } from './insert-tasks.js';
import type { NewTask } from './new-task.js';
import { admitHere, overLimit, type OverLimit } from './store-task.js';
import type { VideoTask } from './video-task.js';

/**
 * Stores a task of which some results take over videos instead of being started, all in one transaction, announces it, and
 * wakes the poller. Null when another task of the caller has its idempotency key or its taskUUID.
 * @param inheritances by index of the result.
 */
export async function insertInheritingTask(
  prisma: PrismaClient,
  announcer: Announcer,
  task: NewTask,
  inheritances: ReadonlyMap<number, Inheritance>,
): Promise<VideoTask | OverLimit | null> {
  const stored = await prisma.$transaction(async (transaction) => {
    const { refused } = await admitHere(transaction, task.facts.callerId, [task]);
    const refusal = overLimit(refused, task.facts.id);
    if (refusal !== null) return refusal;
    const inserted = (await insertTasks(transaction, task.facts.callerId, [task], 'admitted')).get(task.facts.id);
    return inserted === undefined ? null : inheritOutputs(transaction, inserted, inheritances);
  });
  if (stored === null || 'kind' in stored) return stored;
  announceStored(announcer, [stored]);
  return stored;
}
