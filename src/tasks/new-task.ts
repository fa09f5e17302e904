import type { Cost, ProgressSource, ProviderName } from './task.js';
import type { ResultState, TaskFacts, TaskState } from './video-task.js';

/** A task that is ready to be stored. */
export type NewTask = {
  facts: Omit<TaskFacts, 'createdAt'>;
  idempotencyKey: string | null;
  inputHash: string;
  results: NewResult[];
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

/** How every task begins: queued, and nothing known. */
export function firstState(results: readonly NewResult[]): TaskState {
  return {
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
