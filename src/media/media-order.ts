import { z } from 'zod';

/** What a media process is asked to do, once, as its only argument in JSON. Paths are absolute. */
export const mediaOrderSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probe'), path: z.string().min(1) }),
  z.object({ kind: z.literal('poster'), videoPath: z.string().min(1), outPath: z.string().min(1) }),
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

/** What a media process answers, once, over IPC. */
export const mediaAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('probed'), facts: factsSchema }),
  z.object({ kind: z.literal('rejected'), reason: z.string() }),
  z.object({ kind: z.literal('made'), width: z.int().positive(), height: z.int().positive() }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
]);
export type MediaAnswer = z.infer<typeof mediaAnswerSchema>;
