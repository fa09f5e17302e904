import { applyOutcome, type Outcome } from '../tasks/change-result.js';
import type { Claim } from '../tasks/claims.js';
import type { ResultChange } from '../tasks/transitions.js';
import type { PollerContext } from './poller-context.js';

/** What an outcome says beyond the change itself. */
export type OutcomeDetails = Pick<Outcome, 'next' | 'operation' | 'output' | 'deadlineInMs' | 'held'>;

/** Writes what a step came to. False when someone else moved first: then nothing was written, and nothing is wrong. */
export async function writeOutcome(
  context: PollerContext,
  { task, result, work }: Claim,
  change: ResultChange,
  details: OutcomeDetails,
): Promise<boolean> {
  const identity = { resultId: result.id, taskId: task.id, index: result.index, lease: work.lease };
  return (await applyOutcome(context.prisma, context.announcer, { ...identity, change, ...details })) !== null;
}
