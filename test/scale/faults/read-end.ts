import { openDatabase } from '../../../src/database/open-database.js';
import { storedError, storedState } from '../../../src/tasks/stored.js';
import type { HistoryEvent } from '../../support/judge-events.js';

/** A result as the database has it in the end. */
type EndedResult = {
  provider: string;
  phase: string;
  status: string;
  errorCode: string | null;
  providerTaskId: string | null;
  hasVideo: boolean;
};

/** A task as the database has it in the end, with all its stored events. */
export type EndedTask = {
  id: string;
  prompt: string;
  status: string;
  version: number;
  results: EndedResult[];
  events: HistoryEvent[];
};

/** Reads everything that a database holds of its tasks, past every cache of the nodes. */
export async function readEnd(databaseUrl: string): Promise<EndedTask[]> {
  const database = await openDatabase({ kind: 'postgres', url: databaseUrl });
  try {
    const rows = await database.prisma.videoTask.findMany({ include: { results: { orderBy: { index: 'asc' } } } });
    const stored = await database.prisma.videoTaskEvent.findMany({ orderBy: [{ taskId: 'asc' }, { version: 'asc' }] });
    const events = new Map<string, HistoryEvent[]>(rows.map(({ id }) => [id, []]));
    for (const { taskId, version, type, state } of stored) {
      events.get(taskId)?.push({ version, type, task: storedState.parse(state) });
    }
    return rows.map(({ id, prompt, status, version, results }) => ({
      id,
      prompt,
      status,
      version,
      events: events.get(id) ?? [],
      results: results.map(({ provider, phase, status, error, providerTaskId, videoAssetId }) => ({
        provider,
        phase,
        status,
        errorCode: storedError.nullable().parse(error)?.code ?? null,
        providerTaskId,
        hasVideo: videoAssetId !== null,
      })),
    }));
  } finally {
    await database[Symbol.asyncDispose]();
  }
}
