import type { PrismaClient } from '../database/generated/client.js';
import type { Transaction } from './write-steps.js';

/** What a caller may do; null = no limit. Days and months are those of UTC. */
export type CallerLimits = {
  tasksPerMinute: number | null;
  tasksInFlight: number | null;
  usdPerDay: number | null;
  usdPerMonth: number | null;
};

/** What a caller has done. In US dollars what its results cost, those included that are only reserved. */
export type CallerUse = {
  tasksInLastMinute: number;
  tasksInFlight: number;
  usdToday: number;
  usdThisMonth: number;
};

const LIMITS = { tasksPerMinute: true, tasksInFlight: true, usdPerDay: true, usdPerMonth: true } as const;

export async function readLimits(prisma: Pick<PrismaClient, 'caller'>, callerId: string): Promise<CallerLimits> {
  return prisma.caller.findUniqueOrThrow({ where: { id: callerId }, select: LIMITS });
}

export function hasLimits(limits: CallerLimits): boolean {
  return Object.values(limits).some((limit) => limit !== null);
}

/**
 * What a caller has done up to now, and what time the database has: that of the statement, as no index helps to compare
 * with a clock that goes on.
 */
export async function readUse(
  client: Pick<Transaction, '$queryRaw'>,
  callerId: string,
): Promise<CallerUse & { now: Date }> {
  const rows = await client.$queryRaw<(CallerUse & { now: Date })[]>`
    SELECT
      (SELECT COUNT(DISTINCT task_id)::int FROM spendings
        WHERE caller_id = ${callerId} AND at > statement_timestamp() - interval '1 minute') AS "tasksInLastMinute",
      (SELECT COUNT(*)::int FROM video_tasks
        WHERE caller_id = ${callerId} AND status IN ('PENDING', 'PROCESSING')) AS "tasksInFlight",
      (SELECT COALESCE(SUM(usd), 0)::float8 FROM spendings
        WHERE caller_id = ${callerId} AND at >= date_trunc('day', statement_timestamp(), 'UTC')) AS "usdToday",
      (SELECT COALESCE(SUM(usd), 0)::float8 FROM spendings
        WHERE caller_id = ${callerId} AND at >= date_trunc('month', statement_timestamp(), 'UTC')) AS "usdThisMonth",
      statement_timestamp() AS now`;
  const [use] = rows;
  if (use === undefined) throw new Error('The database told nothing of a caller.');
  return use;
}
