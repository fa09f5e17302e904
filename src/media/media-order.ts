import { z } from 'zod';
import { SAFETY_CATEGORIES } from '../tasks/task.js';

/** What a media process is asked to do, once, as its only argument in JSON. Paths are absolute. */
export const mediaOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probe'), path: z.string().min(1) }),
  z.object({ kind: z.literal('poster'), videoPath: z.string().min(1), outPath: z.string().min(1) }),
  z.object({ kind: z.literal('judge'), videoPath: z.string().min(1), frames: z.enum(['FAST', 'FULL']) }),
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

/** What a media process answers, once, over IPC. */
export const mediaAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probed'), facts: factsSchema }),
  z.object({ kind: z.literal('rejected'), reason: z.string() }),
  z.object({ kind: z.literal('made'), width: z.int().positive(), height: z.int().positive() }),
  z.object({ kind: z.literal('judged'), framesChecked: z.int().positive(), worst: likelihoodSchema }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type MediaAnswer = z.infer<typeof mediaAnswerSchema>;
