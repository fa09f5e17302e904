import type { PrismaClient } from '../database/generated/client.js';
import type { VideoTaskEventModel } from '../database/generated/models.js';
import { storedState } from '../tasks/stored.js';
import { toFacts } from '../tasks/task-row.js';
import type { TaskFacts } from '../tasks/video-task.js';
import type { CallerEvent, TaskEvent } from './event.js';

/** A task's stored events after a version, oldest first; null when the caller has no such task. */
export async function readTaskEvents(
  prisma: PrismaClient,
  callerId: string,
  taskId: string,
  afterVersion: number,
  limit: number,
): Promise<TaskEvent[] | null> {
  const row = await prisma.videoTask.findFirst({
    where: { id: taskId, callerId },
    include: { events: { where: { version: { gt: afterVersion } }, orderBy: { version: 'asc' }, take: limit } },
  });
  if (row === null) return null;
  const facts = toFacts(row);
  return row.events.map((event) => toEvent(facts, event));
}

/** All events of a caller's tasks after a position, oldest first. */
export async function readCallerEvents(
  prisma: PrismaClient,
  callerId: string,
  afterPosition: number,
  limit: number,
): Promise<CallerEvent[]> {
  const rows = await prisma.videoTaskEvent.findMany({
    where: { callerId, position: { gt: afterPosition } },
    include: { task: true },
    orderBy: { position: 'asc' },
    take: limit,
  });
  return rows.map((row) => ({ position: row.position, event: toEvent(toFacts(row.task), row) }));
}

function toEvent(facts: TaskFacts, row: VideoTaskEventModel): TaskEvent {
  const { version, type, at, resultIndex } = row;
  return { version, type, at, resultIndex, task: { ...facts, ...storedState.parse(row.state), version } };
}
