import type { StartOutcome } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { dashscopeError, tellsError } from './errors.js';
import { taskAnswerSchema } from './wire.js';

/** Submit rates and concurrency of a model are limits of the account, and recover within about a minute. */
const RATE_LIMIT_MS = 60_000;
const NO_CONNECTION_MS = 10_000;

/** Statuses by which HTTP itself says that a request was not carried out. */
const REFUSALS = new Set([400, 401, 402, 403, 404, 413, 422]);

/**
 * How a start ended. Only an answer of the service that it refused proves that nothing runs: a 5xx or a 408 may come from
 * a server in between, after the task was accepted and will be paid.
 */
export function readStart(answer: UpstreamAnswer): StartOutcome {
  if (answer.kind === 'lost') return { kind: 'unknown', message: answer.message };
  if (answer.kind === 'not-sent') return noConnection(answer.message);
  const { status, body } = answer;
  if (status >= 200 && status < 300) return readAccepted(body);
  if (status === 429) return readRateLimit(answer);
  const isRefusal = REFUSALS.has(status) || (status >= 400 && status < 500 && status !== 408 && tellsError(body));
  if (isRefusal) return { kind: 'refused', error: dashscopeError(status, body), answer: redactAnswer(body) };
  return { kind: 'unknown', message: `HTTP ${status} does not tell whether the start was accepted.` };
}

/** The service was not reached, so nothing runs. */
export function noConnection(message: string): StartOutcome & { kind: 'busy' } {
  const error = upstreamError('DASHSCOPE', {
    code: 'PROVIDER_UNAVAILABLE',
    message,
    providerCode: null,
    billed: false,
  });
  return { kind: 'busy', retryAfterMs: NO_CONNECTION_MS, error };
}

/** Nothing is accepted with a 429; some of them are no matter of time, as a plan that was never bought. */
export function readRateLimit({
  body,
  retryAfterMs,
}: UpstreamAnswer & { kind: 'answered' }): StartOutcome & { kind: 'busy' | 'refused' } {
  const error = dashscopeError(429, body);
  return error.retryable
    ? { kind: 'busy', retryAfterMs: retryAfterMs ?? RATE_LIMIT_MS, error }
    : { kind: 'refused', error, answer: redactAnswer(body) };
}

function readAccepted(body: unknown): StartOutcome {
  const parsed = taskAnswerSchema.safeParse(body);
  if (!parsed.success) return { kind: 'unknown', message: 'The answer to the start has no task id.' };
  const taskId = parsed.data.output.task_id;
  return {
    kind: 'started',
    operation: { taskId },
    providerTaskId: taskId,
    actualPrompt: null,
    answer: redactAnswer(body),
  };
}
