import type { VideoProvider } from '../providers/provider.js';
import { readLimits } from '../tasks/caller-limits.js';
import type { Claim } from '../tasks/claims.js';
import { estimateCost } from '../tasks/estimate-cost.js';
import type { PollerContext } from './poller-context.js';

/**
 * The providers that may make a result, in the operator's order, its present one among them. A caller with a limit in US
 * dollars was admitted at the price that is reserved: whoever takes the result over must not be dearer.
 */
export async function affordableProviders(
  { prisma, providers }: PollerContext,
  { task, result }: Claim,
): Promise<readonly VideoProvider[]> {
  const { usdPerDay, usdPerMonth } = await readLimits(prisma, task.callerId);
  if (usdPerDay === null && usdPerMonth === null) return providers;
  const reservedUsd = result.cost?.usd ?? 0;
  return providers.filter(({ name, capabilities }) => {
    return name === result.provider || (estimateCost(capabilities, task)?.usd ?? 0) <= reservedUsd;
  });
}
