/** Tasks in one statement. */
const CHUNK = 25_000;

const id = (/** @type {string} */ kind) => `'${kind}_01' || lpad(to_hex(n), 24, '0')`;
const posterId = `'asset_02' || lpad(to_hex(n), 24, '0')`;
const caller = "(SELECT id FROM callers WHERE name = 'local')";
const uuid = `md5(n::text)::uuid`;
const result = `jsonb_build_object('id', ${id('result')}, 'index', 0, 'status', 'COMPLETED', 'phase', 'DONE', 'progress', 100, 'progressSource', 'REPORTED',
  'etaSeconds', null, 'seed', n, 'provider', 'ANIMATIC', 'providerTaskId', ${uuid}, 'actualPrompt', null, 'videoAssetId', ${id('asset')},
  'posterAssetId', ${posterId}, 'error', null)`;
const state = `jsonb_build_object('status', 'COMPLETED', 'progress', 100, 'progressSource', 'REPORTED', 'etaSeconds', null, 'startedAt', null,
  'finishedAt', null, 'expiresAt', null, 'error', null, 'results', jsonb_build_array(${result}))`;

/** What stores the tasks `from` to `to` of `count`. @param {number} from @param {number} to @param {number} count */
function statements(from, to, count) {
  const numbers = `generate_series(${from}, ${to}) n`;
  const time = `now() - (${count} - n) * interval '1 minute'`;
  return [
    `INSERT INTO video_tasks (id, caller_id, input_hash, model, mode, status, progress, progress_source, version, prompt, shots, quality,
       aspect_ratio, width, height, duration_seconds, prompt_extend, generate_audio, output_format, output_quality, inputs, warnings,
       created_at, started_at, finished_at)
     SELECT ${id('task')}, ${caller}, md5(n::text) || md5((n + 1)::text), 'wan2.7', 'TEXT_TO_VIDEO',
       (CASE WHEN n % 10 = 0 THEN 'FAILED' ELSE 'COMPLETED' END)::"VideoTaskStatus", 100, 'REPORTED', 2,
       'Shot 1 [0-2s] wide angle: a ' || (ARRAY['kitten', 'lighthouse', 'tram', 'whale', 'dancer'])[1 + n % 5] ||
         ' in the rain at night, number ' || n || '. Shot 2 [2-5s] close-up: reflections on the wet street, slow pan to the left',
       '[{"startSeconds":0,"endSeconds":2,"description":"wide angle"},{"startSeconds":2,"endSeconds":5,"description":"close-up"}]',
       'P720', 'LANDSCAPE_16_9', 1280, 720, 5, false, true, 'MP4', 95,
       '{"firstFrame":null,"lastFrame":null,"continueFrom":null,"referenceImages":[],"referenceVideos":[],"editVideo":null,"audio":null}', '[]',
       ${time}, ${time}, ${time} FROM ${numbers}`,
    `INSERT INTO video_results (id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key, operation, provider_task_id,
       video_asset_id, poster_asset_id, started_at, finished_at)
     SELECT ${id('result')}, ${id('task')}, 0, 'COMPLETED', 'DONE', 100, 'REPORTED', n, 'ANIMATIC', ${uuid},
       jsonb_build_object('request', jsonb_build_object('prompt', repeat('wide angle, rain at night ', 8)), 'actualPrompt', 'x'), ${uuid}::text,
       ${id('asset')}, ${posterId}, ${time}, ${time} FROM ${numbers}`,
    `INSERT INTO media_assets (id, caller_id, kind, origin, storage_key, file_name, mime_type, bytes, width, height, duration_seconds, frame_rate,
       has_audio, sha256, created_at)
     SELECT 'asset_0' || part || lpad(to_hex(n), 24, '0'), ${caller}, (CASE part WHEN 1 THEN 'VIDEO' ELSE 'IMAGE' END)::"MediaKind", 'PRODUCED',
       'bench/' || part || '/' || n, 'kitten-' || n, CASE part WHEN 1 THEN 'video/mp4' ELSE 'image/jpeg' END, 2345678, 1280, 720,
       CASE part WHEN 1 THEN 5 END, CASE part WHEN 1 THEN 30 END, part = 1, md5(n::text) || md5(part::text), ${time}
     FROM ${numbers}, generate_series(1, 2) part`,
    `INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
     SELECT ${id('task')}, version, ${caller}, n * 2 - 2 + version, (CASE version WHEN 1 THEN 'CREATED' ELSE 'COMPLETED' END)::"VideoTaskEventType",
       ${time}, ${state} FROM ${numbers}, generate_series(1, 2) version`,
  ];
}

/**
 * Stores finished tasks of the local caller, each with its result, two events and two assets, straight into the database of
 * a gateway that does not run. Ids are as the product makes them (26 characters behind the kind), and all before the present.
 * @param {(sql: string) => Promise<unknown>} execute
 * @param {number} count
 */
export async function fillTasks(execute, count) {
  for (let from = 1; from <= count; from += CHUNK) {
    for (const sql of statements(from, Math.min(count, from + CHUNK - 1), count)) await execute(sql);
  }
  await execute(`UPDATE callers SET feed_position = ${count} * 2 WHERE id = ${caller}`);
  // What a server does in time by itself: afterwards its figures of the tables are true, and no read has to clean up.
  for (const table of ['video_tasks', 'video_results', 'media_assets', 'video_task_events', 'callers']) {
    await execute(`VACUUM ANALYZE ${table}`);
  }
  await execute('CHECKPOINT');
}

/** The id of the n-th task that `fillTasks` stores, the oldest being 1. @param {number} n */
export function filledTaskId(n) {
  return `task_01${n.toString(16).padStart(24, '0')}`;
}
