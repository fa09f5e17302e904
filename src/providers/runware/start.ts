import pLimit from 'p-limit';
import type { MaySend, StartOutcome } from '../provider.js';
import { readStart, type StartReading } from './read-start.js';
import type { RunwareClient } from './runware-client.js';
import type { RunwareTask } from './wire.js';

const MAX_TASKS = 20;
const SENDS_AT_ONCE = 8;
const SILENCE: StartOutcome = { kind: 'unknown', message: 'Runware gave no answer for this task.' };

/**
 * Sends tasks in arrays of at most 20; one outcome per task, in order. Permission is asked for each task right before
 * its array leaves; one that is sent by itself afterwards, because its array was refused as a whole, is asked for again.
 * @param requestIds by task UUID.
 */
export async function sendStarts(
  client: RunwareClient,
  tasks: readonly RunwareTask[],
  maySend: MaySend,
  requestIds: ReadonlyMap<string, string | null>,
  signal: AbortSignal,
): Promise<StartOutcome[]> {
  const limit = pLimit(SENDS_AT_ONCE);

  async function sendAllowed(wanted: readonly RunwareTask[]): Promise<StartReading[]> {
    const permissions = await Promise.all(wanted.map(({ taskUUID }) => maySend(taskUUID).catch(() => false)));
    const allowed = wanted.filter((_, position) => permissions[position] === true);
    const readings =
      allowed.length === 0
        ? []
        : await sendTasks(
            client,
            allowed,
            common(allowed.map(({ taskUUID }) => requestIds.get(taskUUID) ?? null)),
            signal,
          );
    return wanted.map((task) => {
      const position = allowed.indexOf(task);
      return position === -1 ? { kind: 'withheld' } : (readings[position] ?? SILENCE);
    });
  }

  async function sendArray(array: readonly RunwareTask[]): Promise<StartOutcome[]> {
    const readings = await sendAllowed(array);
    return Promise.all(
      array.map(async (task, position) => {
        const reading = readings[position];
        if (reading?.kind !== 'alone') return settle(reading);
        const [alone] = await limit(() => sendAllowed([task]));
        return settle(alone);
      }),
    );
  }

  const arrays: RunwareTask[][] = [];
  for (let from = 0; from < tasks.length; from += MAX_TASKS) arrays.push(tasks.slice(from, from + MAX_TASKS));
  return (await Promise.all(arrays.map(sendArray))).flat();
}

/** Sends one task without asking anybody: only under a UUID that was sent before, and with a permission to repeat it. */
export async function sendAgain(
  client: RunwareClient,
  task: RunwareTask,
  requestId: string | null,
  signal: AbortSignal,
): Promise<StartOutcome> {
  const [reading] = await sendTasks(client, [task], requestId, signal);
  return settle(reading);
}

/** What all have in common; null when they differ. */
function common(requestIds: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(requestIds);
  return others.length === 0 ? first : null;
}

async function sendTasks(
  client: RunwareClient,
  tasks: readonly RunwareTask[],
  requestId: string | null,
  signal: AbortSignal,
) {
  const answer = await client.send('start', tasks, signal, requestId);
  return readStart(
    tasks.map(({ taskUUID }) => taskUUID),
    answer,
  );
}

function settle(reading: StartReading | undefined): StartOutcome {
  return reading === undefined || reading.kind === 'alone' ? SILENCE : reading;
}
