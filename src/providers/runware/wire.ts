import { z } from 'zod';
import type { Json } from '../../lib/json.js';
import { redactAnswer } from '../redact-answer.js';
import { storableText } from '../../lib/storable-text.js';

/** What is stored of a start: Runware lets the client name its tasks, so this is our start key. */
export const operationSchema = z.object({ taskUUID: z.uuid() });

/** One element of the array that a request is. */
export type RunwareTask = { taskType: string; taskUUID: string } & Readonly<Record<string, Json>>;

const text = storableText.nullish().catch(null);
const code = z
  .union([storableText, z.number().transform(String)])
  .nullish()
  .catch(null);
const number = z.number().nullish().catch(null);
const list = z.array(z.unknown()).nullish().catch(null);

const rowSchema = z.looseObject({
  taskType: text,
  taskUUID: text,
  status: text,
  /** Of `videoInference`. The `cost` is in US dollars, with `includeCost` only. */
  videoURL: text,
  NSFWContent: z.boolean().nullish().catch(null),
  cost: number,
  /** 0-100, only for tasks that report it. */
  progress: number,
  /** Of `mediaStorage`. */
  mediaUUID: text,
  /** Of `getTaskDetails`: what was asked, and what was answered. */
  request: list,
  response: z.looseObject({ data: list, errors: list }).nullish().catch(null),
});
/** One item of `data`, about one task. */
export type RunwareRow = z.infer<typeof rowSchema>;

const failureSchema = z.looseObject({
  taskType: text,
  taskUUID: text,
  status: text,
  code,
  message: text,
  cost: number,
});

/** One item of `errors`, or an item of `data` whose status is "error". */
export type RunwareFailure = {
  taskUUID: string | null;
  taskType: string | null;
  /** Runware's own word, as it came. */
  code: string | null;
  message: string | null;
  cost: number | null;
  /** Whether Runware says that the task itself ended so, which an error about the request does not. */
  endsTask: boolean;
  /** As it came. */
  raw: unknown;
};

/** An answer in one shape. `data` is null where the answer has none. */
export type RunwareAnswer = { data: RunwareRow[] | null; failures: RunwareFailure[] };

const envelopeSchema = z.looseObject({
  data: z.unknown().optional(),
  errors: z.unknown().optional(),
  error: z.unknown().optional(),
  errorMessage: text,
  taskUUID: text,
});

/**
 * Reads any answer of Runware: `data` and `errors` together (runware.ai/docs/platform/task-polling), `data` as one object
 * (the documentation of imageUpload), items of `data` that failed, and the three older forms of `error` that its
 * clients still read (github Runware/runware-typescript src/errors.ts, npm @runware/sdk-js).
 */
export function readAnswer(body: unknown): RunwareAnswer {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return { data: null, failures: [] };
  const { data, errors, error, errorMessage, taskUUID } = envelope.data;
  const rows = data == null ? null : toList(data).flatMap(readRow);
  const failed = rows?.filter(isFailed) ?? [];
  return {
    data: rows?.filter((row) => !isFailed(row)) ?? null,
    failures: [
      ...toList(errors).flatMap((item) => readFailure(item, {})),
      ...toList(error === true ? { message: errorMessage } : error).flatMap((item) => readFailure(item, { taskUUID })),
      ...failed.flatMap((row) => readFailure(row['error'] ?? row, row, true)),
    ],
  };
}

function readRow(item: unknown): RunwareRow[] {
  const parsed = rowSchema.safeParse(item);
  return parsed.success ? [parsed.data] : [];
}

function readFailure(item: unknown, around: { [name: string]: unknown }, endsTask = false): RunwareFailure[] {
  const parsed = failureSchema.safeParse(typeof item === 'string' ? { message: item } : item);
  if (!parsed.success) return [];
  const outer = failureSchema.parse(around);
  const { taskUUID, taskType, cost, status, message } = parsed.data;
  return [
    {
      taskUUID: taskUUID ?? outer.taskUUID ?? null,
      taskType: taskType ?? outer.taskType ?? null,
      code: parsed.data.code ?? null,
      message: message ?? null,
      cost: cost ?? outer.cost ?? null,
      endsTask: endsTask || isStatus(status, FAILED),
      raw: endsTask ? around : item,
    },
  ];
}

const FAILED = ['error', 'failed'];

function isFailed(row: RunwareRow): boolean {
  return isStatus(row.status, FAILED);
}

function isStatus(status: string | null | undefined, words: readonly string[]): boolean {
  return words.includes(status?.trim().toLowerCase() ?? '');
}

/** Whether a row says that its task is done. One without a status is, when it names a file. */
export function isSuccess(row: RunwareRow): boolean {
  return isStatus(row.status, ['success', 'succeeded', 'completed']) || (row.status == null && Boolean(row.videoURL));
}

function toList(value: unknown): unknown[] {
  if (value == null || value === false) return [];
  return Array.isArray(value) ? value : [value];
}

/** Whether two task ids are the same. */
export function isSameTask(one: string | null | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

/** What an answer says of one task, to be kept for support: an array's answer also speaks of other callers' tasks. */
export function answerAbout(rows: readonly RunwareRow[], failures: readonly RunwareFailure[]): Json {
  const data = rows.length > 0 ? { data: rows } : {};
  const errors = failures.length > 0 ? { errors: failures.map(({ raw }) => raw) } : {};
  return redactAnswer({ ...data, ...errors });
}
