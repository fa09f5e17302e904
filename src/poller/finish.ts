import type { Json } from '../lib/json.js';
import type { VideoProvider } from '../providers/provider.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import { finishStopping, releaseClaim } from '../tasks/claims.js';
import type { ResultChange } from '../tasks/transitions.js';
import { askProvider } from './ask-provider.js';
import type { PollerContext } from './poller-context.js';
import { writeOutcome } from './write-outcome.js';

/** The provider may still come to an end with what was given up. */
const FOLLOW_AFTER_MS = 60_000;

/**
 * Ends a result for good, with the provider's answer where there is one, and then lets its operation go. A crash between
 * the two leaves the latter to the stop lane, and so does an end that does not tell whether it is billed: what a provider
 * finishes after all is paid, and kept.
 * False when someone else moved first: then nothing was written.
 */
export async function finish(
  context: PollerContext,
  provider: VideoProvider,
  claim: CheckClaim,
  change: ResultChange,
  answer: Json | null,
): Promise<boolean> {
  const details = answer === null ? {} : { answer };
  if (!(await writeOutcome(context, claim, change, { next: 'let-go', ...details }))) return false;
  if (mayBeBilled(provider, claim, change)) {
    await releaseClaim(context.prisma, claim, { inMs: FOLLOW_AFTER_MS, held: null, failed: false });
    return true;
  }
  await askProvider(context, provider, () => provider.release(claim.work.operation), undefined);
  await finishStopping(context.prisma, claim);
  return true;
}

function mayBeBilled({ capabilities }: VideoProvider, { work }: CheckClaim, change: ResultChange): boolean {
  if (capabilities.price === null || work.operation === null) return false;
  return change.kind === 'failed' && change.error.billed === null;
}
