import { randomUUID } from 'node:crypto';
import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { storedJson } from './stored.js';
import type { ProviderName, ResultPhase } from './task.js';
import { toTask } from './task-row.js';
import type { ResultState, ResultWork, VideoTask } from './video-task.js';

/** How long a claim holds before another worker may take it over. */
export const LEASE_MS = 10_000;

/** What renews and ends a claim: the result, and the name of the claim that may write it. */
export type LeasedResult = { result: Pick<ResultState, 'id' | 'cost'>; work: Pick<ResultWork, 'lease'> };

/** A result that this worker may work on until its lease ends. `overdue`: its deadline has passed. */
export type Claim = {
  task: VideoTask;
  result: ResultState;
  work: ResultWork;
  overdue: boolean;
  /** How long after it was due it was claimed, by the database's clock. */
  lateMs: number;
};

/**
 * Which results to claim: unfinished ones by phase, those whose video is kept and has to be uploaded, or done ones whose
 * operation still has to be stopped or let go.
 */
export type Lane = { provider: ProviderName; phases: readonly ResultPhase[] | 'uploading' | 'stopping' };

/** How a claim ends without a change. */
export type Release = {
  /** When the step may be claimed again, counted from now. */
  inMs: number;
  /** The worker that holds the operation in its own process, and for how long others keep off; null = nobody does. */
  held: { by: string; forMs: number } | null;
  /** Whether the step came to nothing: then the attempt counts, as a crash does. */
  failed: boolean;
};

type ClaimedRow = { id: string; overdue: boolean; lateMs: number };

/**
 * Claims due results, oldest first. The row is the queue: a claim is one guarded update, other workers skip rows that
 * are being claimed, and only the database's clock tells whether a lease has ended. Crashes count as attempts, but not for
 * a paid video that is being secured, on the first day, for which services keep it: somebody else's crash must not lose it.
 */
export async function claimResults(prisma: PrismaClient, lane: Lane, worker: string, limit: number): Promise<Claim[]> {
  if (limit <= 0) return [];
  const lease = randomUUID();
  const stopping = lane.phases === 'stopping';
  const uploading = lane.phases === 'uploading';
  const phases = phasesOf(lane);
  // Materialized: otherwise the planner may run the choice more than once, and claim more than the limit.
  const claimed = await prisma.$queryRaw<ClaimedRow[]>`
    WITH due AS MATERIALIZED (
      SELECT id, due_at FROM video_results
      WHERE due_at <= now() AND provider = ${lane.provider}::"Provider" AND stopping = ${stopping}
        AND phase IN (${Prisma.join(phases.map((phase) => Prisma.sql`${phase}::"ResultPhase"`))})
        AND (phase = 'SECURING' AND video_asset_id IS NOT NULL) = ${uploading}
        AND (held_by IS NULL OR held_by = ${worker} OR held_until < now())
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE video_results AS result
    SET lease = ${lease}::uuid, due_at = now() + ${LEASE_MS} * interval '1 millisecond',
      attempts = CASE WHEN result.lease IS NOT NULL AND result.phase = 'SECURING' AND result.sent_at IS NOT NULL
        AND result.generated_at > now() - interval '1 day' THEN attempts ELSE attempts + 1 END
    FROM due WHERE result.id = due.id
    RETURNING result.id, COALESCE(result.deadline_at <= now(), FALSE) AS overdue,
      EXTRACT(EPOCH FROM now() - due.due_at)::float8 * 1000 AS "lateMs"`;
  return claimed.length === 0 ? [] : load(prisma, claimed, lease);
}

function phasesOf({ phases }: Lane): readonly ResultPhase[] {
  if (phases === 'stopping') return ['DONE'];
  return phases === 'uploading' ? ['SECURING'] : phases;
}

