import { Prisma } from '../database/generated/client.js';
import { columnOf } from '../database/column-of.js';
import { DELIVERY_TYPE_PREFIX, newDeliveryId } from './new-delivery.js';
import { firstState, type NewTask } from './new-task.js';
import type { VideoTask } from './video-task.js';
import type { Transaction } from './write-steps.js';

/** What the rows of new tasks hold; all other columns begin empty, or with the table's default. */
const TASK_COLUMNS = Prisma.raw(`id, caller_id, task_uuid, idempotency_key, input_hash, model, mode, status, progress,
  progress_source, version, prompt, negative_prompt, shots, quality, aspect_ratio, width, height, duration_seconds,
  shot_type, prompt_extend, generate_audio, output_format, output_quality, ttl_seconds, safety, upload_url,
  webhook_id, webhook_events, provider_pinned, input_seconds, inputs, warnings, retried_from_id,
  request_id, traceparent`);
const RESULT_COLUMNS = Prisma.raw(
  'id, task_id, index, status, phase, progress, progress_source, seed, provider, start_key, cost',
);

/**
 * Stores tasks of one caller, in their order, each with its results, its place in the caller's feed, event 1, and the
 * delivery of that event to those who asked for it: all in one statement, which is a transaction of its own unless it is
 * part of one. Returns the tasks that are stored, by id. One whose idempotency key or taskUUID is taken, by a stored task
 * or by an earlier one of these, is left out.
 *
 * The caller's row is locked first: others that insert for this caller wait there, and never for each other's keys.
 * @param whose of `unlimited` nothing is stored when the caller has limits; those that are `admitted` were counted.
 */
export async function insertTasks(
  client: Pick<Transaction, '$queryRaw'>,
  callerId: string,
  tasks: readonly NewTask[],
  whose: 'unlimited' | 'admitted',
): Promise<Map<string, VideoTask>> {
  const given = tasks.map((task) => ({ task, state: firstState(task.results) }));
  const stored = await client.$queryRaw<{ id: string; at: Date }[]>`
    WITH caller AS MATERIALIZED (
      SELECT id FROM callers
      WHERE id = ${callerId} AND (${whose === 'admitted'}
        OR COALESCE(tasks_per_minute, tasks_in_flight, usd_per_day, usd_per_month) IS NULL)
      FOR UPDATE
    ), task AS (
      INSERT INTO video_tasks (${TASK_COLUMNS}, created_at)
      SELECT ${TASK_COLUMNS}, clock_timestamp()
      FROM jsonb_populate_recordset(NULL::video_tasks, ${toRows(given.map(taskRow))}::jsonb)
      WHERE EXISTS (SELECT FROM caller)
      ON CONFLICT DO NOTHING
      RETURNING id, created_at, webhook_id
    ), first_event AS (
      SELECT event, nth FROM jsonb_array_elements(${JSON.stringify(given.map(firstEvent))}::jsonb)
        WITH ORDINALITY AS list (event, nth)
    ), delivery AS (
      INSERT INTO webhook_deliveries
        (id, caller_id, webhook_id, task_id, version, type, status, created_at, queued_at, line, due_at)
      SELECT event ->> 'deliveryId', ${callerId}, webhook.id, task.id, 1, ${DELIVERY_TYPE_PREFIX} || 'created', 'PENDING',
        task.created_at, task.created_at, webhook.receiver, task.created_at
      FROM first_event JOIN task ON task.id = event ->> 'taskId' JOIN webhooks AS webhook ON webhook.id = task.webhook_id
      WHERE event ->> 'deliveryId' IS NOT NULL
    ), result AS (
      INSERT INTO video_results (${RESULT_COLUMNS}, due_at)
      SELECT ${RESULT_COLUMNS}, task.created_at
      FROM jsonb_populate_recordset(NULL::video_results, ${toRows(tasks.flatMap(resultRows))}::jsonb) AS given
      JOIN (SELECT id AS stored_id, created_at FROM task) AS task ON task.stored_id = given.task_id
    ), place AS (
      UPDATE callers SET feed_position = feed_position + (SELECT COUNT(*) FROM task)
      WHERE id = ${callerId} AND EXISTS (SELECT FROM task)
      RETURNING feed_position
    )
    INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
    SELECT task.id, 1, ${callerId}, feed_position - COUNT(*) OVER () + ROW_NUMBER() OVER (ORDER BY nth), 'CREATED',
      task.created_at, event -> 'state'
    FROM place, task JOIN first_event ON event ->> 'taskId' = task.id
    RETURNING task_id AS id, at`;
  const times = new Map(stored.map(({ id, at }) => [id, at]));
  return new Map(
    given.flatMap(({ task: { facts }, state }) => {
      const createdAt = times.get(facts.id);
      return createdAt === undefined ? [] : [[facts.id, Object.assign({}, facts, state, { createdAt, version: 1 })]];
    }),
  );
}

type Given = { task: NewTask; state: ReturnType<typeof firstState> };

function taskRow({ task: { facts, idempotencyKey, inputHash }, state }: Given) {
  const { status, progress, progressSource } = state;
  return Object.assign({ idempotencyKey, inputHash, version: 1 }, { status, progress, progressSource }, facts);
}

function resultRows({ facts: { id: taskId }, results }: NewTask) {
  return results.map((result) => ({ ...result, taskId, status: 'PENDING', phase: 'QUEUED', progress: 0 }));
}

function firstEvent({ task, state }: Given) {
  return { taskId: task.facts.id, state, deliveryId: newDeliveryId(task.facts, 'CREATED') };
}

/** JSON in which fields are called as their columns. */
function toRows(rows: readonly object[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value]))),
  );
}
