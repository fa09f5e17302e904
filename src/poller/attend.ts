import type { CheckClaim } from '../tasks/claim-checks.js';
import { aboutClaim } from './about-claim.js';
import type { PollerContext } from './poller-context.js';

/**
 * Does one claim's part of a round. A failure is logged and costs this claim an attempt, and the others of the round
 * nothing: it can be claimed again once its lease ends.
 */
export async function attend(
  { logger }: PollerContext,
  claim: Pick<CheckClaim, 'task' | 'result'>,
  part: () => Promise<void>,
): Promise<void> {
  try {
    await part();
  } catch (error) {
    logger.error(
      { err: error, ...aboutClaim(claim), phase: claim.result.phase },
      'a step failed; it is tried again when its lease ends',
    );
  }
}
