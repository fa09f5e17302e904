/**
 * Stores results that already run at an upstream service, and watches how late each check of them is claimed, straight
 * in the database of a gateway that does not run.
 *
 * @typedef {import('./upstreams.mjs').Started & { provider: 'RUNWARE' | 'DASHSCOPE', ageSeconds: number }} InFlight
 */

const CHUNK = 500;
/** Due times lie as far apart as the gateway itself would have planned them within each service's limit. */
const SPREAD_SECONDS = 40;
const CALLER = '(SELECT id FROM callers LIMIT 1)';
const NO_INPUTS =
  '{"firstFrame":null,"lastFrame":null,"continueFrom":null,"referenceImages":[],"referenceVideos":[],"editVideo":null,"audio":null}';
const taskId = (/** @type {string} */ n) => `'task_01' || lpad(to_hex(${n}), 24, '0')`;
const resultId = (/** @type {string} */ n) => `'result_01' || lpad(to_hex(${n}), 24, '0')`;

/** A task and its result for each row of `source`, which has the columns that are named here. */
const insertSql = (/** @type {string} */ source) => `
WITH source AS (${source}), task AS (
  INSERT INTO video_tasks (id, caller_id, input_hash, model, mode, status, progress, progress_source, version, prompt, shots, quality,
    aspect_ratio, width, height, duration_seconds, prompt_extend, generate_audio, output_format, output_quality, inputs, warnings,
    created_at, started_at, finished_at)
  SELECT ${taskId('n')}, ${CALLER}, md5(n::text), 'wan2.7', 'TEXT_TO_VIDEO',
    (CASE WHEN took IS NULL THEN 'PROCESSING' ELSE 'COMPLETED' END)::"VideoTaskStatus", 0, 'ESTIMATED', 1,
    'A tram in the rain at night, reflections on the wet street', '[]', 'P720', 'LANDSCAPE_16_9', 1280, 720, 5, false, true, 'MP4', 95,
    '${NO_INPUTS}', '[]', started_at, started_at, started_at + took FROM source)
INSERT INTO video_results (id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key, operation,
  provider_task_id, sent_at, started_at, generated_at, finished_at, due_at, deadline_at)
SELECT ${resultId('n')}, ${taskId('n')}, 0, (CASE WHEN took IS NULL THEN 'PROCESSING' ELSE 'COMPLETED' END)::"VideoTaskStatus",
  (CASE WHEN took IS NULL THEN 'GENERATING' ELSE 'DONE' END)::"ResultPhase", 0, 'ESTIMATED', 7, provider::"Provider", start_key::uuid,
  operation::jsonb, start_key, started_at, started_at, started_at + took, started_at + took,
  CASE WHEN took IS NULL THEN now() + (20 + random() * ${SPREAD_SECONDS}) * interval '1 second' END, now() + interval '6 hours' FROM source`;

/** Results of an hour ago, from which the product learns how long videos take. @param {any} prisma @param {readonly number[]} seconds */
export async function storeHistory(prisma, seconds) {
  const rows = ['EVOLINK', 'RUNWARE', 'DASHSCOPE'].flatMap((provider, position) =>
    seconds.map((took, index) => `(${(position + 1) * 1_000_000 + index}, '${provider}', ${took})`),
  );
  await prisma.$executeRawUnsafe(
    insertSql(`SELECT n, provider, gen_random_uuid()::text AS start_key, '{}' AS operation, now() - interval '1 hour' AS started_at,
      took * interval '1 second' AS took FROM (VALUES ${rows.join(', ')}) AS history (n, provider, took)`),
  );
}

/** @param {any} prisma @param {readonly InFlight[]} operations */
export async function storeInFlight(prisma, operations) {
  for (let from = 0; from < operations.length; from += CHUNK) {
    const rows = operations
      .slice(from, from + CHUNK)
      .map(
        ({ provider, startKey, operation, ageSeconds }, index) =>
          `(${from + index}, '${provider}', '${startKey}', '${JSON.stringify(operation)}', ${ageSeconds})`,
      );
    await prisma.$executeRawUnsafe(
      insertSql(`SELECT n, provider, start_key, operation, now() - age * interval '1 second' AS started_at, NULL::interval AS took
        FROM (VALUES ${rows.join(', ')}) AS running (n, provider, start_key, operation, age)`),
    );
  }
  await prisma.$executeRawUnsafe('ANALYZE');
}

/** Every claim of a check leaves behind how long after its due time it came. @param {any} prisma */
export async function watchLateness(prisma) {
  await prisma.$executeRawUnsafe(
    'CREATE UNLOGGED TABLE bench_lateness (provider text, ms float8, at timestamptz DEFAULT clock_timestamp())',
  );
  await prisma.$executeRawUnsafe(`CREATE FUNCTION bench_note_lateness() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO bench_lateness (provider, ms) VALUES (OLD.provider, GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - OLD.due_at) * 1000));
      RETURN NULL;
    END $$`);
  await prisma.$executeRawUnsafe(`CREATE TRIGGER bench_lateness AFTER UPDATE ON video_results FOR EACH ROW
    WHEN (OLD.phase = 'GENERATING' AND OLD.lease IS NULL AND NEW.lease IS NOT NULL) EXECUTE FUNCTION bench_note_lateness()`);
}

/** @param {any} prisma @returns {Promise<{ provider: string, ms: number }[]>} */
export function readLateness(prisma) {
  return prisma.$queryRawUnsafe('SELECT provider, ms FROM bench_lateness');
}

/**
 * When the gateway saw each operation done, milliseconds since 1970, by the provider's id.
 * @param {any} prisma
 * @returns {Promise<Map<string, number>>}
 */
export async function readNoticed(prisma) {
  const rows = await prisma.$queryRawUnsafe(
    "SELECT operation, generated_at AS at FROM video_results WHERE generated_at > now() - interval '30 minutes'",
  );
  return new Map(
    rows.map((/** @type {any} */ { operation, at }) => [operation.taskUUID ?? operation.taskId, at.getTime()]),
  );
}
