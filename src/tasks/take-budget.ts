import type { PrismaClient } from '../database/generated/client.js';

/** A rate limit of one account at one provider. */
export type Budget = { account: string; perSecond: number; want: number };

/**
 * Takes up to `want` requests out of an account's token bucket, which fills at `perSecond` and holds one second's worth.
 * The bucket is a row, so that all nodes share it, and only the database's clock fills it. Returns how many may be made.
 */
export async function takeBudget(prisma: PrismaClient, { account, perSecond, want }: Budget): Promise<number> {
  const capacity = Math.max(1, perSecond);
  const granted = await take(prisma, { account, perSecond, want }, capacity);
  if (granted !== null) return granted;
  await prisma.$executeRaw`
    INSERT INTO provider_budgets (account, tokens, at) VALUES (${account}, ${capacity}, clock_timestamp())
    ON CONFLICT (account) DO NOTHING`;
  return (await take(prisma, { account, perSecond, want }, capacity)) ?? 0;
}

/** Null when the bucket does not exist yet. */
async function take(prisma: PrismaClient, budget: Budget, capacity: number): Promise<number | null> {
  const { account, perSecond, want } = budget;
  const rows = await prisma.$queryRaw<{ granted: number }[]>`
    WITH bucket AS (
      SELECT account, LEAST(${capacity}::float8,
        tokens + GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - at)) * ${perSecond}::float8) AS available
      FROM provider_budgets WHERE account = ${account} FOR UPDATE)
    UPDATE provider_budgets AS budget
    SET tokens = bucket.available - LEAST(${want}::float8, FLOOR(bucket.available)), at = clock_timestamp()
    FROM bucket WHERE budget.account = bucket.account
    RETURNING LEAST(${want}::float8, FLOOR(bucket.available))::int AS granted`;
  return rows[0]?.granted ?? null;
}
