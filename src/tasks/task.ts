/**
 * The words of the core.
 *
 * - task: what a caller asked for. result: one of its 1-4 videos, each with its own seed; the unit of work.
 * - operation: the provider's own handle of one result. start key: a UUID minted once per result, before the first start.
 * - step: one unit of work on one result: start, check, secure (and stop, after a cancel).
 * - event: a stored change of a task, numbered by the task's version (1, 2, 3 … without gaps).
 *
 * The life of a result (`transitions.ts` holds the table):
 *
 *                claimed          started           finished           secured
 *      QUEUED ──────────▶ STARTING ──────▶ GENERATING ──────▶ SECURING ──────▶ DONE
 *         ▲                │     │            ▲                                  ▲
 *         └────────────────┘     │ start-lost │ started                          │
 *              deferred          └──▶ START_UNKNOWN                              │
 *                                                                                │
 *      QUEUED and STARTING go back to QUEUED at another provider (rerouted) when this one refused before any work.
 *
 *      A result whose video goes to an upload address stays in SECURING while that is tried (kept), and is done then
 *      (uploaded).
 *      QUEUED ── inherited ──▶ SECURING: an earlier task's result has paid for the video, and only fetching it failed.
 *
 *      any phase but DONE ── failed, cancelled ──────────────────────────────────┘
 *
 * A result is PENDING until its provider has accepted it, PROCESSING until it is DONE, then COMPLETED, FAILED or
 * CANCELLED for good. A task is PROCESSING from its first accepted result on. It ends with its last result: CANCELLED
 * when the caller stopped it (results completed before that stay), otherwise COMPLETED when at least one result
 * completed, otherwise FAILED.
 */

export const VIDEO_MODES = [
  'TEXT_TO_VIDEO',
  'IMAGE_TO_VIDEO',
  'FIRST_LAST_FRAME',
  'VIDEO_CONTINUATION',
  'REFERENCE_TO_VIDEO',
  'VIDEO_EDIT',
] as const;
export type VideoMode = (typeof VIDEO_MODES)[number];

export const TASK_STATUSES = ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export type VideoTaskStatus = (typeof TASK_STATUSES)[number];

export const RESULT_PHASES = ['QUEUED', 'STARTING', 'START_UNKNOWN', 'GENERATING', 'SECURING', 'DONE'] as const;
export type ResultPhase = (typeof RESULT_PHASES)[number];

/** The types of stored events, in the order in which one change may cause them. */
export const EVENT_TYPES = [
  'CREATED',
  'STARTED',
  'PROGRESSED',
  'RESULT_COMPLETED',
  'RESULT_FAILED',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const;
export type StoredEventType = (typeof EVENT_TYPES)[number];

/** The types of a task's last event. */
export const ENDINGS = ['COMPLETED', 'FAILED', 'CANCELLED'] as const;

export const PROGRESS_SOURCES = ['REPORTED', 'ESTIMATED'] as const;
export type ProgressSource = (typeof PROGRESS_SOURCES)[number];

export const VIDEO_QUALITIES = ['P720', 'P1080'] as const;
export type VideoQuality = (typeof VIDEO_QUALITIES)[number];

export const ASPECT_RATIOS = [
  'LANDSCAPE_16_9',
  'PORTRAIT_9_16',
  'SQUARE_1_1',
  'LANDSCAPE_4_3',
  'PORTRAIT_3_4',
] as const;
export type AspectRatio = (typeof ASPECT_RATIOS)[number];

export const SHOT_TYPES = ['SINGLE', 'MULTI'] as const;
export type ShotType = (typeof SHOT_TYPES)[number];

export const OUTPUT_FORMATS = ['MP4', 'WEBM', 'MOV'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** What a safety check looks at: FAST = first, middle and last frame; FULL = every frame. */
export const SAFETY_MODES = ['NONE', 'FAST', 'FULL'] as const;
export type SafetyMode = (typeof SAFETY_MODES)[number];

/** What a picture shows, as the safety check sees it. */
export const SAFETY_CATEGORIES = ['DRAWING', 'HENTAI', 'NEUTRAL', 'PORN', 'SEXY'] as const;
export type SafetyCategory = (typeof SAFETY_CATEGORIES)[number];

export const SAFETY_CHECKERS = ['PROVIDER', 'GATEWAY'] as const;

/** What a safety check found. A provider tells only whether the video is sensitive; the rest is null then. */
export type SafetyVerdict = {
  sensitive: boolean;
  checkedBy: (typeof SAFETY_CHECKERS)[number];
  /** What the worst frame most likely shows. */
  category: SafetyCategory | null;
  /** Of the worst frame, 0-1. */
  score: number | null;
  framesChecked: number | null;
};

export const PROVIDERS = ['EVOLINK', 'RUNWARE', 'DASHSCOPE', 'ANIMATIC'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

/** One shot of a multi-shot prompt. Times are seconds from the start of the video. */
export type Shot = { startSeconds: number; endSeconds: number; description: string };

/** Asset ids by the role they play. Empty lists and null mean "not given". */
export type TaskInputs = {
  firstFrame: string | null;
  lastFrame: string | null;
  continueFrom: string | null;
  referenceImages: string[];
  referenceVideos: string[];
  editVideo: string | null;
  audio: string | null;
};

export const TASK_ERROR_CODES = [
  'CONTENT_REJECTED',
  'INVALID_INPUT',
  'PROVIDER_AUTH',
  'PROVIDER_BALANCE',
  'PROVIDER_RATE_LIMIT',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_FAILED',
  'DEADLINE_EXCEEDED',
  'START_UNKNOWN',
  'RESULT_MISSING',
  'OUTPUT_UNREACHABLE',
  'OUTPUT_REJECTED',
  'UPLOAD_FAILED',
  'INTERNAL',
] as const;
export type TaskErrorCode = (typeof TASK_ERROR_CODES)[number];

/** What something cost, or will: US dollars. `estimated`: computed from the price list, not told by the provider. */
export type Cost = { usd: number; estimated: boolean };

/** Why a result, or a whole task, failed. `billed` is null when nobody can know. */
export type TaskError = {
  code: TaskErrorCode;
  message: string;
  retryable: boolean;
  billed: boolean | null;
  provider: ProviderName | null;
  providerCode: string | null;
};
