import type { TaskError, TaskErrorCode } from '../../tasks/task.js';
import { upstreamError } from '../upstream-error.js';
import { refusalSchema, type EvolinkError } from './wire.js';

/** What one of EvoLink's words means. `retryable` only where it differs from the code's own. */
type Meaning = { code: TaskErrorCode; retryable?: boolean; billed?: null };

/** Refused requests by HTTP status (docs.evolink.ai, error-codes). */
const BY_STATUS: Readonly<Record<number, Meaning>> = {
  400: { code: 'INVALID_INPUT' },
  401: { code: 'PROVIDER_AUTH' },
  402: { code: 'PROVIDER_BALANCE' },
  403: { code: 'PROVIDER_AUTH' },
  // Where tasks are created, it is the model that is not found.
  404: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  413: { code: 'INVALID_INPUT' },
  422: { code: 'INVALID_INPUT' },
  429: { code: 'PROVIDER_RATE_LIMIT' },
  500: { code: 'PROVIDER_UNAVAILABLE' },
  502: { code: 'PROVIDER_UNAVAILABLE' },
  503: { code: 'PROVIDER_UNAVAILABLE' },
};

/** Refused requests by `error.type`, and by the string codes of lookups (docs.evolink.ai, error-codes, get-task-detail). */
const BY_REQUEST_WORD: Readonly<Record<string, Meaning>> = {
  invalid_request_error: { code: 'INVALID_INPUT' },
  authentication_error: { code: 'PROVIDER_AUTH' },
  insufficient_quota_error: { code: 'PROVIDER_BALANCE' },
  permission_error: { code: 'PROVIDER_AUTH' },
  not_found_error: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  request_too_large_error: { code: 'INVALID_INPUT' },
  rate_limit_error: { code: 'PROVIDER_RATE_LIMIT' },
  internal_server_error: { code: 'PROVIDER_UNAVAILABLE' },
  service_unavailable_error: { code: 'PROVIDER_UNAVAILABLE' },
  unauthorized: { code: 'PROVIDER_AUTH' },
  invalid_task_id: { code: 'INVALID_INPUT' },
  task_not_found: { code: 'PROVIDER_FAILED', retryable: false },
  rate_limit_exceeded: { code: 'PROVIDER_RATE_LIMIT' },
  evo_api_error: { code: 'PROVIDER_RATE_LIMIT' },
  internal_error: { code: 'PROVIDER_UNAVAILABLE' },
};

/** Why a task failed (docs.evolink.ai, error-codes; npm @evolinkai/evolink-media). */
const BY_TASK_WORD: Readonly<Record<string, Meaning>> = {
  content_policy_violation: { code: 'CONTENT_REJECTED' },
  invalid_parameters: { code: 'INVALID_INPUT' },
  image_processing_error: { code: 'INVALID_INPUT' },
  image_dimension_mismatch: { code: 'INVALID_INPUT' },
  invalid_audio: { code: 'INVALID_INPUT' },
  video_probe_failed: { code: 'INVALID_INPUT' },
  // Nobody documents whether a cancelled task is charged.
  request_cancelled: { code: 'PROVIDER_FAILED', retryable: false, billed: null },
  resource_not_found: { code: 'PROVIDER_FAILED', retryable: false },
  model_unavailable: { code: 'PROVIDER_UNAVAILABLE', retryable: false },
  generation_failed_no_content: { code: 'PROVIDER_FAILED' },
  service_error: { code: 'PROVIDER_FAILED' },
  generation_timeout: { code: 'PROVIDER_FAILED' },
  resource_exhausted: { code: 'PROVIDER_UNAVAILABLE' },
  // As a task's error this is a rate limit; as HTTP 402 it is the balance.
  quota_exceeded: { code: 'PROVIDER_RATE_LIMIT' },
  service_unavailable: { code: 'PROVIDER_UNAVAILABLE' },
  upstream_error: { code: 'PROVIDER_FAILED' },
  rate_limited: { code: 'PROVIDER_RATE_LIMIT' },
  unknown_error: { code: 'PROVIDER_FAILED' },
};

const UNKNOWN: Meaning = { code: 'PROVIDER_FAILED' };

/** The error of an answer; null where it has none. */
export function readError(body: unknown): EvolinkError | null {
  const parsed = refusalSchema.safeParse(body);
  return parsed.success ? parsed.data.error : null;
}

/** A request that was refused before any work. */
export function refusalError(status: number, body: unknown): TaskError {
  const error = readError(body);
  const meaning = meaningOfRefusal(status, error);
  return toTaskError(meaning, error, String(error?.code ?? error?.type ?? status));
}

/** A task that failed. EvoLink charges for videos only, and gives reserved credits back. */
export function failureError(error: EvolinkError | null): TaskError {
  const word = error?.code ?? error?.type ?? null;
  return toTaskError(meaningOfFailure(word), error, word === null ? null : String(word));
}

/** "retry after 60 seconds" in `fallback_suggestion` or `message`; EvoLink documents no header. Null without. */
export function readRetryAfter(body: unknown): number | null {
  const error = readError(body);
  const said = /retry after (\d{1,5}) ?s/i.exec(`${error?.fallback_suggestion ?? ''} ${error?.message ?? ''}`)?.[1];
  return said === undefined ? null : Math.min(Number(said) * 1000, 3_600_000);
}

/** These statuses have one meaning each, whatever word comes with them. */
const PLAIN_STATUSES: ReadonlySet<number> = new Set([401, 402, 403, 429]);

function meaningOfRefusal(status: number, error: EvolinkError | null): Meaning {
  const byStatus = BY_STATUS[status] ?? UNKNOWN;
  if (PLAIN_STATUSES.has(status)) return byStatus;
  return findWord(error?.code) ?? findWord(error?.type) ?? byStatus;
}

function meaningOfFailure(word: string | number | null): Meaning {
  const known = findWord(word) ?? BY_STATUS[Number(word)];
  if (known !== undefined) return known;
  if (/^invalid_/i.test(String(word))) return { code: 'INVALID_INPUT' };
  // The accounts that EvoLink itself has upstream.
  return /^channel_/i.test(String(word)) ? { code: 'PROVIDER_UNAVAILABLE' } : UNKNOWN;
}

function findWord(word: string | number | null | undefined): Meaning | undefined {
  const folded = String(word).toLowerCase();
  const table = [BY_TASK_WORD, BY_REQUEST_WORD].find((each) => Object.hasOwn(each, folded));
  return table?.[folded];
}

function toTaskError(meaning: Meaning, error: EvolinkError | null, providerCode: string | null): TaskError {
  const { code, retryable, billed = false } = meaning;
  const failure = { code, message: sentenceOf(error), providerCode, billed };
  return upstreamError('EVOLINK', retryable === undefined ? failure : { ...failure, retryable });
}

function sentenceOf(error: EvolinkError | null): string | null {
  if (error?.message == null || error.message.trim() === '') return null;
  const hints = [error.param, error.fallback_suggestion].filter((hint) => hint != null && hint !== '');
  return hints.length === 0 ? error.message : `${error.message} (${hints.join(': ')})`;
}
