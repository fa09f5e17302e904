import type { VideoProvider } from '../providers/provider.js';
import { claimResults, type Claim, type Lane } from '../tasks/claims.js';
import { attend } from './attend.js';
import { holdClaims } from './hold-claims.js';
import type { PollerContext } from './poller-context.js';
import type { StepName } from './step-watch.js';

/** What a round claims of each provider, and how much of it at once. */
export type Round = { name: StepName; providers: readonly VideoProvider[]; phases: Lane['phases']; atOnce: number };

/** One round of a lane: claims what is due and works on all that it got at the same time. True when there was something. */
export async function claimRound(
  context: PollerContext,
  { name, providers, phases, atOnce }: Round,
  step: (provider: VideoProvider, claim: Claim) => Promise<void>,
): Promise<boolean> {
  let found = false;
  for (const provider of providers) {
    const claims = await claimResults(context.prisma, { provider: provider.name, phases }, context.worker, atOnce);
    const watched = { name, provider: provider.name };
    await attendAll(context, claims, (claim) => context.watch.run(watched, [claim], () => step(provider, claim)));
    found ||= claims.length > 0;
  }
  return found;
}

/** Does each claim's part of a round at the same time, while all of them are held. */
export async function attendAll(
  context: PollerContext,
  claims: readonly Claim[],
  part: (claim: Claim) => Promise<void>,
): Promise<void> {
  const all = (): Promise<void[]> => Promise.all(claims.map((claim) => attend(context, claim, () => part(claim))));
  await holdClaims(context, claims, all);
}
