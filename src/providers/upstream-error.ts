import type { ProviderName, TaskError, TaskErrorCode } from '../tasks/task.js';
import { redactText } from './redact-answer.js';

/** Whether the same request may succeed when it is made again later. */
const RETRYABLE: Readonly<Record<TaskErrorCode, boolean>> = {
  CONTENT_REJECTED: false,
  INVALID_INPUT: false,
  PROVIDER_AUTH: false,
  PROVIDER_BALANCE: false,
  PROVIDER_RATE_LIMIT: true,
  PROVIDER_UNAVAILABLE: true,
  PROVIDER_FAILED: true,
  DEADLINE_EXCEEDED: true,
  START_UNKNOWN: true,
  RESULT_MISSING: true,
  OUTPUT_UNREACHABLE: true,
  OUTPUT_REJECTED: false,
  UPLOAD_FAILED: false,
  INTERNAL: true,
};

const MAX_MESSAGE_CHARACTERS = 1000;
const MAX_CODE_CHARACTERS = 200;

/** What an adapter knows of a failure. `providerCode` is the provider's own word for it, as it came. */
export type UpstreamFailure = {
  code: TaskErrorCode;
  /** As the provider put it; empty or null where it gave no reason. */
  message: string | null;
  providerCode: string | null;
  /** Null when nobody can know. Services that sell Wan 2.7 charge for successes only. */
  billed: boolean | null;
  /** Only where the provider's word says something else than the code does. */
  retryable?: boolean;
};

/** A failure at a provider as the caller sees it; one without a reason says so in a sentence. */
export function upstreamError(provider: ProviderName, failure: UpstreamFailure): TaskError {
  const { code, billed, retryable = RETRYABLE[code] } = failure;
  const told = redactText(failure.message?.trim() ?? '', MAX_MESSAGE_CHARACTERS);
  const message = told === '' ? `${provider} failed without giving a reason.` : told;
  const providerCode = failure.providerCode === null ? null : redactText(failure.providerCode, MAX_CODE_CHARACTERS);
  return { code, message, retryable, billed, provider, providerCode };
}
