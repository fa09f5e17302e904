// The rows of one task, stored by the database's driver alone: the same tables, transaction and durability as in the
// product, without GraphQL, checks and Prisma. Arguments: data folder, milliseconds, inserts in flight.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';
import { keepInFlight } from '../support/in-flight.mjs';

const [dataDir = '', durationMs, inFlight] = process.argv.slice(2);
const database = new PGlite(join(dataDir, 'database'), { relaxedDurability: false });
const callerId = await firstValue(database, 'SELECT id FROM callers');
const inputs = {
  firstFrame: null,
  lastFrame: null,
  continueFrom: null,
  referenceImages: [],
  referenceVideos: [],
  editVideo: null,
  audio: null,
};

/**
 * @param {Pick<PGlite, 'query'>} connection
 * @param {string} sql
 * @param {unknown[]} [parameters]
 */
async function firstValue(connection, sql, parameters = []) {
  const { rows } = await connection.query(sql, parameters, { rowMode: 'array' });
  const [[value]] = z.tuple([z.tuple([z.union([z.string(), z.number()])])]).parse(rows);
  return value;
}

async function insert() {
  const [taskId, resultId] = [`task_${randomUUID()}`, `result_${randomUUID()}`];
  const result = {
    id: resultId,
    index: 0,
    status: 'PENDING',
    phase: 'QUEUED',
    progress: 0,
    progressSource: 'REPORTED',
    etaSeconds: null,
  };
  const more = {
    seed: 7,
    provider: 'ANIMATIC',
    providerTaskId: null,
    actualPrompt: null,
    videoAssetId: null,
    posterAssetId: null,
    error: null,
  };
  const state = {
    status: 'PENDING',
    progress: 0,
    progressSource: 'REPORTED',
    etaSeconds: null,
    startedAt: null,
    finishedAt: null,
    expiresAt: null,
    error: null,
    results: [{ ...result, ...more }],
  };
  await database.transaction(async (transaction) => {
    await transaction.query(
      `INSERT INTO video_tasks (id, caller_id, input_hash, model, mode, status, progress, progress_source, version, prompt, shots, quality,
         aspect_ratio, width, height, duration_seconds, prompt_extend, generate_audio, output_format, output_quality, inputs, warnings, created_at)
       VALUES ($1, $2, $3, 'wan2.7', 'TEXT_TO_VIDEO', 'PENDING', 0, 'REPORTED', 1, $4, '[]', 'P720',
         'LANDSCAPE_16_9', 1280, 720, 5, false, true, 'MP4', 95, $5, '[]', clock_timestamp())`,
      [taskId, callerId, randomUUID(), 'A small kitten running under the moonlight', JSON.stringify(inputs)],
    );
    await transaction.query(
      `INSERT INTO video_results (id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key, due_at)
       VALUES ($1, $2, 0, 'PENDING', 'QUEUED', 0, 'REPORTED', 7, 'ANIMATIC', $3, now())`,
      [resultId, taskId, randomUUID()],
    );
    const take = 'UPDATE callers SET feed_position = feed_position + 1 WHERE id = $1 RETURNING feed_position';
    const position = await firstValue(transaction, take, [callerId]);
    await transaction.query(
      `INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
       VALUES ($1, 1, $2, $3, 'CREATED', clock_timestamp(), $4)`,
      [taskId, callerId, position, JSON.stringify(state)],
    );
  });
}

const { perSecond } = await keepInFlight(Number(inFlight), Number(durationMs), insert);
await database.close();
process.send?.({ perSecond });
process.disconnect();
