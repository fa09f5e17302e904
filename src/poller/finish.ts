import type { VideoProvider } from '../providers/provider.js';
import { finishStopping, type Claim } from '../tasks/claims.js';
import type { ResultChange } from '../tasks/transitions.js';
import { askProvider } from './ask-provider.js';
import type { PollerContext } from './poller-context.js';
import { writeOutcome } from './write-outcome.js';

/**
 * Ends a result for good, and then lets its operation go. A crash between the two leaves the latter to the stop lane.
 * False when someone else moved first: then nothing was written.
 */
export async function finish(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  change: ResultChange,
): Promise<boolean> {
  if (!(await writeOutcome(context, claim, change, { next: 'let-go' }))) return false;
  await askProvider(context, provider, () => provider.release(claim.work.operation), undefined);
  await finishStopping(context.prisma, claim);
  return true;
}
