import { z } from 'zod';
import { OUTPUT_FORMATS, SAFETY_CATEGORIES } from '../tasks/task.js';

/** What a preview plays per second. */
export const PREVIEW_FRAME_RATE = 10;

const path = z.string().min(1);
const plan = z.object({
  kind: z.enum(['repack', 'recode']),
  format: z.enum(OUTPUT_FORMATS),
  bitrate: z.int().positive(),
});

/** What a media process is asked to do, once, as its only argument in JSON. Paths are absolute. */
export const mediaOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probe'), path, isOutput: z.boolean() }),
  z.object({
    kind: z.literal('pictures'),
    videoPath: path,
    posterPath: path,
    spritePath: path,
    previewPath: path,
  }),
  z.object({ kind: z.literal('convert'), inputPath: path, outputPath: path, plan }),
  z.object({ kind: z.literal('judge'), videoPath: path, frames: z.enum(['FAST', 'FULL']) }),
]);
export type MediaOrder = z.infer<typeof mediaOrderSchema>;

const factsSchema = z.object({
  kind: z.enum(['VIDEO', 'IMAGE', 'AUDIO']),
  mimeType: z.string(),
  bytes: z.int().nonnegative(),
  width: z.int().positive().nullable(),
  height: z.int().positive().nullable(),
  durationSeconds: z.number().nonnegative().nullable(),
  frameRate: z.number().nonnegative().nullable(),
  hasAudio: z.boolean().nullable(),
});

const likelihoodSchema = z.record(z.enum(SAFETY_CATEGORIES), z.number().min(0).max(1.001));

const pixels = z.int().positive();
const layoutSchema = z.object({
  columns: z.int().positive(),
  rows: z.int().positive(),
  count: z.int().positive(),
  tileWidth: pixels,
  tileHeight: pixels,
  intervalSeconds: z.number().positive(),
});

/** What a media process answers, once, over IPC. */
export const mediaAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probed'), facts: factsSchema }),
  z.object({ kind: z.literal('rejected'), reason: z.string() }),
  z.object({
    kind: z.literal('pictured'),
    poster: z.object({ width: pixels, height: pixels }),
    storyboard: layoutSchema.nullable(),
    problem: z.string().nullable(),
  }),
  z.object({ kind: z.literal('converted') }),
  z.object({ kind: z.literal('judged'), framesChecked: z.int().positive(), worst: likelihoodSchema }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type MediaAnswer = z.infer<typeof mediaAnswerSchema>;
