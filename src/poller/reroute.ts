import type { VideoProvider } from '../providers/provider.js';
import type { Claim } from '../tasks/claims.js';
import { estimateCost } from '../tasks/estimate-cost.js';
import { aboutClaim } from './about-claim.js';
import type { PollerContext } from './poller-context.js';
import { writeOutcome } from './write-outcome.js';

/** Gives a result that provably was not started to another provider, where it waits for its start anew. */
export async function reroute(context: PollerContext, claim: Claim, next: VideoProvider): Promise<void> {
  const { capabilities, name } = next;
  const progressSource = capabilities.reportsProgress ? 'REPORTED' : 'ESTIMATED';
  const cost = estimateCost(capabilities, claim.task);
  context.logger.warn({ ...aboutClaim(claim), from: claim.result.provider, to: name }, 'a result changes provider');
  await writeOutcome(context, claim, { kind: 'rerouted', provider: name, progressSource, cost }, { next: { inMs: 0 } });
}