async function load(prisma: PrismaClient, claimed: ClaimedRow[], lease: string): Promise<Claim[]> {
  const claims = new Map(claimed.map((row) => [row.id, row]));
  const rows = await prisma.videoResult.findMany({
    where: { id: { in: claimed.map((row) => row.id) }, lease },
    include: { task: { include: { results: true } } },
    orderBy: [{ taskId: 'asc' }, { index: 'asc' }],
  });
  return rows.flatMap((row) => {
    const task = toTask(row.task, row.task.results);
    const result = task.results.find((each) => each.id === row.id);
    const claim = claims.get(row.id);
    if (result === undefined || claim === undefined) return [];
    const work: ResultWork = {
      startKey: row.startKey,
      operation: storedJson.nullable().parse(row.operation),
      output: storedJson.nullable().parse(row.output),
      lease,
      attempts: row.attempts,
      sentAt: row.sentAt,
      misses: row.misses,
      startedAt: row.startedAt,
      generatedAt: row.generatedAt,
    };
    return [{ task, result, work, overdue: claim.overdue, lateMs: claim.lateMs }];
  });
}

/** Keeps claims of one round for another lease; those that were taken over are left alone. */
export async function renewClaims(prisma: PrismaClient, claims: readonly LeasedResult[]): Promise<void> {
  const [first] = claims;
  if (first === undefined) return;
  const ids = Prisma.join(claims.map(({ result }) => result.id));
  await prisma.$executeRaw`
    UPDATE video_results SET due_at = now() + ${LEASE_MS} * interval '1 millisecond'
    WHERE id IN (${ids}) AND lease = ${first.work.lease}::uuid AND due_at IS NOT NULL`;
}

/** Ends claims of one round without a change, each to be claimed again after its own time. */
export async function releaseClaims(
  prisma: PrismaClient,
  releases: readonly { claim: LeasedResult; inMs: number; misses: number }[],
): Promise<void> {
  const [first] = releases;
  if (first === undefined) return;
  const rows = releases.map(
    ({ claim, inMs, misses }) => Prisma.sql`(${claim.result.id}, ${inMs}::float8, ${misses}::int)`,
  );
  await prisma.$executeRaw`
    UPDATE video_results AS result
    SET lease = NULL, attempts = 0, misses = release.misses, due_at = now() + release.in_ms * interval '1 millisecond'
    FROM (VALUES ${Prisma.join(rows)}) AS release (id, in_ms, misses)
    WHERE result.id = release.id AND result.lease = ${first.claim.work.lease}::uuid`;
}

/** Ends a claim without a change. */
export async function releaseClaim(
  prisma: PrismaClient,
  claim: LeasedResult,
  { inMs, held, failed }: Release,
): Promise<void> {
  await prisma.$executeRaw`
    UPDATE video_results
    SET lease = NULL, attempts = CASE WHEN ${failed} THEN attempts ELSE 0 END, due_at = now() + ${inMs} * interval '1 millisecond',
      held_by = ${held?.by ?? null}, held_until = now() + ${held?.forMs ?? 0} * interval '1 millisecond'
    WHERE id = ${claim.result.id} AND lease = ${claim.work.lease}::uuid`;
}

/** Nothing is left to stop at the provider. `isFree`: it has told that it bills nothing for this one. */
export async function finishStopping(prisma: PrismaClient, claim: LeasedResult, isFree = false): Promise<void> {
  const cost = isFree && claim.result.cost !== null ? { cost: { usd: 0, estimated: false } } : {};
  await prisma.videoResult.updateMany({
    where: { id: claim.result.id, lease: claim.work.lease },
    data: { ...cost, stopping: false, lease: null, dueAt: null, attempts: 0, heldBy: null, heldUntil: null },
  });
}

/** Gives back what a worker holds when it ends, so that another goes on at once. */
export async function releaseWorker(prisma: PrismaClient, worker: string): Promise<void> {
  await prisma.$executeRaw`
    UPDATE video_results SET due_at = now(), held_by = NULL, held_until = NULL
    WHERE held_by = ${worker} AND due_at IS NOT NULL AND lease IS NULL`;
}

/**
 * Drops every claim. Only for a database that one process owns: what a killed process had claimed goes on at once
 * instead of after its leases. Many claims die with a process, and what may be paid for must not be given up because of
 * somebody else's crash: it costs them no attempt on the first day, for which services keep their videos.
 */
export async function dropAllClaims(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    UPDATE video_results SET due_at = LEAST(due_at, now()), lease = NULL, held_by = NULL, held_until = NULL,
      attempts = CASE WHEN lease IS NOT NULL AND sent_at > now() - interval '1 day'
        THEN GREATEST(0, attempts - 1) ELSE attempts END
    WHERE due_at IS NOT NULL AND (lease IS NOT NULL OR held_by IS NOT NULL)`;
}
