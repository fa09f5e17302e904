import { z } from 'zod';
import { VideoTaskEventType } from '../database/generated/enums.js';
import type { PrismaClient } from '../database/generated/client.js';
import { storedState } from '../tasks/stored.js';
import type { TaskFacts, VideoTask } from '../tasks/video-task.js';
import type { CallerEvent, TaskEvent } from './event.js';
import type { FactsOf } from './remember-facts.js';

export type EventStore = { prisma: PrismaClient; factsOf: FactsOf };

/** The next events, oldest first. `more`: there were as many as were asked for, so others may follow. */
export type Page<Event> = { events: Event[]; more: boolean };

/** A task's events after a version. */
export type TaskQuestion = { callerId: string; taskId: string; afterVersion: number; limit: number };

/** The events of all of a caller's tasks after a position. */
export type CallerQuestion = { callerId: string; afterPosition: number; limit: number };

/** `nth` tells which question a row answers, from 1 on. */
const eventRow = z.object({
  nth: z.number(),
  taskId: z.string(),
  position: z.number(),
  version: z.number(),
  type: z.enum(VideoTaskEventType),
  at: z.date(),
  resultIndex: z.number().nullable(),
  state: storedState,
});
type EventRow = z.infer<typeof eventRow>;

/** A task that is there but has no events after the version gives one row without any. */
const taskRow = z.discriminatedUnion('found', [
  z.object({ found: z.literal(false), nth: z.number() }),
  eventRow.extend({ found: z.literal(true) }),
]);

/**
 * Answers questions about many tasks in one statement: stored events, oldest first; null where the caller has no such
 * task.
 */
export async function readTaskEvents(
  { prisma, factsOf }: EventStore,
  questions: readonly TaskQuestion[],
): Promise<(Page<TaskEvent> | null)[]> {
  const rows = await prisma.$queryRaw`
    SELECT asked.nth::int, task.id AS "taskId", event.version IS NOT NULL AS found, event.position, event.version, event.type::text,
      event.at, event.result_index AS "resultIndex", event.state
    FROM unnest(${questions.map(({ callerId }) => callerId)}::text[], ${questions.map(({ taskId }) => taskId)}::text[],
      ${questions.map(({ afterVersion }) => afterVersion)}::int[], ${questions.map(({ limit }) => limit)}::int[])
      WITH ORDINALITY AS asked (caller_id, task_id, after, count, nth)
    JOIN video_tasks AS task ON task.id = asked.task_id AND task.caller_id = asked.caller_id
    LEFT JOIN LATERAL (
      SELECT * FROM video_task_events WHERE task_id = task.id AND version > asked.after ORDER BY version LIMIT asked.count
    ) AS event ON TRUE
    ORDER BY asked.nth, event.version`;
  const parsed = taskRow.array().parse(rows);
  const found = parsed.filter((row) => row.found);
  const facts = await factsOf(new Set(found.map(({ taskId }) => taskId)));
  const there = new Set(parsed.map(({ nth }) => nth));
  const pages = toPages(questions, found, (row) => eventOf(facts, row));
  return pages.map((page, index) => (there.has(index + 1) ? page : null));
}

/** Answers questions about many callers in one statement, oldest events first. */
export async function readCallerEvents(
  { prisma, factsOf }: EventStore,
  questions: readonly CallerQuestion[],
): Promise<Page<CallerEvent>[]> {
  const rows = await prisma.$queryRaw`
    SELECT asked.nth::int, event.task_id AS "taskId", event.position, event.version, event.type::text, event.at,
      event.result_index AS "resultIndex", event.state
    FROM unnest(${questions.map(({ callerId }) => callerId)}::text[],
      ${questions.map(({ afterPosition }) => afterPosition)}::int[], ${questions.map(({ limit }) => limit)}::int[])
      WITH ORDINALITY AS asked (caller_id, after, count, nth)
    CROSS JOIN LATERAL (
      SELECT * FROM video_task_events WHERE caller_id = asked.caller_id AND position > asked.after ORDER BY position LIMIT asked.count
    ) AS event
    ORDER BY asked.nth, event.position`;
  const found = eventRow.array().parse(rows);
  const facts = await factsOf(new Set(found.map(({ taskId }) => taskId)));
  return toPages(questions, found, (row) => {
    const event = eventOf(facts, row);
    return event === null ? null : { position: row.position, event };
  });
}

function toPages<Event>(
  questions: readonly { limit: number }[],
  rows: readonly EventRow[],
  toEvent: (row: EventRow) => Event | null,
): Page<Event>[] {
  const counts = questions.map(() => 0);
  const pages = questions.map((): Page<Event> => ({ events: [], more: false }));
  for (const row of rows) {
    const index = row.nth - 1;
    const [page, count, limit] = [pages[index], (counts[index] ?? 0) + 1, questions[index]?.limit ?? 0];
    counts[index] = count;
    const event = toEvent(row);
    if (page === undefined) continue;
    page.more = count === limit;
    if (event !== null) page.events.push(event);
  }
  return pages;
}

/** Null when the task was deleted since: then its events are gone too. */
function eventOf(
  facts: ReadonlyMap<string, TaskFacts>,
  { taskId, version, type, at, resultIndex, state }: EventRow,
): TaskEvent | null {
  const known = facts.get(taskId);
  if (known === undefined) return null;
  // Spreading two objects into one takes twenty times as long as this.
  const task: VideoTask = Object.assign({}, known, state, { version });
  return { version, type, at, resultIndex, task };
}
