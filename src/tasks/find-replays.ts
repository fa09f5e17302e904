import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { readTasks } from './read-tasks.js';
import { toTask } from './task-row.js';
import { isUnstorable } from './text-limits.js';
import type { VideoTask } from './video-task.js';

/** A task that an idempotency key stands for, and the hash of the input it was made from. */
export type Replay = { task: VideoTask; inputHash: string };

/** What the caller's idempotency keys already stand for, by key. */
export async function findReplays(
  prisma: PrismaClient,
  callerId: string,
  keys: readonly string[],
): Promise<Map<string, Replay>> {
  const storable = keys.filter((key) => !isUnstorable(key));
  const isMeant = Prisma.sql`task.caller_id = ${callerId} AND task.idempotency_key = ANY(${storable}::text[])`;
  const rows = storable.length === 0 ? [] : await readTasks(prisma, isMeant);
  return new Map(
    rows.map((row) => [row.idempotencyKey ?? '', { task: toTask(row, row.results), inputHash: row.inputHash }]),
  );
}
