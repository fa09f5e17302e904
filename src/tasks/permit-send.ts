import { Prisma, type PrismaClient } from '../database/generated/client.js';
import type { Claim } from './claims.js';

/** What must be left of a claim's lease for a start to be sent. */
const MIN_LEASE_LEFT_MS = 3_000;
/** A permission that took longer to come back than this is not used: the worker may have been asleep. */
const MAX_ANSWER_MS = 1_000;

/**
 * The last look before a start is sent. Between the claim and this moment a worker may have been paused for longer than
 * its lease, and the caller may have cancelled: fencing the database does not call back what is already on the wire.
 * The same statement stores that something may have been sent from now on. A yes is good for the very next line only.
 */
export function permitSend(prisma: PrismaClient, claim: Claim): Promise<boolean> {
  return permit(prisma, claim, Prisma.sql`clock_timestamp()`, Prisma.sql`'STARTING'`);
}

/**
 * The last look before a lost start is sent a second time, under the same conditions. The row stays as it is, above all
 * the time of the first send, from which the provider counts how long it knows the start key. It is an update all the
 * same, so that it waits for a cancel that is just being written. A yes is good for the very next line only.
 */
export function permitResend(prisma: PrismaClient, claim: Claim): Promise<boolean> {
  return permit(prisma, claim, Prisma.sql`sent_at`, Prisma.sql`'STARTING', 'START_UNKNOWN'`);
}

async function permit(
  prisma: PrismaClient,
  { result, work }: Claim,
  sentAt: Prisma.Sql,
  phases: Prisma.Sql,
): Promise<boolean> {
  const askedAt = performance.now();
  const permitted = await prisma.$executeRaw`
    UPDATE video_results SET sent_at = ${sentAt}
    WHERE id = ${result.id} AND lease = ${work.lease}::uuid AND phase IN (${phases})
      AND due_at > clock_timestamp() + ${MIN_LEASE_LEFT_MS} * interval '1 millisecond'`;
  return permitted === 1 && performance.now() - askedAt <= MAX_ANSWER_MS;
}

/** Which of a provider's operations already belong to results of ours. */
export async function findKnownTaskIds(
  prisma: PrismaClient,
  claim: Claim,
  providerTaskIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await prisma.videoResult.findMany({
    where: {
      provider: claim.result.provider,
      providerTaskId: { in: [...providerTaskIds] },
      id: { not: claim.result.id },
    },
    select: { providerTaskId: true },
  });
  return new Set(rows.flatMap(({ providerTaskId }) => (providerTaskId === null ? [] : [providerTaskId])));
}
