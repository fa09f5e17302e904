import { z } from 'zod';
import type { Json } from '../lib/json.js';
import {
  EVENT_TYPES,
  PROGRESS_SOURCES,
  PROVIDERS,
  RESULT_PHASES,
  SAFETY_CATEGORIES,
  SAFETY_CHECKERS,
  TASK_ERROR_CODES,
  TASK_STATUSES,
  type TaskInputs,
} from './task.js';
import type { Storyboard, TaskState } from './video-task.js';
import { WARNING_CODES } from './user-error.js';

/** The JSON columns, parsed on the way out: a row may have been written by an older version. */

export const storedJson: z.ZodType<Json> = z.json();

export const storedShots = z.array(
  z.object({ startSeconds: z.number(), endSeconds: z.number(), description: z.string() }),
);

export const storedWarnings = z.array(
  z.object({ code: z.enum(WARNING_CODES), message: z.string(), path: z.array(z.string()) }),
);

/** What a later version may tell of, and this one does not know, is told to nobody. */
export const storedEventTypes = z
  .array(z.string())
  .transform((names) => EVENT_TYPES.filter((type) => names.includes(type)));

const assetId = z.string().nullable().default(null);

export const storedInputs: z.ZodType<TaskInputs> = z.object({
  firstFrame: assetId,
  lastFrame: assetId,
  continueFrom: assetId,
  referenceImages: z.array(z.string()).default([]),
  referenceVideos: z.array(z.string()).default([]),
  editVideo: assetId,
  audio: assetId,
});

export const storedError = z.object({
  code: z.enum(TASK_ERROR_CODES),
  message: z.string(),
  retryable: z.boolean(),
  billed: z.boolean().nullable(),
  provider: z.enum(PROVIDERS).nullable(),
  providerCode: z.string().nullable(),
});

export const storedVerdict = z.object({
  sensitive: z.boolean(),
  checkedBy: z.enum(SAFETY_CHECKERS),
  category: z.enum(SAFETY_CATEGORIES).nullable(),
  score: z.number().nullable(),
  framesChecked: z.number().nullable(),
});

export const storedCost = z.object({ usd: z.number(), estimated: z.boolean() });

export const storedStoryboard: z.ZodType<Storyboard> = z.object({
  assetId: z.string(),
  columns: z.int().positive(),
  rows: z.int().positive(),
  count: z.int().positive(),
  tileWidth: z.int().positive(),
  tileHeight: z.int().positive(),
  intervalSeconds: z.number().positive(),
});

const storedDate = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();

/** A task's state as an event keeps it. */
export const storedState: z.ZodType<TaskState> = z.object({
  status: z.enum(TASK_STATUSES),
  progress: z.number(),
  progressSource: z.enum(PROGRESS_SOURCES),
  etaSeconds: z.number().nullable(),
  startedAt: storedDate,
  finishedAt: storedDate,
  expiresAt: storedDate,
  error: storedError.nullable(),
  results: z.array(
    z.object({
      id: z.string(),
      index: z.number(),
      status: z.enum(TASK_STATUSES),
      phase: z.enum(RESULT_PHASES),
      progress: z.number(),
      progressSource: z.enum(PROGRESS_SOURCES),
      etaSeconds: z.number().nullable(),
      seed: z.number(),
      provider: z.enum(PROVIDERS),
      providerTaskId: z.string().nullable(),
      actualPrompt: z.string().nullable(),
      videoAssetId: z.string().nullable(),
      originalAssetId: assetId,
      posterAssetId: z.string().nullable(),
      previewAssetId: assetId,
      storyboard: storedStoryboard.nullable().default(null),
      cost: storedCost.nullable().default(null),
      sensitive: z.boolean().nullable().default(null),
      safetyVerdict: storedVerdict.nullable().default(null),
      uploadedTo: z.string().nullable().default(null),
      uploadError: storedError.nullable().default(null),
      error: storedError.nullable(),
    }),
  ),
});
