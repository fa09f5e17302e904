import type { CheckOutcome } from '../provider.js';
import { redactAnswer } from '../redact-answer.js';
import { secureLink } from '../secure-link.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { dashscopeError } from './errors.js';
import { taskAnswerSchema, type TaskAnswer } from './wire.js';

/** Queries are limited by the second (20 for the account), so a refused one may be repeated soon. */
const RATE_LIMIT_MS = 5_000;

/** The answer to a query, or why there is none that can be believed. */
export type TaskQuery = { kind: 'told'; task: TaskAnswer; body: unknown } | (CheckOutcome & { kind: 'unanswered' });

/** Reads GET /api/v1/tasks/{id}: whatever is not a readable answer about this very task is trouble that passes. */
export function readQuery(answer: UpstreamAnswer, taskId: string): TaskQuery {
  if (answer.kind !== 'answered') return unanswered(answer.message, null);
  const { status, body, retryAfterMs } = answer;
  if (status === 429) return unanswered(dashscopeError(status, body).message, retryAfterMs ?? RATE_LIMIT_MS);
  if (status < 200 || status >= 300)
    return unanswered(`HTTP ${status}: ${dashscopeError(status, body).message}`, retryAfterMs);
  const parsed = taskAnswerSchema.safeParse(body);
  if (!parsed.success) return unanswered('The answer has no task in it.', null);
  if (parsed.data.output.task_id !== taskId) return unanswered('The answer is about another task.', null);
  return { kind: 'told', task: parsed.data, body };
}

function unanswered(message: string, retryAfterMs: number | null): CheckOutcome & { kind: 'unanswered' } {
  return { kind: 'unanswered', message, retryAfterMs };
}

/**
 * Where a task stands (alibabacloud.com/help/en/model-studio/manage-asynchronous-tasks). An expired id is HTTP 200 with
 * UNKNOWN. PENDING, RUNNING, SUSPENDED and words that nobody has heard of yet mean that it runs.
 */
export function readCheck(answer: UpstreamAnswer, taskId: string): CheckOutcome {
  const query = readQuery(answer, taskId);
  if (query.kind === 'unanswered') return query;
  const { task, body } = query;
  switch ((task.output.task_status ?? '').trim().toUpperCase()) {
    case 'SUCCEEDED':
      return readSuccess(task, body);
    case 'FAILED':
      return { kind: 'failed', error: dashscopeError(null, body), answer: redactAnswer(body) };
    case 'CANCELED':
    case 'CANCELLED':
      return readCancelled(body);
    case 'UNKNOWN':
      return { kind: 'missing', message: 'The service does not know this task; it forgets tasks after 24 hours.' };
    default:
      return { kind: 'running', progress: null, etaSeconds: null };
  }
}

function readSuccess({ output }: TaskAnswer, body: unknown): CheckOutcome {
  const answer = redactAnswer(body);
  // The link is signed: all of it that is signed goes on as it came, byte for byte.
  const url = output.video_url ?? '';
  if (/^https?:\/\//i.test(url)) {
    const facts = { actualPrompt: output.actual_prompt ?? null, sensitive: null, cost: null };
    return { kind: 'completed', output: { kind: 'url', url: secureLink(url) }, facts, answer };
  }
  const message = 'The task succeeded, but its answer has no video.';
  // A success is charged, and whether one without a video is, nobody can know.
  const failure = { code: 'RESULT_MISSING', message, providerCode: 'SUCCEEDED', billed: null } as const;
  return { kind: 'failed', error: upstreamError('DASHSCOPE', failure), answer };
}

function readCancelled(body: unknown): CheckOutcome {
  const message = 'The task was cancelled at the service, before it was worked on.';
  const failure = { code: 'PROVIDER_FAILED', message, providerCode: 'CANCELED', billed: false } as const;
  return { kind: 'failed', error: upstreamError('DASHSCOPE', failure), answer: redactAnswer(body) };
}
