import { z } from 'zod';
import { storableText } from '../../lib/storable-text.js';

const text = storableText.nullish().catch(null);
const number = z.number().nullish().catch(null);
const codeSchema = z.union([storableText, z.number()]).nullish().catch(null);

/**
 * Why a request was refused or a task failed. `code` is a number where tasks are created and a string where they are
 * looked up; an older edition had numbers in both (docs.evolink.ai, get-task-detail).
 */
const errorSchema = z.looseObject({
  code: codeSchema,
  message: text,
  type: text,
  param: text,
  fallback_suggestion: text,
});
export type EvolinkError = z.infer<typeof errorSchema>;

/** The id of a task: it is stored, and becomes a part of a path. */
const taskIdSchema = storableText.pipe(z.string().regex(/^[\w.:-]{1,200}$/));

/** A link that can be fetched. */
export const linkSchema = storableText.pipe(z.string().regex(/^https?:\/\/\S+$/i));

const link = linkSchema.nullish().catch(null);

/** Any answer with an error in it. */
export const refusalSchema = z.looseObject({ error: errorSchema });

/** A created task, and a callback about one (docs.evolink.ai, wan2.7-text-to-video). */
export const createdSchema = z.looseObject({
  id: taskIdSchema,
  task_info: z.looseObject({ estimated_time: number }).nullish().catch(null),
});

/**
 * A task that was looked up (docs.evolink.ai, get-task-detail). The video is in `results`; other answers of EvoLink carry
 * it in `result_data` (npm @evolinkai/evolink-media) or `output` (Evolink-AI/seedance-2-family-video-gen-skill).
 */
export const taskSchema = z.looseObject({
  id: text,
  status: storableText,
  progress: number,
  error: errorSchema.nullish().catch(null),
  results: z.array(z.unknown()).nullish().catch(null),
  result_data: z
    .array(z.looseObject({ video_url: text }))
    .nullish()
    .catch(null),
  output: z.looseObject({ video_url: text }).nullish().catch(null),
  task_info: z.looseObject({ estimated_time: number }).nullish().catch(null),
});
export type EvolinkTask = z.infer<typeof taskSchema>;

/** What the Files API answers (docs.evolink.ai, file-series/upload-stream). `code` is 200 or one of its own. */
export const uploadSchema = z.looseObject({
  success: z.boolean().nullish().catch(null),
  code: codeSchema,
  msg: text,
  data: z.looseObject({ file_url: link, fileUrl: link }).nullish().catch(null),
});

/** The credits of the account (docs.evolink.ai, get-credits). */
export const creditsSchema = z.looseObject({ success: z.boolean(), message: text });

/** What is stored of a started task. `estimatedSeconds` is EvoLink's own guess from start to file. */
export const operationSchema = z.object({ taskId: taskIdSchema, estimatedSeconds: z.number().nullable() });
export type EvolinkOperation = z.infer<typeof operationSchema>;
