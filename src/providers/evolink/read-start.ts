import type { StartOutcome } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { readRetryAfter, refusalError } from './errors.js';
import { createdSchema, type EvolinkOperation } from './wire.js';

const RETRY_AFTER_MS = 30_000;

/** What the answer to `POST /v1/videos/generations` proves. Whatever proves nothing is unknown: it may have been paid. */
export function readStart(answer: UpstreamAnswer): StartOutcome {
  if (answer.kind === 'lost') return { kind: 'unknown', message: answer.message };
  if (answer.kind === 'not-sent') {
    const failure = {
      code: 'PROVIDER_UNAVAILABLE',
      message: answer.message,
      providerCode: null,
      billed: false,
    } as const;
    return { kind: 'busy', retryAfterMs: RETRY_AFTER_MS, error: upstreamError('EVOLINK', failure) };
  }
  const { status, body } = answer;
  if (status < 300)
    return readStarted(body) ?? { kind: 'unknown', message: 'EvoLink accepted the start without an id.' };
  // EvoLink does not say that a 5xx means "not accepted", with or without "retry after" (docs.evolink.ai, error-codes).
  if (status < 400 || status === 408 || status >= 499) {
    return { kind: 'unknown', message: `EvoLink answered HTTP ${status} to the start.` };
  }
  const error = refusalError(status, body);
  if (error.code !== 'PROVIDER_RATE_LIMIT') return { kind: 'refused', error, answer: redactAnswer(body) };
  return { kind: 'busy', retryAfterMs: answer.retryAfterMs ?? readRetryAfter(body) ?? RETRY_AFTER_MS, error };
}

/** A task that exists: the answer to a start, or the body of a callback. Null when it has no id. */
export function readStarted(body: unknown): StartOutcome | null {
  const parsed = createdSchema.safeParse(body);
  if (!parsed.success) return null;
  const { id, task_info: taskInfo } = parsed.data;
  const operation: EvolinkOperation = { taskId: id, estimatedSeconds: taskInfo?.estimated_time ?? null };
  return { kind: 'started', operation, providerTaskId: id, actualPrompt: null, answer: redactAnswer(body) };
}
