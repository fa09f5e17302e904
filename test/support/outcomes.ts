import type { CheckOutcome, OutputFacts, StartOutcome } from '../../src/providers/provider.js';
import type { ProviderName, TaskError, TaskErrorCode } from '../../src/tasks/task.js';

/** What providers answer, with everything filled in that a test does not care for. */

/** An accepted start, whose operation and task id are the start key. */
export function started(startKey: string, actualPrompt: string | null = null): StartOutcome & { kind: 'started' } {
  return { kind: 'started', operation: { startKey }, providerTaskId: startKey, actualPrompt, answer: null };
}

export function refused(error: TaskError): StartOutcome & { kind: 'refused' } {
  return { kind: 'refused', error, answer: { refused: error.code } };
}

export function busy(retryAfterMs: number, code: TaskErrorCode = 'PROVIDER_RATE_LIMIT'): StartOutcome {
  return { kind: 'busy', retryAfterMs, error: errorOf(code) };
}

export function running(progress: number | null): CheckOutcome {
  return { kind: 'running', progress, etaSeconds: null };
}

/** `path` is absolute; the gateway copies the file. */
export function completed(path: string, facts: Partial<OutputFacts> = {}): CheckOutcome & { kind: 'completed' } {
  const told = { actualPrompt: null, sensitive: null, cost: null, ...facts };
  return { kind: 'completed', output: { kind: 'file', path }, facts: told, answer: null };
}

export function failed(error: TaskError | TaskErrorCode): CheckOutcome & { kind: 'failed' } {
  return { kind: 'failed', error: typeof error === 'string' ? errorOf(error) : error, answer: null };
}

export function unanswered(retryAfterMs: number | null = null): CheckOutcome {
  return { kind: 'unanswered', message: 'The connection was reset.', retryAfterMs };
}

export function errorOf(code: TaskErrorCode, provider: ProviderName = 'ANIMATIC'): TaskError {
  return { code, message: `The test wants ${code}.`, retryable: true, billed: false, provider, providerCode: null };
}
