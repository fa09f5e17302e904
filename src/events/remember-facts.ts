import { LRUCache } from 'lru-cache';
import type { PrismaClient } from '../database/generated/client.js';
import { toFacts } from '../tasks/task-row.js';
import type { TaskFacts } from '../tasks/video-task.js';

/** About 50 MiB of tasks with long prompts. */
const REMEMBERED = 10_000;

/** What tasks are from their first moment on, by their ids; those that are gone are left out. */
export type FactsOf = (taskIds: ReadonlySet<string>) => Promise<ReadonlyMap<string, TaskFacts>>;

/** Reads the facts of tasks once and remembers them: they never change, while events come again and again. */
export function rememberFacts(prisma: PrismaClient): FactsOf {
  const remembered = new LRUCache<string, TaskFacts>({ max: REMEMBERED });
  return async (taskIds) => {
    const found = new Map<string, TaskFacts>();
    const unknown: string[] = [];
    for (const id of taskIds) {
      const facts = remembered.get(id);
      if (facts === undefined) unknown.push(id);
      else found.set(id, facts);
    }
    if (unknown.length === 0) return found;
    for (const row of await prisma.videoTask.findMany({ where: { id: { in: unknown } } })) {
      const facts = toFacts(row);
      remembered.set(row.id, facts);
      found.set(row.id, facts);
    }
    return found;
  };
}
