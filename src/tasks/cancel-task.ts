import type { PrismaClient } from '../database/generated/client.js';
import type { VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { toTask } from './task-row.js';
import { isUnstorable } from './text-limits.js';
import { cancelTask as cancelSteps } from './transitions.js';
import type { UserError } from './user-error.js';
import type { VideoTask } from './video-task.js';
import { lockTask, resultColumns, writeSteps, type Transaction } from './write-steps.js';

/** `stillBilled` is null when a provider had accepted a result and cannot yet tell what it costs. */
export type CancelTaskOutcome =
  { kind: 'cancelled'; task: VideoTask; stillBilled: boolean | null } | { kind: 'refused'; userErrors: UserError[] };

type Context = { prisma: PrismaClient; announcer: Announcer; providers: readonly VideoProvider[] };

/**
 * Stops a task at once: its results are done before this returns, whatever steps are under way. Operations that a
 * provider still works on are stopped by the poller, from what this transaction stored.
 */
export async function cancelTask(context: Context, callerId: string, taskId: string): Promise<CancelTaskOutcome> {
  const written = isUnstorable(taskId)
    ? 'not-found'
    : await context.prisma.$transaction((transaction) => cancel(transaction, callerId, taskId));
  if (written === 'not-found') return refused('NOT_FOUND', 'You have no task with this id.');
  const { task, before, changed } = written;
  if (!changed) return refused('NOT_CANCELLABLE', `The task is already ${task.status}.`);
  context.announcer.taskChanged(task);
  context.announcer.workDue();
  return { kind: 'cancelled', task, stillBilled: stillBilled(context.providers, before) };
}

type Written = { task: VideoTask; before: VideoTask; changed: boolean };

async function cancel(transaction: Transaction, callerId: string, taskId: string): Promise<Written | 'not-found'> {
  const now = await lockTask(transaction, taskId);
  const row = await transaction.videoTask.findFirst({ where: { id: taskId, callerId }, include: { results: true } });
  if (now === null || row === null) return 'not-found';
  const before = toTask(row, row.results);
  const steps = cancelSteps(before, now);
  const state = steps?.at(-1)?.state;
  if (steps === null || state === undefined) return { task: before, before, changed: false };
  for (const { id, operation, phase } of row.results) {
    const after = state.results.find((result) => result.id === id);
    if (after === undefined || phase === 'DONE') continue;
    const stopping = operation !== null;
    const work = { lease: null, attempts: 0, stopping, dueAt: stopping ? now : null, finishedAt: now };
    await transaction.videoResult.update({ where: { id }, data: { ...resultColumns(after), ...work } });
  }
  return { task: await writeSteps(transaction, before, steps, now), before, changed: true };
}

function stillBilled(providers: readonly VideoProvider[], before: VideoTask): boolean | null {
  const accepted = before.results.filter((result) => result.phase !== 'QUEUED');
  const paid = accepted.some(
    ({ provider }) => providers.find(({ name }) => name === provider)?.capabilities.costsMoney ?? true,
  );
  return paid ? null : false;
}

function refused(code: UserError['code'], message: string): CancelTaskOutcome {
  return { kind: 'refused', userErrors: [{ code, message, path: ['input', 'id'] }] };
}
