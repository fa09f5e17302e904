import { LEASE_MS, renewClaim, type Claim } from '../tasks/claims.js';
import type { PollerContext } from './poller-context.js';

/** Does work that may outlast a lease: its claims are renewed while it goes on. */
export async function holdClaims<Answer>(
  { prisma, logger }: PollerContext,
  claims: readonly Claim[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  const renew = (): void => {
    for (const claim of claims) {
      renewClaim(prisma, claim).catch((error: unknown) => {
        logger.warn({ err: error, resultId: claim.result.id }, 'a claim could not be renewed');
      });
    }
  };
  const renewal = setInterval(renew, LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}
