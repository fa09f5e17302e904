// What the database's own driver does with the rows of tasks, in a process of its own: without GraphQL, checks and Prisma.
// Arguments: address, "insert" or "select", milliseconds, how many in flight, and for selects how many tasks are stored.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { filledTaskId } from '../support/fill-tasks.mjs';
import { keepInFlight } from '../support/in-flight.mjs';

const [connectionString, kind, durationMs, inFlight, stored] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString, max: 16 });
const { rows } = await pool.query("SELECT id FROM callers WHERE name = 'local'");
const callerId = rows[0].id;
const none = { firstFrame: null, lastFrame: null, continueFrom: null, editVideo: null, audio: null };
const inputs = JSON.stringify({ ...none, referenceImages: [], referenceVideos: [] });

/** One statement that stores one task as the product does: the task, its result, its place in the feed and event 1. */
const INSERT = `
  WITH task AS (
    INSERT INTO video_tasks (id, caller_id, idempotency_key, input_hash, model, mode, status, progress, progress_source, version, prompt,
      shots, quality, aspect_ratio, width, height, duration_seconds, prompt_extend, generate_audio, output_format, output_quality,
      inputs, warnings, created_at)
    VALUES ($1, $2, $3, $4, 'wan2.7', 'TEXT_TO_VIDEO', 'PENDING', 0, 'REPORTED', 1, $5, '[]', 'P720', 'LANDSCAPE_16_9', 1280, 720, 5,
      FALSE, TRUE, 'MP4', 95, $6, '[]', clock_timestamp())
    RETURNING id, created_at
  ), result AS (
    INSERT INTO video_results (id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key, due_at)
    SELECT $7, id, 0, 'PENDING', 'QUEUED', 0, 'REPORTED', 7, 'ANIMATIC', $8, created_at FROM task
  ), place AS (
    UPDATE callers SET feed_position = feed_position + 1 WHERE id = $2 RETURNING feed_position
  )
  INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
  SELECT task.id, 1, $2, feed_position, 'CREATED', created_at, $9 FROM task, place`;

function insert() {
  const [taskId, resultId, key] = [`task_${randomUUID()}`, `result_${randomUUID()}`, randomUUID()];
  const queued = { status: 'PENDING', progress: 0, progressSource: 'REPORTED', etaSeconds: null, error: null };
  const result = {
    id: resultId,
    index: 0,
    phase: 'QUEUED',
    seed: 7,
    provider: 'ANIMATIC',
    providerTaskId: null,
    ...queued,
  };
  const state = JSON.stringify({ ...queued, startedAt: null, finishedAt: null, expiresAt: null, results: [result] });
  const prompt = 'A small kitten running under the moonlight';
  const values = [taskId, callerId, key, key, prompt, inputs, resultId, randomUUID(), state];
  return pool.query({ name: 'insert', text: INSERT, values });
}

async function select() {
  const id = filledTaskId(1 + Math.floor(Math.random() * Number(stored)));
  const text = 'SELECT * FROM video_tasks WHERE id = $1 AND caller_id = $2';
  const found = await pool.query({ name: 'select', text, values: [id, callerId] });
  if (found.rowCount !== 1) throw new Error(`There is no ${id}.`);
}

const { perSecond } = await keepInFlight(Number(inFlight), Number(durationMs), kind === 'insert' ? insert : select);
await pool.end();
process.send?.({ perSecond });
process.disconnect();
