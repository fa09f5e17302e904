import { z } from 'zod';
import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import { repeat, type Repetition } from '../lib/repeat.js';
import { callerTopic, taskTopic, type Bus } from './bus.js';
import type { Watched } from './watched.js';

const EVERY_MS = 2_000;

/** No caller's feed has stood here. */
const UNKNOWN = -1;

/** Newer than every version: the task is gone, as whoever reads it finds. */
const GONE = Number.MAX_SAFE_INTEGER;

export type SweepContext = { prisma: PrismaClient; bus: Bus; watched: Watched };

/** A caller's feed that has moved: the newest versions of the tasks it tells of, and of how many events that is. */
const movedFeed = z.object({
  callerId: z.string(),
  position: z.number(),
  seen: z.number(),
  events: z.number(),
  versions: z.record(z.string(), z.number()),
});
type MovedFeed = z.infer<typeof movedFeed>;

/**
 * Catches what the bus does not carry, and what it loses. One statement asks how far the feeds of the callers have moved
 * that are watched for here: tasks to which nothing happens cost nothing, however many are watched.
 */
export function createSweep(context: SweepContext): () => Promise<void> {
  /** Where the feeds stood when they were last looked at, by caller. */
  let seen = new Map<string, number>();
  return async () => {
    const before = new Map(context.watched.callerIds().map((id) => [id, seen.get(id) ?? UNKNOWN]));
    if (before.size > 0) await announceMoved(context, before);
    seen = before;
  };
}

export function startSweep(context: SweepContext, logger: Logger): Repetition {
  const onError = (error: unknown): void => logger.warn({ err: error }, 'a sweep for missed events failed');
  return repeat(createSweep(context), EVERY_MS, onError);
}

/** Announces what has happened since, and puts down where the feeds stand now. */
async function announceMoved({ prisma, bus, watched }: SweepContext, seen: Map<string, number>): Promise<void> {
  const moved = await readMoved(prisma, seen);
  for (const { callerId, position, versions } of moved) {
    for (const [taskId, version] of Object.entries(versions)) bus.publishHere(taskTopic(taskId), version);
    bus.publishHere(callerTopic(callerId), position);
  }
  // Nobody knows what happened to the tasks of a new caller meanwhile; and where events are missing, a task was deleted.
  const unclear = moved.filter((feed) => feed.events < feed.position - feed.seen);
  const taskIds = unclear.flatMap(({ callerId }) => watched.taskIds(callerId));
  if (taskIds.length > 0) {
    const versions = await readVersions(prisma, taskIds);
    for (const id of taskIds) bus.publishHere(taskTopic(id), versions.get(id) ?? GONE);
  }
  for (const { callerId, position } of moved) seen.set(callerId, position);
}

async function readMoved(prisma: PrismaClient, seen: ReadonlyMap<string, number>): Promise<MovedFeed[]> {
  const rows = await prisma.$queryRaw`
    SELECT caller.id AS "callerId", caller.feed_position AS position, asked.seen, news.events::int, news.versions
    FROM unnest(${[...seen.keys()]}::text[], ${[...seen.values()]}::int[]) AS asked (id, seen)
    JOIN callers AS caller ON caller.id = asked.id AND caller.feed_position > asked.seen
    CROSS JOIN LATERAL (
      SELECT COALESCE(sum(task.events), 0) AS events, COALESCE(jsonb_object_agg(task.id, task.version), '{}') AS versions
      FROM (
        SELECT task_id AS id, max(version) AS version, count(*) AS events FROM video_task_events
        WHERE caller_id = caller.id AND position > asked.seen AND asked.seen <> ${UNKNOWN}
        GROUP BY task_id
      ) AS task
    ) AS news`;
  return movedFeed.array().parse(rows);
}

async function readVersions(prisma: PrismaClient, taskIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await prisma.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM video_tasks WHERE id = ANY(${taskIds}::text[])`;
  return new Map(rows.map(({ id, version }) => [id, version]));
}
