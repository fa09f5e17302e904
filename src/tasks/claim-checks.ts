import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { LEASE_MS, type LeasedResult } from './claims.js';
import { storedCost } from './stored.js';
import { RESULT_PHASES, VIDEO_MODES, VIDEO_QUALITIES, type ProviderName } from './task.js';
import type { ResultState, ResultWork, VideoTask } from './video-task.js';

/** What a check needs of a task and its result: far less than a start, as thousands are looked up again and again. */
export type CheckClaim = LeasedResult & {
  task: Pick<VideoTask, 'id' | 'mode' | 'quality' | 'durationSeconds' | 'requestId' | 'traceparent'>;
  result: Pick<ResultState, 'id' | 'index' | 'phase' | 'progress' | 'provider' | 'cost'>;
  work: Pick<ResultWork, 'operation' | 'lease' | 'attempts' | 'misses' | 'startedAt'>;
  /** Its deadline has passed, by the database's clock. */
  overdue: boolean;
  /** How long after it was due it was claimed; below 0 for one that came along before it was due. */
  lateMs: number;
};

type CheckLane = {
  provider: ProviderName;
  /** At most so many. */
  limit: number;
  /** What is due within this time comes along while there is room, as one request looks many up. */
  aheadMs: number;
};

const claimedRow = z
  .object({
    id: z.string(),
    index: z.number(),
    phase: z.enum(RESULT_PHASES),
    progress: z.number(),
    cost: storedCost.nullable(),
    taskId: z.string(),
    mode: z.enum(VIDEO_MODES),
    quality: z.enum(VIDEO_QUALITIES),
    durationSeconds: z.number(),
    requestId: z.string().nullable(),
    traceparent: z.string().nullable(),
    operation: z.json().nullable(),
    attempts: z.number(),
    misses: z.number(),
    startedAt: z.date().nullable(),
    overdue: z.boolean(),
    lateMs: z.number(),
  })
  .array();

/** Claims operations to be looked up, the longest due first, as `claimResults` claims other steps. */
export async function claimChecks(prisma: PrismaClient, lane: CheckLane, worker: string): Promise<CheckClaim[]> {
  if (lane.limit <= 0) return [];
  const lease = randomUUID();
  const rows = await prisma.$queryRaw`
    WITH due AS MATERIALIZED (
      SELECT id, due_at FROM video_results
      WHERE due_at <= now() + ${lane.aheadMs} * interval '1 millisecond' AND ${mayCheck(lane.provider, worker)}
      ORDER BY due_at LIMIT ${lane.limit} FOR UPDATE SKIP LOCKED)
    UPDATE video_results AS result
    SET lease = ${lease}::uuid, due_at = now() + ${LEASE_MS} * interval '1 millisecond', attempts = attempts + 1
    FROM due, video_tasks AS task WHERE result.id = due.id AND task.id = result.task_id
    RETURNING result.id, result.index, result.phase, result.progress, result.cost, result.operation, result.attempts,
      result.misses, result.started_at AS "startedAt", COALESCE(result.deadline_at <= now(), FALSE) AS overdue,
      EXTRACT(EPOCH FROM now() - due.due_at)::float8 * 1000 AS "lateMs",
      task.id AS "taskId", task.mode, task.quality, task.duration_seconds AS "durationSeconds",
      task.request_id AS "requestId", task.traceparent`;
  return claimedRow.parse(rows).map((row) => {
    const { id, index, phase, progress, cost, operation, attempts, misses, startedAt, overdue, lateMs } = row;
    const { mode, quality, durationSeconds, requestId, traceparent } = row;
    return {
      task: { id: row.taskId, mode, quality, durationSeconds, requestId, traceparent },
      result: { id, index, phase, progress, provider: lane.provider, cost },
      work: { operation, lease, attempts, misses, startedAt },
      overdue,
      lateMs,
    };
  });
}

/** How many checks of a provider are due, counted up to `limit`. */
export async function countDueChecks(
  prisma: PrismaClient,
  provider: ProviderName,
  worker: string,
  limit: number,
): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT COUNT(*)::int AS count FROM (
      SELECT 1 FROM video_results WHERE due_at <= now() AND ${mayCheck(provider, worker)} LIMIT ${limit}) AS due`;
  return row?.count ?? 0;
}

/**
 * Operations of a provider that are looked up from time to time, by whatever node, and how many of them are due in each
 * second from now on. Those of the past are due in the first; those that are being looked up have no time yet.
 */
export async function readCheckCalendar(
  prisma: PrismaClient,
  provider: ProviderName,
): Promise<{ inFlight: number; seconds: number[] }> {
  const rows = await prisma.$queryRaw<{ second: number | null; count: number }[]>`
    SELECT CASE WHEN lease IS NULL THEN GREATEST(0, FLOOR(EXTRACT(EPOCH FROM due_at - now())))::int END AS second,
      COUNT(*)::int AS count
    FROM video_results WHERE provider = ${provider}::"Provider" AND phase = 'GENERATING' AND due_at IS NOT NULL
    GROUP BY 1 ORDER BY 1`;
  const inFlight = rows.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(rows.map(({ second, count }) => [second, count]));
  const length = 1 + Math.max(-1, ...rows.map(({ second }) => second ?? -1));
  return { inFlight, seconds: Array.from({ length }, (_, second) => counts.get(second) ?? 0) };
}

function mayCheck(provider: ProviderName, worker: string): Prisma.Sql {
  return Prisma.sql`provider = ${provider}::"Provider" AND phase = 'GENERATING' AND stopping = FALSE
    AND (held_by IS NULL OR held_by = ${worker} OR held_until < now())`;
}
