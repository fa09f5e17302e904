import type { CancelOutcome, HealthOutcome } from '../provider.js';
import type { UpstreamAnswer } from '../upstream-client.js';
import { dashscopeError } from './errors.js';

/**
 * POST /api/v1/tasks/{id}/cancel stops a task only while it is PENDING; any other is 400 UnsupportedOperation
 * (alibabacloud.com/help/en/model-studio/manage-asynchronous-tasks).
 */
export function readCancel(answer: UpstreamAnswer): CancelOutcome {
  if (answer.kind !== 'answered') return { kind: 'unanswered', message: answer.message };
  const { status, body } = answer;
  const { providerCode, message } = dashscopeError(status, body);
  if (status === 400 && isWord(providerCode, 'unsupportedoperation')) return { kind: 'runs-on' };
  if (status >= 200 && status < 300 && body !== null) return { kind: 'stopped' };
  return { kind: 'unanswered', message: `HTTP ${status}: ${message}` };
}

/** The list of tasks costs nothing, and answers 401 to a bad key. */
export function readHealth(answer: UpstreamAnswer): HealthOutcome {
  if (answer.kind !== 'answered') return { kind: 'unanswered', message: answer.message };
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'healthy' };
  const { code, message } = dashscopeError(status, body);
  const isRefused = status < 500 && (code === 'PROVIDER_AUTH' || code === 'PROVIDER_BALANCE');
  return isRefused ? { kind: 'refused', message } : { kind: 'unanswered', message: `HTTP ${status}: ${message}` };
}

function isWord(word: string | null, wanted: string): boolean {
  return word?.toLowerCase().replaceAll(/[^a-z]/g, '') === wanted;
}
