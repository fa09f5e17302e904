import { Prisma } from '../database/generated/client.js';
import type { Json } from '../lib/json.js';
import { DELIVERY_TYPE_PREFIX, newDeliveryId } from './new-delivery.js';
import type { Step } from './transitions.js';
import type { ResultState, TaskState, VideoTask } from './video-task.js';

export type Transaction = Prisma.TransactionClient;

/** JSON for a column that is always filled; dates become text. */
function toJson(value: object | Json): Prisma.InputJsonValue {
  const plain: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}

/** JSON for a column that may be empty: null becomes SQL NULL. */
export function toColumn(value: object | Json | null): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : toJson(value);
}

/**
 * Locks a task for the rest of the transaction and tells the database's time: all times of a task are the database's,
 * so that no worker's clock can set them back. Null when there is no such task.
 */
export async function lockTask(transaction: Transaction, taskId: string): Promise<Date | null> {
  const rows = await transaction.$queryRaw<{ now: Date }[]>`
    SELECT clock_timestamp() AS now FROM video_tasks WHERE id = ${taskId} FOR UPDATE`;
  return rows[0]?.now ?? null;
}

/**
 * Stores the steps of one change: the task's new state, its events, and the caller's place in the feed, all in the
 * caller's transaction. The place is taken last, so that other tasks of the same caller wait only for the commit.
 */
export async function writeSteps(
  transaction: Transaction,
  task: VideoTask,
  steps: Step[],
  at: Date,
): Promise<VideoTask> {
  const last = steps.at(-1);
  if (last === undefined) return task;
  const version = task.version + steps.length;
  await transaction.videoTask.update({ where: { id: task.id }, data: { version, ...taskColumns(last.state) } });
  await insertEvents(transaction, task.callerId, eventsOf(task, steps), at);
  return { ...task, ...last.state, version };
}

/** One event of a task, without its place in the caller's feed, and the delivery that carries it, if one does. */
type NewEvent = { taskId: string; version: number; step: Step; deliveryId: string | null };

/** The events that these steps are, for a task that has not taken them yet. */
export function eventsOf(task: VideoTask, steps: readonly Step[]): NewEvent[] {
  return steps.map((step, offset) => {
    return { taskId: task.id, version: task.version + offset + 1, step, deliveryId: newDeliveryId(task, step.type) };
  });
}

/**
 * Stores events of one caller, in order, with the deliveries that carry them, and takes their places in the caller's feed
 * in the same statement: everybody else who writes for this caller waits from here to the commit.
 */
export async function insertEvents(
  transaction: Transaction,
  callerId: string,
  events: readonly NewEvent[],
  at: Date,
): Promise<void> {
  const rows = events.map(({ taskId, version, deliveryId, step: { type, resultIndex, state } }) => {
    return { taskId, version, type, resultIndex, deliveryId, state: changingPart(state) };
  });
  await transaction.$executeRaw`
    WITH place AS (
      UPDATE callers SET feed_position = feed_position + ${rows.length}::int WHERE id = ${callerId}
      RETURNING feed_position - ${rows.length}::int AS before
    ), given AS (
      SELECT event, nth FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) WITH ORDINALITY AS list (event, nth)
    ), delivery AS (
      INSERT INTO webhook_deliveries
        (id, caller_id, webhook_id, task_id, version, type, status, created_at, queued_at, line, due_at)
      SELECT event ->> 'deliveryId', ${callerId}, webhook.id, task.id, (event ->> 'version')::int,
        ${DELIVERY_TYPE_PREFIX} || lower(event ->> 'type'), 'PENDING', ${at}::timestamptz, ${at}::timestamptz,
        webhook.receiver, ${at}::timestamptz
      FROM given JOIN video_tasks AS task ON task.id = event ->> 'taskId' JOIN webhooks AS webhook ON webhook.id = task.webhook_id
      WHERE event ->> 'deliveryId' IS NOT NULL
    )
    INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, result_index, state)
    SELECT event ->> 'taskId', (event ->> 'version')::int, ${callerId}, place.before + nth::int,
      (event ->> 'type')::"VideoTaskEventType", ${at}::timestamptz, (event ->> 'resultIndex')::int, event -> 'state'
    FROM place, given`;
}

/** A whole task is a state too; what never changes of it, such as a long prompt, is not stored with every event. */
function changingPart(state: TaskState): TaskState {
  const { status, progress, progressSource, etaSeconds, startedAt, finishedAt, expiresAt, error, results } = state;
  return { status, progress, progressSource, etaSeconds, startedAt, finishedAt, expiresAt, error, results };
}

function taskColumns(state: TaskState) {
  return {
    status: state.status,
    progress: state.progress,
    progressSource: state.progressSource,
    etaSeconds: state.etaSeconds,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    expiresAt: state.expiresAt,
    error: toColumn(state.error),
  };
}

export function resultColumns(result: ResultState) {
  return {
    status: result.status,
    phase: result.phase,
    provider: result.provider,
    progress: result.progress,
    progressSource: result.progressSource,
    etaSeconds: result.etaSeconds,
    providerTaskId: result.providerTaskId,
    actualPrompt: result.actualPrompt,
    videoAssetId: result.videoAssetId,
    originalAssetId: result.originalAssetId,
    posterAssetId: result.posterAssetId,
    previewAssetId: result.previewAssetId,
    storyboard: toColumn(result.storyboard),
    cost: toColumn(result.cost),
    sensitive: result.sensitive,
    safetyVerdict: toColumn(result.safetyVerdict),
    uploadedTo: result.uploadedTo,
    uploadError: toColumn(result.uploadError),
    error: toColumn(result.error),
  };
}
