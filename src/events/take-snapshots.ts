import type { PrismaClient } from '../database/generated/client.js';
import { findTasks } from '../tasks/find-tasks.js';
import type { TaskEvent } from './event.js';

/** Tasks as they are now, as the first events of feeds; null where the caller has no such task. */
export async function takeSnapshots(
  prisma: PrismaClient,
  asked: readonly { callerId: string; taskId: string }[],
): Promise<(TaskEvent | null)[]> {
  const ids = new Map<string, string[]>();
  for (const { callerId, taskId } of asked) ids.set(callerId, [...(ids.get(callerId) ?? []), taskId]);
  const found = new Map<string, TaskEvent>();
  for (const [callerId, taskIds] of ids) {
    const at = new Date();
    for (const task of await findTasks(prisma, callerId, taskIds)) {
      if (task === null) continue;
      found.set(`${callerId}/${task.id}`, { version: task.version, type: 'SNAPSHOT', at, resultIndex: null, task });
    }
  }
  return asked.map(({ callerId, taskId }) => found.get(`${callerId}/${taskId}`) ?? null);
}
