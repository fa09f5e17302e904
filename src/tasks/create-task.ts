import { randomInt, randomUUID } from 'node:crypto';
import type { Lookup } from '../lib/gather-lookups.js';
import { newId } from '../lib/new-id.js';
import type { Trail } from '../lib/trail.js';
import type { FindSetAsideReason, VideoProvider } from '../providers/provider.js';
import { checkTaskInput } from './check-task-input.js';
import { estimateCost } from './estimate-cost.js';
import type { Replay } from './find-replays.js';
import { hashTaskInput } from './hash-task-input.js';
import type { NewTask } from './new-task.js';
import { resolveInputs, type ResolveInput } from './resolve-inputs.js';
import { routeTask } from './route-task.js';
import type { StoreTask } from './store-task.js';
import type { CheckedTask, TaskInput } from './task-input.js';
import type { TaskInputs } from './task.js';
import type { UserError, Warning } from './user-error.js';
import type { VideoTask } from './video-task.js';

export type CreateTaskContext = {
  findReplay: Lookup<Replay>;
  storeTask: StoreTask;
  /** In the operator's order of preference. */
  providers: readonly VideoProvider[];
  reasonSetAside: FindSetAsideReason;
  resolveInput: ResolveInput;
  /** Judges where a video is to be put, and seals the address for its caller. */
  sealUploadUrl(callerId: string, url: string): SealedUrl;
  /** Judges an address that is to be told of events, and makes it a webhook of the caller's. */
  nameWebhook(callerId: string, url: string): Promise<NamedWebhook>;
};

/** A webhook that tasks may have, or a sentence that says what would be right. */
type NamedWebhook = { kind: 'named'; webhookId: string } | { kind: 'forbidden'; reason: string };

/** An address that may be stored, or a sentence that says what would be right. */
type SealedUrl = { kind: 'sealed'; sealed: string } | { kind: 'forbidden'; reason: string };

/** `replayed` tells that the task was there before, made by the same key and the same input. */
export type CreateTaskOutcome =
  { kind: 'created'; task: VideoTask; replayed: boolean } | { kind: 'refused'; userErrors: UserError[] };

/**
 * Checks an input, brings its media in, chooses a provider and stores the task. With any mistake nothing is stored.
 * The same idempotency key and input give the first task again, also when both come at the same moment.
 */
export async function createTask(
  context: CreateTaskContext,
  callerId: string,
  input: TaskInput,
  trail: Trail,
): Promise<CreateTaskOutcome> {
  const inputHash = hashTaskInput(input);
  const earlier = await replay(context, callerId, input, inputHash);
  if (earlier !== null) return earlier;
  const checked = checkTaskInput(input);
  if (checked.kind === 'refused') return checked;
  const route = routeTask(context.providers, context.reasonSetAside, checked.task);
  if (route.kind === 'refused') return route;
  const { uploadUrl, webhook } = checked.task;
  const address = uploadUrl === null ? null : context.sealUploadUrl(callerId, uploadUrl);
  if (address?.kind === 'forbidden') return forbidden(['output', 'uploadUrl'], address.reason);
  const named = webhook === null ? null : await context.nameWebhook(callerId, webhook.url);
  if (named?.kind === 'forbidden') return forbidden(['webhook', 'url'], named.reason);
  const resolved = await resolveInputs(context.resolveInput, callerId, checked.task.inputs);
  if (resolved.kind === 'refused') return resolved;
  const warnings = [...checked.task.warnings, ...audioWarnings(checked.task, resolved.audioSeconds), ...route.warnings];
  const task = newTask(
    callerId,
    { ...checked.task, ...trail, warnings, uploadUrl: address?.sealed ?? null },
    named?.webhookId ?? null,
    resolved,
    route.provider,
    inputHash,
  );
  const stored = await context.storeTask(task);
  if (stored !== null && 'kind' in stored) return { kind: 'refused', userErrors: [stored.error] };
  if (stored !== null) return { kind: 'created', task: stored, replayed: false };
  // Whichever rule stopped it, the first of equal requests may have come in between.
  return (await replay(context, callerId, input, inputHash)) ?? duplicateTaskUuid();
}

/** The outcome that the idempotency key already stands for; null when it stands for nothing yet. */
async function replay(
  { findReplay }: CreateTaskContext,
  callerId: string,
  { idempotencyKey }: TaskInput,
  inputHash: string,
): Promise<CreateTaskOutcome | null> {
  if (idempotencyKey == null) return null;
  const found = await findReplay(callerId, idempotencyKey);
  if (found === null) return null;
  if (found.inputHash === inputHash) return { kind: 'created', task: found.task, replayed: true };
  const message = `This idempotencyKey already stands for task ${found.task.id}, made from another input. Use a new key for a new task.`;
  return {
    kind: 'refused',
    userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', message, path: ['input', 'idempotencyKey'] }],
  };
}

function forbidden(field: readonly string[], message: string): CreateTaskOutcome {
  return { kind: 'refused', userErrors: [{ code: 'URL_FORBIDDEN', message, path: ['input', ...field] }] };
}

function duplicateTaskUuid(): CreateTaskOutcome {
  const message = 'Another of your tasks has this taskUUID. Use a new one for each task.';
  return { kind: 'refused', userErrors: [{ code: 'DUPLICATE_TASK_UUID', message, path: ['input', 'taskUUID'] }] };
}

function audioWarnings({ durationSeconds }: CheckedTask, audioSeconds: number | null): Warning[] {
  const path = ['input', 'inputs', 'audio'];
  if (audioSeconds === null || Math.abs(audioSeconds - durationSeconds) < 0.05) return [];
  const lengths = `The audio lasts ${audioSeconds.toFixed(1)} s and the video ${durationSeconds} s`;
  if (audioSeconds > durationSeconds) {
    return [{ code: 'AUDIO_LONGER_THAN_VIDEO', path, message: `${lengths}: the rest of the audio is not heard.` }];
  }
  return [{ code: 'AUDIO_SHORTER_THAN_VIDEO', path, message: `${lengths}: the end of the video is silent.` }];
}

function newTask(
  callerId: string,
  checked: CheckedTask & Trail,
  webhookId: string | null,
  resolved: { inputs: TaskInputs; videoSeconds: number },
  provider: VideoProvider,
  inputHash: string,
): NewTask {
  const {
    idempotencyKey,
    taskUUID,
    provider: pinned,
    seed,
    numberResults,
    webhook,
    inputs: _,
    exactSize: __,
    ...rest
  } = checked;
  const { capabilities } = provider;
  const { minSeed, maxSeed, reportsProgress, sizes } = capabilities;
  const [width, height] = sizes[checked.quality][checked.aspectRatio];
  const firstSeed = Math.max(minSeed, seed ?? randomInt(minSeed, maxSeed - numberResults + 2));
  const inputSeconds = resolved.videoSeconds;
  const cost = estimateCost(capabilities, { ...checked, inputSeconds });
  const results = Array.from({ length: numberResults }, (__unused, index) => ({
    id: newId('result'),
    index,
    seed: firstSeed + index,
    provider: provider.name,
    progressSource: reportsProgress ? ('REPORTED' as const) : ('ESTIMATED' as const),
    cost,
    startKey: randomUUID(),
  }));
  const picture = { width, height, inputs: resolved.inputs, inputSeconds, providerPinned: pinned !== null };
  const told = { webhookId, webhookEvents: webhook?.events ?? [] };
  const facts = { ...rest, ...picture, ...told, id: newId('task'), callerId, taskUuid: taskUUID, retriedFromId: null };
  return { facts, idempotencyKey, inputHash, results };
}
