import { randomUUID } from 'node:crypto';
import type { HealthOutcome } from '../provider.js';
import { bareFailure, classify } from './errors.js';
import type { RunwareClient } from './runware-client.js';
import { readAnswer } from './wire.js';

/** Reads the account (`accountManagement` getDetails, runware.ai/docs/platform/account-management), which costs nothing. */
export async function askHealth(client: RunwareClient, signal: AbortSignal): Promise<HealthOutcome> {
  const task = { taskType: 'accountManagement', taskUUID: randomUUID(), operation: 'getDetails' };
  const answer = await client.send('health', [task], signal);
  if (answer.kind !== 'answered') return { kind: 'unanswered', message: answer.message };
  const { data, failures } = readAnswer(answer.body);
  const failure = failures[0] ?? (answer.status >= 300 ? bareFailure(answer.status) : null);
  if (failure === null) {
    return data === null ? { kind: 'unanswered', message: 'The answer holds no account.' } : { kind: 'healthy' };
  }
  const message = failure.message ?? 'Runware refused to show the account.';
  const kind = classify(failure, answer.status);
  return { kind: kind === 'auth' || kind === 'balance' ? 'refused' : 'unanswered', message };
}
