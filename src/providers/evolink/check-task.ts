import type { CheckOutcome } from '../provider.js';
import { redactAnswer, redactText } from '../redact-answer.js';
import { secureLink } from '../secure-link.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { upstreamError } from '../upstream-error.js';
import { failureError, readError, readRetryAfter } from './errors.js';
import { linkSchema, taskSchema, type EvolinkOperation, type EvolinkTask } from './wire.js';

/** EvoLink documents `completed` and `failed`, and speaks of `cancelled`; the rest is how others spell them. */
const COMPLETED_STATUSES: ReadonlySet<string> = new Set(['completed', 'succeeded', 'success']);
const FAILED_STATUSES: ReadonlySet<string> = new Set(['failed', 'cancelled', 'canceled']);

/** What the answer of `GET /v1/tasks/{id}` says about an operation (docs.evolink.ai, get-task-detail). */
export function readCheck(operation: EvolinkOperation, answer: UpstreamAnswer): CheckOutcome {
  if (answer.kind !== 'answered') return unanswered(answer.message, null);
  const { status, body } = answer;
  if (status >= 300) return readTrouble(status, body, answer.retryAfterMs);
  const parsed = taskSchema.safeParse(body);
  if (!parsed.success) return unanswered('EvoLink answered without a task.', null);
  const { id } = parsed.data;
  if (id != null && id !== operation.taskId) return unanswered('EvoLink answered with another task.', null);
  return readTask(operation, parsed.data);
}

function readTrouble(status: number, body: unknown, retryAfterMs: number | null): CheckOutcome {
  const error = readError(body);
  const said = redactText(`EvoLink answered HTTP ${status}${error?.message == null ? '.' : `: ${error.message}`}`);
  // A 404 without an error comes from something in between, not from EvoLink.
  const isMissing = error !== null && (status === 404 || (status === 400 && error.code === 'invalid_task_id'));
  if (isMissing) return { kind: 'missing', message: said };
  return unanswered(said, retryAfterMs ?? readRetryAfter(body));
}

function readTask(operation: EvolinkOperation, task: EvolinkTask): CheckOutcome {
  const status = task.status.trim().toLowerCase();
  const answer = redactAnswer(task);
  if (FAILED_STATUSES.has(status)) {
    const isCancelled = status !== 'failed' && task.error == null;
    const reason = isCancelled
      ? { code: 'request_cancelled', message: 'The task was cancelled at EvoLink.' }
      : task.error;
    return { kind: 'failed', error: failureError(reason ?? null), answer };
  }
  if (!COMPLETED_STATUSES.has(status)) return running(operation, task);
  const url = videoUrlOf(task);
  if (url === null) {
    const message = 'EvoLink says that the video is completed, but gives no link to it.';
    const failure = { code: 'RESULT_MISSING', message, providerCode: task.status, billed: null } as const;
    return { kind: 'failed', error: upstreamError('EVOLINK', failure), answer };
  }
  const facts = { actualPrompt: null, sensitive: null, cost: null };
  return { kind: 'completed', output: { kind: 'url', url }, facts, answer };
}

/** Every status that is not an end, known or not, means that the task still runs. */
function running(operation: EvolinkOperation, task: EvolinkTask): CheckOutcome {
  if (task.progress == null) return { kind: 'running', progress: null, etaSeconds: null };
  const progress = Math.min(100, Math.max(0, Math.floor(task.progress)));
  const estimatedSeconds = task.task_info?.estimated_time ?? operation.estimatedSeconds;
  const etaSeconds = estimatedSeconds === null ? null : Math.ceil((estimatedSeconds * (100 - progress)) / 100);
  return { kind: 'running', progress, etaSeconds };
}

function videoUrlOf({ results, result_data: resultData, output }: EvolinkTask): string | null {
  const candidates = [results?.[0], resultData?.[0]?.video_url, output?.video_url];
  const links = candidates.map((candidate) => linkSchema.safeParse(candidate));
  const link = links.find(({ success }) => success)?.data;
  return link === undefined ? null : secureLink(link);
}

function unanswered(message: string, retryAfterMs: number | null): CheckOutcome {
  return { kind: 'unanswered', message, retryAfterMs };
}
