import type { PrismaClient } from '../database/generated/client.js';
import type { Json } from '../lib/json.js';
import type { Announcer } from './announcer.js';
import { LEASE_MS } from './claims.js';
import { toTask } from './task-row.js';
import { changeResult, type ResultChange } from './transitions.js';
import type { VideoTask } from './video-task.js';
import { lockTask, resultColumns, toColumn, writeSteps, type Transaction } from './write-steps.js';

/**
 * When the result's next step may be claimed, counted from now. `keep-claim`: this claim goes on. `let-go`: the result is
 * done, and this claim still lets its operation go. `never`: nothing is left to do.
 */
type Next = { inMs: number } | 'keep-claim' | 'let-go' | 'never';

/** One outcome of a step, to be written by the claim that took the step. */
export type Outcome = {
  resultId: string;
  taskId: string;
  index: number;
  /** The claim's name: an outcome whose claim was taken over is refused. */
  lease: string;
  change: ResultChange;
  next: Next;
  operation?: Json;
  output?: Json;
  /** What the provider answered, redacted. */
  answer?: Json;
  /** Set when the result is claimed for its start, and again when it is accepted: when to give it up, counted from now. */
  deadlineInMs?: number;
  /** The worker that holds the operation in its own process, and for how long others keep off. */
  held?: { by: string; forMs: number };
};

/**
 * Writes one outcome, its events and its task's new state in one transaction, and announces it after the commit.
 * Returns the task, or null when the outcome was refused because someone else moved first.
 */
export async function applyOutcome(
  prisma: PrismaClient,
  announcer: Announcer,
  outcome: Outcome,
): Promise<VideoTask | null> {
  const task = await prisma.$transaction((transaction) => write(transaction, outcome));
  if (task === null) return null;
  announcer.taskChanged(task);
  if (typeof outcome.next === 'object' && outcome.next.inMs === 0) announcer.workDue();
  return task;
}

async function write(transaction: Transaction, outcome: Outcome): Promise<VideoTask | null> {
  const now = await lockTask(transaction, outcome.taskId);
  if (now === null) return null;
  const row = await transaction.videoTask.findUniqueOrThrow({
    where: { id: outcome.taskId },
    include: { results: true },
  });
  const task = toTask(row, row.results);
  const steps = changeResult(task, outcome.index, outcome.change, now);
  const state = steps?.at(-1)?.state.results.find((result) => result.index === outcome.index);
  if (steps === null || state === undefined) return null;
  const { count } = await transaction.videoResult.updateMany({
    where: { id: outcome.resultId, lease: outcome.lease },
    data: { ...resultColumns(state), ...workColumns(outcome, now) },
  });
  if (count === 0) return null;
  return writeSteps(transaction, task, steps, now);
}

function workColumns(outcome: Outcome, now: Date) {
  const { change, held, deadlineInMs } = outcome;
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  return {
    ...claimColumns(outcome.next, now, later),
    ...(change.kind === 'started' ? { startedAt: now } : {}),
    ...(change.kind === 'finished' ? { generatedAt: now, misses: 0 } : {}),
    // Nothing was sent: whoever claims it next may know that for certain.
    ...(change.kind === 'claimed' || change.kind === 'deferred' || change.kind === 'rerouted' ? { sentAt: null } : {}),
    ...(outcome.operation === undefined ? {} : { operation: toColumn(outcome.operation) }),
    ...(outcome.output === undefined ? {} : { output: toColumn(outcome.output) }),
    ...(outcome.answer === undefined ? {} : { answer: toColumn(outcome.answer) }),
    ...(deadlineInMs === undefined ? {} : { deadlineAt: later(deadlineInMs) }),
    ...(held === undefined ? {} : { heldBy: held.by, heldUntil: later(held.forMs) }),
  };
}

function claimColumns(next: Next, now: Date, later: (ms: number) => Date) {
  const done = { attempts: 0, finishedAt: now, heldBy: null, heldUntil: null };
  switch (next) {
    case 'keep-claim':
      return {};
    case 'let-go':
      return { ...done, stopping: true, dueAt: later(LEASE_MS) };
    case 'never':
      return { ...done, lease: null, dueAt: null };
    default:
      return { lease: null, attempts: 0, dueAt: later(next.inMs) };
  }
}

/**
 * Keeps the operation of a start that came back after its result was done for good, so that it can still be stopped.
 * Without this the provider would work on, and be paid, for a video that nobody can see. False when there is no such result.
 */
export async function keepLateOperation(
  prisma: PrismaClient,
  announcer: Announcer,
  resultId: string,
  { operation, providerTaskId }: { operation: Json; providerTaskId: string },
): Promise<boolean> {
  const kept = await prisma.$executeRaw`
    UPDATE video_results SET operation = ${JSON.stringify(operation)}::jsonb, provider_task_id = ${providerTaskId},
      started_at = COALESCE(started_at, now()), stopping = TRUE, due_at = now(), lease = NULL, attempts = 0
    WHERE id = ${resultId} AND phase = 'DONE' AND operation IS NULL`;
  if (kept > 0) announcer.workDue();
  return kept > 0;
}
