const USER_ERROR_CODES = [
  'REQUIRED',
  'OUT_OF_RANGE',
  'INVALID_FORMAT',
  'UNSUPPORTED_COMBINATION',
  'UNSUPPORTED_BY_PROVIDER',
  'MEDIA_UNREACHABLE',
  'MEDIA_REJECTED',
  'MEDIA_EXPIRED',
  'URL_FORBIDDEN',
  'IDEMPOTENCY_CONFLICT',
  'DUPLICATE_TASK_UUID',
  'NOT_FOUND',
  'NOT_CANCELLABLE',
  'NOT_RETRYABLE',
  'NOT_DELETABLE',
  'PROVIDER_UNAVAILABLE',
  'BUDGET_EXCEEDED',
  'RATE_LIMITED',
] as const;
export type UserErrorCode = (typeof USER_ERROR_CODES)[number];

/** A mistake that the caller can mend. `path` leads to it from the operation's arguments; list positions count from "0". */
export type UserError = {
  code: UserErrorCode;
  /** One or two sentences that say what would be right. */
  message: string;
  path: string[];
};

export const WARNING_CODES = [
  'PROMPT_TRUNCATED',
  'NEGATIVE_PROMPT_TRUNCATED',
  'AUDIO_LONGER_THAN_VIDEO',
  'AUDIO_SHORTER_THAN_VIDEO',
  'OPTION_IGNORED',
  'SEED_ADJUSTED',
  'WAITS_FOR_PROVIDER',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something the caller asked for that is done differently; the task goes on. */
export type Warning = {
  code: WarningCode;
  message: string;
  path: string[];
};
