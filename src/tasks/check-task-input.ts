import { z } from 'zod';
import { checkMediaInputs } from './check-media-inputs.js';
import { checkNumbers } from './check-numbers.js';
import { checkNegativePrompt, checkPrompt } from './check-prompt.js';
import { checkSize } from './check-size.js';
import { checkWebhook } from './check-webhook.js';
import { refuse, warn, type Findings } from './findings.js';
import { findModel, VIDEO_MODELS, type VideoModel } from './models.js';
import type { CheckedTask, TaskInput } from './task-input.js';
import { countCharacters, isUnstorable } from './text-limits.js';
import type { UserError } from './user-error.js';

/** An input that may become a task, or every mistake in it. */
export type CheckedInput = { kind: 'accepted'; task: CheckedTask } | { kind: 'refused'; userErrors: UserError[] };

const IDEMPOTENCY_KEY_MAX_CHARACTERS = 255;

/**
 * Checks an input against its model's limits and makes every option explicit. What media sources lead to is not looked
 * at, and neither is what a provider can do.
 */
export function checkTaskInput(input: TaskInput): CheckedInput {
  const findings: Findings = { userErrors: [], warnings: [] };
  checkKeys(findings, input);
  const model = checkModel(findings, input);
  const { mode, inputs } = checkMediaInputs(findings, input.inputs ?? {}, model);
  const size = checkSize(findings, input, model);
  const { durationSeconds, ...numbers } = checkNumbers(findings, input, model, mode);
  const prompt = checkPrompt(findings, input, model, mode, durationSeconds);
  const negativePrompt = checkNegativePrompt(findings, input, model);
  const webhook = checkWebhook(findings, input.webhook ?? null);
  const generateAudio = input.generateAudio ?? true;
  if (!generateAudio && inputs.audio !== null) {
    warn(findings, 'OPTION_IGNORED', ['generateAudio'], 'generateAudio has no effect, as inputs.audio is given.');
  }
  if (input.output?.uploadUrl != null && numbers.numberResults > 1) {
    const message = 'output.uploadUrl takes one video. Ask for one result, or make a task for each.';
    refuse(findings, 'UNSUPPORTED_COMBINATION', ['output', 'uploadUrl'], message);
  }
  if (findings.userErrors.length > 0 || durationSeconds === null) {
    return { kind: 'refused', userErrors: findings.userErrors };
  }
  const task: CheckedTask = {
    idempotencyKey: input.idempotencyKey ?? null,
    taskUUID: input.taskUUID?.toLowerCase() ?? null,
    model: model.name,
    provider: input.provider ?? null,
    mode,
    ...prompt,
    negativePrompt,
    ...size,
    exactSize: input.width != null,
    durationSeconds,
    ...numbers,
    promptExtend: input.promptExtend ?? false,
    generateAudio,
    outputFormat: input.output?.format ?? 'MP4',
    safety: input.safety ?? 'NONE',
    uploadUrl: input.output?.uploadUrl ?? null,
    webhook,
    inputs,
    warnings: findings.warnings,
  };
  return { kind: 'accepted', task };
}

function checkKeys(findings: Findings, { idempotencyKey, taskUUID }: TaskInput): void {
  if (idempotencyKey != null) {
    const characters = countCharacters(idempotencyKey);
    if (characters < 1 || characters > IDEMPOTENCY_KEY_MAX_CHARACTERS) {
      const message = `idempotencyKey must have 1 to ${IDEMPOTENCY_KEY_MAX_CHARACTERS} characters, not ${characters}.`;
      refuse(findings, 'OUT_OF_RANGE', ['idempotencyKey'], message);
    } else if (isUnstorable(idempotencyKey)) {
      const message = 'idempotencyKey must be Unicode text without NUL characters and halves of surrogate pairs.';
      refuse(findings, 'INVALID_FORMAT', ['idempotencyKey'], message);
    }
  }
  if (taskUUID != null && !z.uuidv4().safeParse(taskUUID).success) {
    const message = 'taskUUID must be a version 4 UUID such as 3d5b8f0a-6d0e-4c1b-9a57-0f6f2f4f7c11.';
    refuse(findings, 'INVALID_FORMAT', ['taskUUID'], message);
  }
}

/** The model asked for. The limits of the default model stand in for one that does not exist. */
function checkModel(findings: Findings, input: TaskInput): VideoModel {
  const [defaultModel] = VIDEO_MODELS;
  const model = findModel(input.model ?? defaultModel.name);
  if (model !== null) return model;
  const names = VIDEO_MODELS.map(({ name }) => name).join(', ');
  refuse(findings, 'NOT_FOUND', ['model'], `model must be one of: ${names}.`);
  return defaultModel;
}
