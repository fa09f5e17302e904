import type { PrismaClient } from '../database/generated/client.js';
import type { ProviderName, VideoMode, VideoQuality } from './task.js';

/** Results that are alike enough to take about as long. */
type Kind = { provider: ProviderName; mode: VideoMode; quality: VideoQuality; durationSeconds: number };

/** The provider's newest results that are looked through, those of the kind that count, and how few say nothing. */
const LOOK_THROUGH = 5_000;
const LOOK_BACK = 200;
const MIN_RESULTS = 5;

/** How long the newest results of a kind took from start to file, in seconds; null while there are too few. */
export async function learnTimes(prisma: PrismaClient, kind: Kind): Promise<{ p50: number; p90: number } | null> {
  const rows = await prisma.$queryRaw<{ count: number; p50: number | null; p90: number | null }[]>`
    WITH recent AS MATERIALIZED (
      SELECT task_id, generated_at, started_at FROM video_results
      WHERE provider = ${kind.provider}::"Provider" AND generated_at IS NOT NULL
      ORDER BY generated_at DESC LIMIT ${LOOK_THROUGH}),
    newest AS (
      SELECT EXTRACT(EPOCH FROM result.generated_at - result.started_at)::float8 AS seconds
      FROM recent AS result JOIN video_tasks AS task ON task.id = result.task_id
      WHERE task.mode = ${kind.mode}::"VideoMode" AND task.quality = ${kind.quality}::"VideoQuality"
        AND task.duration_seconds = ${kind.durationSeconds}
      ORDER BY result.generated_at DESC LIMIT ${LOOK_BACK})
    SELECT COUNT(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS p50,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS p90
    FROM newest`;
  const [row] = rows;
  if (row === undefined || row.count < MIN_RESULTS || row.p50 === null || row.p90 === null) return null;
  return { p50: row.p50, p90: row.p90 };
}
