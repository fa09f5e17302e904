import type { Logger } from '../lib/logger.js';
import { applyOutcome, type Outcome } from '../tasks/change-result.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import type { ResultChange } from '../tasks/transitions.js';
import { aboutClaim, type NamedClaim } from './about-claim.js';
import type { PollerContext } from './poller-context.js';

/** What an outcome says beyond the change itself. */
export type OutcomeDetails = Pick<Outcome, 'next' | 'operation' | 'output' | 'answer' | 'deadlineInMs' | 'held'>;

/** What an outcome needs of a claim. */
type WritableClaim = NamedClaim & {
  result: Pick<CheckClaim['result'], 'id' | 'index'>;
  work: Pick<CheckClaim['work'], 'lease'>;
};

/** Writes what a step came to. False when someone else moved first: then nothing was written, and nothing is wrong. */
export async function writeOutcome(
  context: PollerContext,
  claim: WritableClaim,
  change: ResultChange,
  details: OutcomeDetails,
): Promise<boolean> {
  const { task, result, work } = claim;
  const identity = { resultId: result.id, taskId: task.id, index: result.index, lease: work.lease };
  const written = await applyOutcome(context.prisma, context.announcer, { ...identity, change, ...details });
  if (written !== null) tell(context.logger, claim, change);
  return written !== null;
}

/** What everybody wants to find in the log about a result; the rest is for who looks closer. */
const MILESTONES: Readonly<Partial<Record<ResultChange['kind'], string>>> = {
  started: 'a result was started',
  finished: 'a result was generated',
  secured: 'a result is completed',
  uploaded: 'a result is completed',
};

function tell(logger: Logger, claim: NamedClaim, change: ResultChange): void {
  const about = aboutClaim(claim);
  const milestone = MILESTONES[change.kind];
  if (change.kind === 'failed') logger.info({ ...about, code: change.error.code }, 'a result has failed');
  else if (milestone !== undefined) logger.info(about, milestone);
  else logger.debug({ ...about, change: change.kind }, 'a result has changed');
}
