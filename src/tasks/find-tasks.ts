import type { PrismaClient } from '../database/generated/client.js';
import { toTask } from './task-row.js';
import { isUnstorable } from './text-limits.js';
import type { VideoTask } from './video-task.js';

/** The caller's tasks with these ids, in the order of the ids; null where there is none. */
export async function findTasks(
  prisma: PrismaClient,
  callerId: string,
  ids: readonly string[],
): Promise<(VideoTask | null)[]> {
  const rows = await prisma.videoTask.findMany({
    where: { callerId, id: { in: ids.filter((id) => !isUnstorable(id)) } },
    include: { results: true },
  });
  const tasks = new Map(rows.map((row) => [row.id, toTask(row, row.results)]));
  return ids.map((id) => tasks.get(id) ?? null);
}

/** The caller's task with this id. */
export async function findTask(prisma: PrismaClient, callerId: string, id: string): Promise<VideoTask | null> {
  const [task] = await findTasks(prisma, callerId, [id]);
  return task ?? null;
}

/** The task that the caller's idempotency key already stands for, and the hash of the input it was made from. */
export async function findReplay(
  prisma: PrismaClient,
  callerId: string,
  idempotencyKey: string,
): Promise<{ task: VideoTask; inputHash: string } | null> {
  const row = await prisma.videoTask.findUnique({
    where: { callerId_idempotencyKey: { callerId, idempotencyKey } },
    include: { results: true },
  });
  return row === null ? null : { task: toTask(row, row.results), inputHash: row.inputHash };
}
