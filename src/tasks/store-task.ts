import type { PrismaClient } from '../database/generated/client.js';
import { isRefusedValue } from '../database/is-refused-value.js';
import { batchWhileBusy } from '../lib/batch-while-busy.js';
import { admitTasks, type Admission } from './admit-tasks.js';
import { announceStored, type Announcer } from './announcer.js';
import { hasLimits, readLimits, readUse } from './caller-limits.js';
import { STORED_AT_ONCE, type InsertTask } from './insert-task.js';
import { insertTasks } from './insert-tasks.js';
import type { NewTask } from './new-task.js';
import { readTakenNames } from './task-names.js';
import type { UserError } from './user-error.js';
import type { VideoTask } from './video-task.js';
import type { Transaction } from './write-steps.js';

/** Why a task is not stored: its caller's limits. */
export type OverLimit = { kind: 'over-limit'; error: UserError };

/** As `InsertTask`, within what the caller may do. */
export type StoreTask = (task: NewTask) => Promise<VideoTask | OverLimit | null>;

type Context = { prisma: PrismaClient; announcer: Announcer; insertTask: InsertTask };

/**
 * Callers without limits take the short way, which stores nothing for the others. For those, use is counted and tasks
 * are stored in one transaction that holds the caller's row: whatever comes at the same moment, here or at another node,
 * is counted one after the other.
 */
export function createStoreTask({ prisma, announcer, insertTask }: Context): StoreTask {
  const storeAdmitted = batchWhileBusy<NewTask, VideoTask | OverLimit | null>({
    limit: STORED_AT_ONCE,
    handle: async (callerId, tasks) => {
      const { stored, refused } = await prisma.$transaction(async (transaction) => {
        const admission = await admitHere(transaction, callerId, tasks);
        return { ...admission, stored: await insertTasks(transaction, callerId, admission.admitted, 'admitted') };
      });
      announceStored(announcer, [...stored.values()]);
      return ({ facts: { id } }) => overLimit(refused, id) ?? stored.get(id) ?? null;
    },
    isOfOneItem: isRefusedValue,
  });
  return async (task) => (await insertTask(task)) ?? storeAdmitted(task.facts.callerId, task);
}

/** What the limits of a caller allow of these tasks, counted while nobody else can create any for it. */
export async function admitHere(
  transaction: Transaction,
  callerId: string,
  tasks: readonly NewTask[],
): Promise<Admission> {
  await transaction.$queryRaw`SELECT FROM callers WHERE id = ${callerId} FOR UPDATE`;
  const limits = await readLimits(transaction, callerId);
  if (!hasLimits(limits)) return { admitted: [...tasks], refused: new Map() };
  const names = tasks.map(({ idempotencyKey, facts: { taskUuid } }) => ({ idempotencyKey, taskUuid }));
  const taken = await readTakenNames(transaction, callerId, names);
  return admitTasks(limits, await readUse(transaction, callerId), tasks, taken);
}

/** Why a task is over its caller's limits; null when it is not. */
export function overLimit(refused: Admission['refused'], taskId: string): OverLimit | null {
  const error = refused.get(taskId);
  return error === undefined ? null : { kind: 'over-limit', error };
}
