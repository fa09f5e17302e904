import { z } from 'zod';
import type { TaskInput } from '../tasks/task-input.js';
import type { Shot } from '../tasks/task.js';
import { CHECKS, FORMATS, PROVIDER_NAMES, QUALITIES, RATIOS, TAKES } from './choices.js';

const text = z.string().optional();
const texts = z.array(z.string()).default([]);
const number = z.number().optional();
const given = z.boolean().default(false);

function choice<Value extends string>(choices: Readonly<Record<string, Value>>) {
  const names = Object.keys(choices);
  return z
    .enum(names)
    .transform((name) => choices[name])
    .optional();
}

export const shotsSchema = z.array(
  z.strictObject({ startSeconds: z.number(), endSeconds: z.number(), description: z.string() }),
);

/** The flags of `reelay render` as commander hands them over. */
export const renderFlagsSchema = z.object({
  output: text,
  force: given,
  json: given,
  quiet: given,
  dataDir: text,
  negativePrompt: text,
  shots: text,
  shot: shotsSchema.optional(),
  shotType: choice(TAKES),
  quality: choice(QUALITIES),
  ratio: choice(RATIOS),
  width: number,
  height: number,
  duration: number,
  seed: number,
  results: number,
  promptExtend: given,
  firstFrame: text,
  lastFrame: text,
  continueFrom: text,
  referenceImage: texts,
  referenceVideo: texts,
  editVideo: text,
  /** False for --no-audio. */
  audio: z.union([z.string(), z.literal(false)]).optional(),
  format: choice(FORMATS),
  outputQuality: number,
  provider: choice(PROVIDER_NAMES),
  model: text,
  safety: choice(CHECKS),
  ttl: number,
  idempotencyKey: text,
  taskUuid: text,
});
export type RenderFlags = z.infer<typeof renderFlagsSchema>;

/** A task's input but for its media, which have to be brought in first. */
export function toTaskInput(prompt: string | null, flags: RenderFlags, shots: readonly Shot[] | null): TaskInput {
  return {
    prompt,
    shots,
    idempotencyKey: flags.idempotencyKey,
    taskUUID: flags.taskUuid,
    model: flags.model,
    provider: flags.provider,
    negativePrompt: flags.negativePrompt,
    quality: flags.quality,
    aspectRatio: flags.ratio,
    width: flags.width,
    height: flags.height,
    durationSeconds: flags.duration,
    seed: flags.seed,
    shotType: flags.shotType,
    promptExtend: flags.promptExtend,
    generateAudio: flags.audio !== false,
    numberResults: flags.results,
    safety: flags.safety,
    output: { format: flags.format, quality: flags.outputQuality, ttlSeconds: flags.ttl },
  };
}
