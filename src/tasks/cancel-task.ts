import type { PrismaClient } from '../database/generated/client.js';
import type { Json } from '../lib/json.js';
import type { VideoProvider } from '../providers/provider.js';
import type { Announcer } from './announcer.js';
import { toTask } from './task-row.js';
import { storedJson } from './stored.js';
import type { ProviderName, ResultPhase } from './task.js';
import { isUnstorable } from './text-limits.js';
import { cancelTask as cancelSteps } from './transitions.js';
import type { UserError } from './user-error.js';
import type { ResultState, VideoTask } from './video-task.js';
import { lockTask, resultColumns, writeSteps, type Transaction } from './write-steps.js';

/** `stillBilled` is null when a provider may have accepted a result and could not tell at once. */
export type CancelTaskOutcome =
  { kind: 'cancelled'; task: VideoTask; stillBilled: boolean | null } | { kind: 'refused'; userErrors: UserError[] };

/** The caller waits so long for providers to stop; after that the poller goes on. */
const STOP_TIMEOUT_MS = 5_000;

type Context = { prisma: PrismaClient; announcer: Announcer; providers: readonly VideoProvider[] };

/**
 * Stops a task at once: its results are done before this returns, whatever steps are under way. Providers are asked to
 * stop right away, so that the caller learns what is billed all the same; the poller asks again where this fails, and
 * keeps the videos of operations that run on, from what this transaction stored.
 */
export async function cancelTask(context: Context, callerId: string, taskId: string): Promise<CancelTaskOutcome> {
  const written = isUnstorable(taskId)
    ? 'not-found'
    : await context.prisma.$transaction((transaction) => cancel(transaction, callerId, taskId));
  if (written === 'not-found') return refused('NOT_FOUND', 'You have no task with this id.');
  const { task, changed, running } = written;
  if (!changed) return refused('NOT_CANCELLABLE', `The task is already ${task.status}.`);
  context.announcer.taskChanged(task);
  const answers = await stopAll(context.providers, running);
  const stopped = new Set(answers.flatMap(({ id, answer }) => (answer === 'stopped' ? [id] : [])));
  const freed = await priceStopped(context.prisma, task, stopped);
  context.announcer.workDue();
  return { kind: 'cancelled', task: freed, stillBilled: isStillBilled(answers) };
}

/** A result that its provider may be working on, as it was before the cancellation. */
type Running = { id: string; provider: ProviderName; phase: ResultPhase; operation: Json | null; wasSent: boolean };
type Written = { task: VideoTask; changed: boolean; running: Running[] };

async function cancel(transaction: Transaction, callerId: string, taskId: string): Promise<Written | 'not-found'> {
  const now = await lockTask(transaction, taskId);
  const row = await transaction.videoTask.findFirst({ where: { id: taskId, callerId }, include: { results: true } });
  if (now === null || row === null) return 'not-found';
  const before = toTask(row, row.results);
  const unsent = row.results.filter(({ operation, sentAt }) => operation === null && sentAt === null);
  const steps = cancelSteps(before, now, new Set(unsent.map(({ id }) => id)));
  const state = steps?.at(-1)?.state;
  if (steps === null || state === undefined) return { task: before, changed: false, running: [] };
  const running: Running[] = [];
  for (const { id, provider, operation, phase, sentAt } of row.results) {
    const after = state.results.find((result) => result.id === id);
    if (after === undefined || phase === 'DONE') continue;
    // Something may be on its way to the provider: whatever comes of it is looked for.
    const stopping = operation !== null || sentAt !== null;
    running.push({ id, provider, phase, operation: storedJson.nullable().parse(operation), wasSent: sentAt !== null });
    const work = { lease: null, attempts: 0, stopping, dueAt: stopping ? now : null, finishedAt: now };
    await transaction.videoResult.update({ where: { id }, data: { ...resultColumns(after), ...work } });
  }
  return { task: await writeSteps(transaction, before, steps, now), changed: true, running };
}

/** `stopped`: its provider has said so. Otherwise whether it is billed all the same; null when that cannot be said yet. */
type Answer = { id: string; answer: 'stopped' | boolean | null };

function stopAll(providers: readonly VideoProvider[], running: readonly Running[]): Promise<Answer[]> {
  const signal = AbortSignal.timeout(STOP_TIMEOUT_MS);
  return Promise.all(running.map(async (each) => ({ id: each.id, answer: await stopOne(providers, each, signal) })));
}

/** Whether any of these is billed all the same; null when that cannot be said yet. */
function isStillBilled(answers: readonly Answer[]): boolean | null {
  if (answers.some(({ answer }) => answer === true)) return true;
  return answers.some(({ answer }) => answer === null) ? null : false;
}

async function stopOne(
  providers: readonly VideoProvider[],
  { provider: name, phase, operation, wasSent }: Running,
  signal: AbortSignal,
): Promise<Answer['answer']> {
  const provider = providers.find((each) => each.name === name);
  if (phase === 'QUEUED' || provider?.capabilities.price === null) return false;
  if (operation === null) return wasSent ? null : false;
  if (phase === 'SECURING' || provider?.capabilities.cancels === 'never') return true;
  try {
    const outcome = await provider?.cancel(operation, signal);
    if (outcome === undefined || outcome.kind === 'unanswered') return null;
    return outcome.kind === 'stopped' ? 'stopped' : true;
  } catch {
    // The poller asks again, and logs what it meets.
    return null;
  }
}

/** What was stopped costs nothing: stored before the caller hears of it, so that the answer and the task agree. */
async function priceStopped(prisma: PrismaClient, task: VideoTask, ids: ReadonlySet<string>): Promise<VideoTask> {
  const isPriced = ({ id, cost }: ResultState): boolean => ids.has(id) && cost !== null;
  const priced = task.results.filter(isPriced).map(({ id }) => id);
  if (priced.length === 0) return task;
  const cost = { usd: 0, estimated: false };
  await prisma.videoResult.updateMany({ where: { id: { in: priced }, status: 'CANCELLED' }, data: { cost } });
  return { ...task, results: task.results.map((result) => (isPriced(result) ? { ...result, cost } : result)) };
}

function refused(code: UserError['code'], message: string): CancelTaskOutcome {
  return { kind: 'refused', userErrors: [{ code, message, path: ['input', 'id'] }] };
}
