import type * as Prisma from '../database/generated/models.js';
import {
  storedCost,
  storedError,
  storedEventTypes,
  storedInputs,
  storedShots,
  storedStoryboard,
  storedVerdict,
  storedWarnings,
} from './stored.js';
import type { ResultState, TaskFacts, TaskState, VideoTask } from './video-task.js';

type TaskRow = Prisma.VideoTaskModel;
/** The part of a result's row that its callers may see. */
export type ResultFields = Pick<Prisma.VideoResultModel, keyof ResultState>;

/** Rows of the database as the core's own types. */

export function toTask(row: TaskRow, results: ResultFields[]): VideoTask {
  // Spreading objects of this size takes forty times as long, and more than all the rest of a look-up.
  return Object.assign(toFacts(row), toState(row, results), { version: row.version });
}

export function toFacts(row: TaskRow): TaskFacts {
  return {
    id: row.id,
    callerId: row.callerId,
    taskUuid: row.taskUuid,
    model: row.model,
    mode: row.mode,
    prompt: row.prompt,
    negativePrompt: row.negativePrompt,
    shots: storedShots.parse(row.shots),
    quality: row.quality,
    aspectRatio: row.aspectRatio,
    width: row.width,
    height: row.height,
    durationSeconds: row.durationSeconds,
    shotType: row.shotType,
    promptExtend: row.promptExtend,
    generateAudio: row.generateAudio,
    outputFormat: row.outputFormat,
    outputQuality: row.outputQuality,
    ttlSeconds: row.ttlSeconds,
    safety: row.safety,
    uploadUrl: row.uploadUrl,
    webhookId: row.webhookId,
    webhookEvents: storedEventTypes.parse(row.webhookEvents),
    providerPinned: row.providerPinned,
    inputSeconds: row.inputSeconds,
    inputs: storedInputs.parse(row.inputs),
    warnings: storedWarnings.parse(row.warnings),
    createdAt: row.createdAt,
    retriedFromId: row.retriedFromId,
    requestId: row.requestId,
    traceparent: row.traceparent,
  };
}

function toState(row: TaskRow, results: ResultFields[]): TaskState {
  return {
    status: row.status,
    progress: row.progress,
    progressSource: row.progressSource,
    etaSeconds: row.etaSeconds,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    expiresAt: row.expiresAt,
    error: row.error === null ? null : storedError.parse(row.error),
    results: results.map(toResultState).sort((one, other) => one.index - other.index),
  };
}

function toResultState(row: ResultFields): ResultState {
  return {
    id: row.id,
    index: row.index,
    status: row.status,
    phase: row.phase,
    progress: row.progress,
    progressSource: row.progressSource,
    etaSeconds: row.etaSeconds,
    seed: row.seed,
    provider: row.provider,
    providerTaskId: row.providerTaskId,
    actualPrompt: row.actualPrompt,
    videoAssetId: row.videoAssetId,
    originalAssetId: row.originalAssetId,
    posterAssetId: row.posterAssetId,
    previewAssetId: row.previewAssetId,
    storyboard: row.storyboard === null ? null : storedStoryboard.parse(row.storyboard),
    cost: row.cost === null ? null : storedCost.parse(row.cost),
    sensitive: row.sensitive,
    safetyVerdict: row.safetyVerdict === null ? null : storedVerdict.parse(row.safetyVerdict),
    uploadedTo: row.uploadedTo,
    uploadError: row.uploadError === null ? null : storedError.parse(row.uploadError),
    error: row.error === null ? null : storedError.parse(row.error),
  };
}
