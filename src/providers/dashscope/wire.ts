import { z } from 'zod';
import { storableText } from '../../lib/storable-text.js';

// Answers are read leniently: what is not used is kept, and a field of another type than the pages give is as good as
// absent. Only ids and statuses decide.
const text = storableText.nullish().catch(null);
const id = storableText.pipe(z.string().min(1));
const number = z.number().nullish().catch(null);

/** What `start` hands out: the id under which the service knows the task. It lives 24 hours. */
export const operationSchema = z.object({ taskId: z.string().min(1) });

/**
 * The answer to a start and to a query (alibabacloud.com/help/en/model-studio, text-to-video-api-reference). `usage` is
 * told at the end only; `SR` is a number on that page and a string in regional ones. The prompt is only known to be told
 * of tasks that succeeded.
 */
export const taskAnswerSchema = z.looseObject({
  output: z.looseObject({
    task_id: id,
    task_status: text,
    code: text,
    message: text,
    video_url: text,
    orig_prompt: text,
    actual_prompt: text,
  }),
  usage: z
    .looseObject({
      SR: z.union([z.number(), z.string()]).nullish().catch(null),
      duration: number,
      output_video_duration: number,
      ratio: text,
    })
    .nullish()
    .catch(null),
});
export type TaskAnswer = z.infer<typeof taskAnswerSchema>;

/** One row of the account's tasks; times are milliseconds since 1970 (…/model-studio/manage-asynchronous-tasks). */
const taskRowSchema = z.looseObject({
  task_id: id,
  model_name: text,
  gmt_create: number,
});
export type TaskRow = z.infer<typeof taskRowSchema>;

/** A page of the account's tasks of the last 24 hours. */
export const taskPageSchema = z.looseObject({ data: z.array(taskRowSchema), total_page: number });

/** What a file may be uploaded with (…/model-studio/get-temporary-file-url). Everything in it is a credential. */
const uploadPolicySchema = z.looseObject({
  policy: z.string(),
  signature: z.string(),
  upload_dir: z.string(),
  upload_host: z.url(),
  oss_access_key_id: z.string(),
  x_oss_object_acl: z.string(),
  x_oss_forbid_overwrite: z.union([z.string(), z.boolean()]).transform(String),
  max_file_size_mb: z.coerce.number().nullish().catch(null),
});
export type UploadPolicy = z.infer<typeof uploadPolicySchema>;

/** The page has the policy in `data`; the service's own Python client reads `output`. */
export const uploadPolicyAnswerSchema = z.union([
  z.looseObject({ data: uploadPolicySchema }).transform(({ data }) => data),
  z.looseObject({ output: uploadPolicySchema }).transform(({ output }) => output),
]);

const flatErrorSchema = z.looseObject({ code: text, message: text, type: text });
const nestedErrorSchema = flatErrorSchema.nullish().catch(null);

/** An error: flat, in the envelope of OpenAI's compatible mode, or, once a task failed, in its `output`. */
export const errorAnswerSchema = flatErrorSchema.extend({ error: nestedErrorSchema, output: nestedErrorSchema });
