import type { ProviderName, TaskError, TaskErrorCode } from '../tasks/task.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import { aboutClaim } from './about-claim.js';
import type { PollerContext } from './poller-context.js';

/** A step that came to nothing this often (crashes count) is given up, so that one result cannot stop a worker for ever. */
export const MAX_ATTEMPTS = 5;

/** A provider that does not know an operation so often in a row is believed. */
export const MAX_MISSES = 3;

/** Whether the same input may succeed when it is asked for again. */
const RETRYABLE: Readonly<Partial<Record<TaskErrorCode, boolean>>> = {
  INVALID_INPUT: false,
  OUTPUT_REJECTED: false,
};

/** A failure that the poller itself found. */
export function taskError(code: TaskErrorCode, provider: ProviderName, message: string): TaskError {
  const billed = code === 'START_UNKNOWN' ? null : false;
  return { code, message, retryable: RETRYABLE[code] ?? true, billed, provider, providerCode: null };
}

/** The failure of a result whose step never comes to an end; it is logged. */
export function worn({ providers, logger }: PollerContext, claim: Pick<CheckClaim, 'task' | 'result'>): TaskError {
  const { phase, provider } = claim.result;
  logger.error({ ...aboutClaim(claim), phase }, 'a result is given up');
  const message = `The step was tried ${MAX_ATTEMPTS} times without coming to an end, and is not tried again.`;
  const costsMoney = providers.find(({ name }) => name === provider)?.capabilities.price !== null;
  // What is being secured was finished, so it is billed.
  const billed = phase === 'SECURING' ? true : null;
  return { ...taskError('INTERNAL', provider, message), billed: phase === 'QUEUED' || !costsMoney ? false : billed };
}
