import type { PrismaClient } from '../database/generated/client.js';
import type { Announcer } from './announcer.js';
import { inheritOutputs, type Inheritance } from './inherit-outputs.js';
import { insertTasks } from './insert-tasks.js';
import type { NewTask } from './new-task.js';
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
): Promise<VideoTask | null> {
  const stored = await prisma.$transaction(async (transaction) => {
    const inserted = (await insertTasks(transaction, task.facts.callerId, [task])).get(task.facts.id);
    return inserted === undefined ? null : inheritOutputs(transaction, inserted, inheritances);
  });
  if (stored === null) return null;
  announcer.taskChanged(stored);
  announcer.workDue();
  return stored;
}
