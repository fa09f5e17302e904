/**
 * Tasks that run, and events that follow each other, straight in the database: as the poller's would, by the same
 * columns in one transaction, at a fraction of its processor time, which is not what is measured.
 */

const CALLER = '(SELECT id FROM callers LIMIT 1)';
const NO_INPUTS =
  '{"firstFrame":null,"lastFrame":null,"continueFrom":null,"referenceImages":[],"referenceVideos":[],"editVideo":null,"audio":null}';

/** The state that an event of a task keeps. @param {string} task @param {string} progress */
const stateOf = (
  task,
  progress,
) => `jsonb_build_object('status', 'PROCESSING', 'progress', ${progress}, 'progressSource', 'REPORTED',
  'etaSeconds', 60, 'startedAt', '2026-01-01T00:00:00.000Z', 'finishedAt', null, 'expiresAt', null, 'error', null, 'results',
  jsonb_build_array(jsonb_build_object('id', replace(${task}, 'task', 'result'), 'index', 0, 'status', 'PROCESSING', 'phase', 'GENERATING',
    'progress', ${progress}, 'progressSource', 'REPORTED', 'etaSeconds', 60, 'seed', 7, 'provider', 'EVOLINK', 'providerTaskId', ${task},
    'actualPrompt', null, 'videoAssetId', null, 'originalAssetId', null, 'posterAssetId', null, 'previewAssetId', null, 'storyboard', null,
    'cost', null, 'sensitive', null, 'safetyVerdict', null, 'uploadedTo', null, 'uploadError', null, 'error', null)))`;

/**
 * Stores tasks that run at version 1, each with one result and one event.
 * @param {any} prisma
 * @param {number} count
 * @returns {Promise<string[]>} their ids
 */
export async function storeLiveTasks(prisma, count) {
  const id = (/** @type {string} */ kind) => `'${kind}_01' || lpad(to_hex(n), 24, '0')`;
  const numbers = `generate_series(1, ${count}) n`;
  await prisma.$transaction([
    prisma.$executeRawUnsafe(`INSERT INTO video_tasks (id, caller_id, input_hash, model, mode, status, progress, progress_source, version,
        prompt, shots, quality, aspect_ratio, width, height, duration_seconds, prompt_extend, generate_audio, output_format, output_quality,
        inputs, warnings, webhook_events, created_at, started_at)
      SELECT ${id('task')}, ${CALLER}, md5(n::text), 'wan2.7', 'TEXT_TO_VIDEO', 'PROCESSING', 0, 'REPORTED', 1,
        'A tram in the rain at night, reflections on the wet street, number ' || n, '[]', 'P720', 'LANDSCAPE_16_9', 1280, 720, 5, false, true,
        'MP4', 95, '${NO_INPUTS}', '[]', '{}', now(), now() FROM ${numbers}`),
    prisma.$executeRawUnsafe(`INSERT INTO video_results (id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key,
        provider_task_id, started_at)
      SELECT ${id('result')}, ${id('task')}, 0, 'PROCESSING', 'GENERATING', 0, 'REPORTED', 7, 'EVOLINK', gen_random_uuid(), ${id('task')}, now()
      FROM ${numbers}`),
    prisma.$executeRawUnsafe(`INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
      SELECT ${id('task')}, 1, ${CALLER}, n, 'CREATED', now(), ${stateOf(id('task'), '0')} FROM ${numbers}`),
    prisma.$executeRawUnsafe(`UPDATE callers SET feed_position = ${count}`),
  ]);
  await prisma.$executeRawUnsafe('ANALYZE');
  const rows = await prisma.$queryRawUnsafe('SELECT id FROM video_tasks ORDER BY id');
  return rows.map((/** @type {{ id: string }} */ row) => row.id);
}

const WRITE = `
WITH moved AS (
  UPDATE video_tasks SET version = version + 1, progress = version % 100 WHERE id = ANY($1) RETURNING id, caller_id, version, progress),
results AS (
  UPDATE video_results AS result SET progress = moved.progress, eta_seconds = 60 FROM moved WHERE result.task_id = moved.id),
place AS (
  UPDATE callers SET feed_position = feed_position + cardinality($1) WHERE id = (SELECT caller_id FROM moved LIMIT 1)
  RETURNING feed_position - cardinality($1) AS before)
INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, result_index, state)
SELECT id, version, caller_id, place.before + row_number() OVER (ORDER BY id), 'PROGRESSED', clock_timestamp(), 0,
  ${stateOf('moved.id', 'moved.progress')}
FROM moved, place
RETURNING task_id AS id, version, caller_id AS "callerId"`;

/**
 * One event of each task, in one transaction.
 * @param {any} prisma
 * @param {readonly string[]} ids
 * @returns {Promise<{ id: string, callerId: string, version: number }[]>}
 */
export function writeEvents(prisma, ids) {
  return prisma.$queryRawUnsafe(WRITE, ids);
}
