import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { readTasks } from './read-tasks.js';
import { toTask } from './task-row.js';
import { isUnstorable } from './text-limits.js';
import type { VideoTask } from './video-task.js';

/** The caller's tasks among these ids, in no particular order. */
export async function findTasks(prisma: PrismaClient, callerId: string, ids: readonly string[]): Promise<VideoTask[]> {
  const storable = ids.filter((id) => !isUnstorable(id));
  if (storable.length === 0) return [];
  const rows = await readTasks(prisma, Prisma.sql`task.id = ANY(${storable}::text[]) AND task.caller_id = ${callerId}`);
  return rows.map((row) => toTask(row, row.results));
}

/** The caller's task with this id. */
export async function findTask(prisma: PrismaClient, callerId: string, id: string): Promise<VideoTask | null> {
  const [task] = await findTasks(prisma, callerId, [id]);
  return task ?? null;
}
