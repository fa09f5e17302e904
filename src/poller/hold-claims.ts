import { LEASE_MS, renewClaims, type LeasedResult } from '../tasks/claims.js';
import type { PollerContext } from './poller-context.js';

/** Does work that may outlast a lease: its claims are renewed while it goes on. */
export async function holdClaims<Answer>(
  { prisma, logger }: PollerContext,
  claims: readonly LeasedResult[],
  work: () => Promise<Answer>,
): Promise<Answer> {
  const renew = (): void => {
    renewClaims(prisma, claims).catch((error: unknown) => {
      logger.warn({ err: error, claims: claims.length }, 'claims could not be renewed');
    });
  };
  const renewal = setInterval(renew, LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}
