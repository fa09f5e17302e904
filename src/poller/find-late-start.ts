import type { VideoProvider } from '../providers/provider.js';
import { keepLateOperation } from '../tasks/change-result.js';
import { finishStopping, releaseClaim, type Claim } from '../tasks/claims.js';
import { findKnownTaskIds } from '../tasks/permit-send.js';
import { askProvider } from './ask-provider.js';
import type { PollerContext } from './poller-context.js';
import { requestOf } from './prepare-request.js';
import { isOver } from './recover.js';

/** A look at a list may take many requests. */
const LOOK_AGAIN_MS = 30_000;

/**
 * A result that was cancelled while its start was on the wire, and whose answer never came: the provider may be working,
 * and be paid, for nobody. It is looked for as any lost start is, but never sent again.
 */
export async function findLateStart(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const request = await requestOf(context, claim);
  const { sentAt } = claim.work;
  if ('missingAssetId' in request || sentAt === null) return finishStopping(context.prisma, claim);
  const knownTaskIds = (ids: readonly string[]) => findKnownTaskIds(context.prisma, claim, ids);
  const lost = { request, sentAt, mayResend: false, maySend: () => Promise.resolve(false), knownTaskIds };
  const outcome = await askProvider(context, provider, () => provider.recover(lost, signal), null);
  if (outcome?.kind === 'started') {
    await keepLateOperation(context.prisma, context.announcer, claim.result.id, outcome);
    return;
  }
  if (outcome === null || outcome.kind === 'refused' || isOver(claim, outcome)) {
    return finishStopping(context.prisma, claim, outcome?.kind === 'refused');
  }
  await releaseClaim(context.prisma, claim, { inMs: LOOK_AGAIN_MS, held: null, failed: false });
}
