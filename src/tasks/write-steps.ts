import { Prisma } from '../database/generated/client.js';
import type { Json } from '../lib/json.js';
import type { Step } from './transitions.js';
import type { ResultState, TaskState, VideoTask } from './video-task.js';

export type Transaction = Prisma.TransactionClient;

/** JSON for a column that is always filled; dates become text. */
export function toJson(value: object | Json): Prisma.InputJsonValue {
  const plain: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}

/** JSON for a column that may be empty: null becomes SQL NULL. */
export function toColumn(value: object | Json | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : toJson(value);
}

/**
 * Locks a task for the rest of the transaction and tells the database's time: all times of a task are the database's,
 * so that no worker's clock can set them back. Null when there is no such task.
 */
export async function lockTask(transaction: Transaction, taskId: string): Promise<Date | null> {
  const rows = await transaction.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() AS now FROM video_tasks WHERE id = ${taskId} FOR UPDATE`;
  return rows[0]?.now ?? null;
}

/**
 * Stores the steps of one change: the task's new state, its events, and the caller's place in the feed, all in the
 * caller's transaction. The place is taken last, so that other tasks of the same caller wait only for the commit.
 */
export async function writeSteps(
  transaction: Transaction,
  task: VideoTask,
  steps: Step[],
  at: Date,
): Promise<VideoTask> {
  const last = steps.at(-1);
  if (last === undefined) return task;
  const version = task.version + steps.length;
  await transaction.videoTask.update({ where: { id: task.id }, data: { version, ...taskColumns(last.state) } });
  const position = await takePositions(transaction, task.callerId, steps.length);
  await transaction.videoTaskEvent.createMany({
    data: steps.map((step, offset) => ({
      taskId: task.id,
      version: task.version + offset + 1,
      callerId: task.callerId,
      position: position + offset + 1,
      type: step.type,
      at,
      resultIndex: step.resultIndex,
      state: toJson(step.state),
    })),
  });
  return { ...task, ...last.state, version };
}

/** Moves the caller's feed on; returns the position before the first of the new events. */
export async function takePositions(transaction: Transaction, callerId: string, count: number): Promise<number> {
  const { feedPosition } = await transaction.caller.update({
    where: { id: callerId },
    data: { feedPosition: { increment: count } },
    select: { feedPosition: true },
  });
  return feedPosition - count;
}

export function taskColumns(state: TaskState) {
  return {
    status: state.status,
    progress: state.progress,
    progressSource: state.progressSource,
    etaSeconds: state.etaSeconds,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    expiresAt: state.expiresAt,
    error: toColumn(state.error),
  };
}

export function resultColumns(result: ResultState) {
  return {
    status: result.status,
    phase: result.phase,
    progress: result.progress,
    progressSource: result.progressSource,
    etaSeconds: result.etaSeconds,
    providerTaskId: result.providerTaskId,
    actualPrompt: result.actualPrompt,
    videoAssetId: result.videoAssetId,
    posterAssetId: result.posterAssetId,
    error: toColumn(result.error),
  };
}
