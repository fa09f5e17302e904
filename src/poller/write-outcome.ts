import { applyOutcome, type Outcome } from '../tasks/change-result.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import type { ResultChange } from '../tasks/transitions.js';
import type { PollerContext } from './poller-context.js';

/** What an outcome says beyond the change itself. */
export type OutcomeDetails = Pick<Outcome, 'next' | 'operation' | 'output' | 'answer' | 'deadlineInMs' | 'held'>;

/** What an outcome needs of a claim. */
type WritableClaim = {
  task: Pick<CheckClaim['task'], 'id'>;
  result: Pick<CheckClaim['result'], 'id' | 'index'>;
  work: Pick<CheckClaim['work'], 'lease'>;
};

/** Writes what a step came to. False when someone else moved first: then nothing was written, and nothing is wrong. */
export async function writeOutcome(
  context: PollerContext,
  { task, result, work }: WritableClaim,
  change: ResultChange,
  details: OutcomeDetails,
): Promise<boolean> {
  const identity = { resultId: result.id, taskId: task.id, index: result.index, lease: work.lease };
  return (await applyOutcome(context.prisma, context.announcer, { ...identity, change, ...details })) !== null;
}
