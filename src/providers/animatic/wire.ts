import { z } from 'zod';
import {
  ASPECT_RATIOS,
  OUTPUT_FORMATS,
  SAFETY_MODES,
  SHOT_TYPES,
  TASK_ERROR_CODES,
  VIDEO_MODES,
  VIDEO_QUALITIES,
} from '../../tasks/task.js';
import type { VideoRequest } from '../provider.js';

const inputFileSchema = z.object({
  assetId: z.string(),
  mimeType: z.string(),
  sha256: z.string(),
  bytes: z.int().nonnegative(),
  path: z.string(),
  url: z.string().nullable(),
});

/** A request as it is stored inside an operation and sent to the render process. */
const videoRequestSchema: z.ZodType<VideoRequest> = z.object({
  startKey: z.uuid(),
  mode: z.enum(VIDEO_MODES),
  prompt: z.string(),
  negativePrompt: z.string().nullable(),
  shots: z.array(z.object({ startSeconds: z.number(), endSeconds: z.number(), description: z.string() })),
  shotType: z.enum(SHOT_TYPES).nullable(),
  quality: z.enum(VIDEO_QUALITIES),
  aspectRatio: z.enum(ASPECT_RATIOS),
  width: z.int().positive(),
  height: z.int().positive(),
  durationSeconds: z.int().positive(),
  seed: z.int().nonnegative(),
  promptExtend: z.boolean(),
  generateAudio: z.boolean(),
  outputFormat: z.enum(OUTPUT_FORMATS),
  outputQuality: z.int().min(1).max(100),
  safety: z.enum(SAFETY_MODES),
  inputs: z.object({
    firstFrame: inputFileSchema.nullable(),
    lastFrame: inputFileSchema.nullable(),
    continueFrom: inputFileSchema.nullable(),
    referenceImages: z.array(inputFileSchema),
    referenceVideos: z.array(inputFileSchema),
    editVideo: inputFileSchema.nullable(),
    audio: inputFileSchema.nullable(),
  }),
  callbackUrl: z.string().nullable(),
  requestId: z.string().nullable().default(null),
});

/** What `start` hands out: the whole request, so that any process can render it, and the prompt that is painted. */
export const operationSchema = z.object({ request: videoRequestSchema, actualPrompt: z.string() });
export type AnimaticOperation = z.infer<typeof operationSchema>;

/** To the render process: paint this request into this file. Sent once. */
export const renderOrderSchema = z.object({ request: videoRequestSchema, outputPath: z.string() });
export type RenderOrder = z.infer<typeof renderOrderSchema>;

/** From the render process. `percent` is 0-100; `done` says that the file is complete; `failed` is the last message. */
export const renderReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), percent: z.number().min(0).max(100) }),
  z.object({ kind: z.literal('done') }),
  z.object({ kind: z.literal('failed'), code: z.enum(TASK_ERROR_CODES), message: z.string() }),
]);
export type RenderReport = z.infer<typeof renderReportSchema>;

/** To a painting thread: paint the frames `first`, `first + step` … of this request. */
export const paintOrderSchema = z.object({
  request: videoRequestSchema,
  loudness: z.custom<Float32Array>((value) => value instanceof Float32Array).nullable(),
  first: z.int().nonnegative(),
  step: z.int().positive(),
});
export type PaintOrder = z.infer<typeof paintOrderSchema>;

/** To a painting thread: shared memory for its next picture as RGBX bytes. */
export const pictureSchema = z.instanceof(Uint8Array);

/** From a painting thread: the oldest memory that it was given holds its picture, or why it does not. */
export const paintReportSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('painted') }),
  z.object({ kind: z.literal('failed'), code: z.enum(TASK_ERROR_CODES), message: z.string() }),
]);
export type PaintReport = z.infer<typeof paintReportSchema>;
