import { Prisma, type PrismaClient } from '../database/generated/client.js';
import type { Announcer } from './announcer.js';
import { inheritOutputs, type Inheritance } from './inherit-outputs.js';
import type { Cost, ProgressSource, ProviderName } from './task.js';
import type { ResultState, TaskFacts, TaskState, VideoTask } from './video-task.js';
import { insertEvents, taskColumns, toColumn, type Transaction } from './write-steps.js';

/** A task that is ready to be stored. */
export type NewTask = {
  facts: Omit<TaskFacts, 'createdAt'>;
  idempotencyKey: string | null;
  inputHash: string;
  results: NewResult[];
  /** The videos that results take over instead of being started, by the index of the result. */
  inheritances?: ReadonlyMap<number, Inheritance>;
};

export type NewResult = {
  id: string;
  index: number;
  seed: number;
  provider: ProviderName;
  progressSource: ProgressSource;
  /** What it will cost, as far as the price list tells; null when the provider is free. */
  cost: Cost | null;
  startKey: string;
};

/** What stopped an insert: the name of the unique rule that another task of the caller already fills. */
export type InsertConflict = { conflict: 'idempotencyKey' | 'taskUuid' };

/**
 * Stores a task, its results (with seed and start key) and event 1 in one transaction, and wakes the poller.
 * Of two inserts with the same key at the same moment, one is stored and the other gets the conflict.
 */
export async function insertTask(
  prisma: PrismaClient,
  announcer: Announcer,
  task: NewTask,
): Promise<VideoTask | InsertConflict> {
  try {
    const stored = await prisma.$transaction((transaction) => insert(transaction, task));
    announcer.taskChanged(stored);
    announcer.workDue();
    return stored;
  } catch (error) {
    const conflict = conflictOf(error);
    if (conflict === null) throw error;
    return conflict;
  }
}

async function insert(transaction: Transaction, task: NewTask): Promise<VideoTask> {
  const { facts, results, idempotencyKey, inputHash, inheritances } = task;
  const now = await databaseTime(transaction);
  const state: TaskState = {
    status: 'PENDING',
    progress: 0,
    progressSource: results.some((result) => result.progressSource === 'ESTIMATED') ? 'ESTIMATED' : 'REPORTED',
    etaSeconds: null,
    startedAt: null,
    finishedAt: null,
    expiresAt: null,
    error: null,
    results: results.map(queued),
  };
  const stored: VideoTask = { ...facts, ...state, createdAt: now, version: 1 };
  const { shots, inputs, warnings, ...plain } = facts;
  await transaction.videoTask.create({
    data: {
      ...plain,
      ...taskColumns(state),
      shots,
      inputs,
      warnings,
      idempotencyKey,
      inputHash,
      createdAt: now,
      version: 1,
    },
  });
  await transaction.videoResult.createMany({
    data: results.map((result) => ({
      ...result,
      cost: toColumn(result.cost),
      taskId: facts.id,
      status: 'PENDING',
      phase: 'QUEUED',
      progress: 0,
      dueAt: now,
    })),
  });
  const step = { type: 'CREATED' as const, resultIndex: null, state };
  await insertEvents(transaction, facts.callerId, [{ taskId: facts.id, version: 1, step }], now);
  return inheritances === undefined ? stored : inheritOutputs(transaction, stored, inheritances, now);
}

async function databaseTime(transaction: Transaction): Promise<Date> {
  const rows = await transaction.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return rows[0]?.now ?? new Date();
}

function queued(result: NewResult): ResultState {
  return {
    id: result.id,
    index: result.index,
    status: 'PENDING',
    phase: 'QUEUED',
    progress: 0,
    progressSource: result.progressSource,
    etaSeconds: null,
    seed: result.seed,
    provider: result.provider,
    providerTaskId: null,
    actualPrompt: null,
    videoAssetId: null,
    originalAssetId: null,
    posterAssetId: null,
    previewAssetId: null,
    storyboard: null,
    cost: result.cost,
    sensitive: null,
    safetyVerdict: null,
    uploadedTo: null,
    uploadError: null,
    error: null,
  };
}

/** Driver adapters name a broken unique rule by its columns, or by its index. */
function conflictOf(error: unknown): InsertConflict | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') return null;
  const told = JSON.stringify(error.meta ?? {});
  if (told.includes('idempotency')) return { conflict: 'idempotencyKey' };
  return told.includes('task_uuid') || told.includes('taskUuid') ? { conflict: 'taskUuid' } : null;
}
