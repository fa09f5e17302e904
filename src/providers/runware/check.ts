import pLimit from 'p-limit';
import type { Json } from '../../lib/json.js';
import type { CheckOutcome } from '../provider.js';
import { readCheck, type CheckReading } from './read-check.js';
import type { RunwareClient } from './runware-client.js';
import { operationSchema } from './wire.js';

const MAX_TASKS = 100;
const ASKS_AT_ONCE = 8;
/** Requests that one call may make for tasks by themselves: four seconds of the rate that checks have. */
const MAX_ALONE = 20;
const ARRAY_AGAIN_MS = 600_000;

const UNREADABLE: CheckOutcome = {
  kind: 'unanswered',
  message: 'The stored operation cannot be read.',
  retryAfterMs: null,
};
const LATER: CheckOutcome = { kind: 'unanswered', message: 'It is asked for with the next check.', retryAfterMs: null };

/**
 * Looks operations up with `getResponse`. That many of them go in one array follows from the array API, but no page
 * says so: where an array is refused as such, they are asked for one by one, and the array is tried again in ten minutes.
 */
export function createCheck(client: RunwareClient, now: () => number) {
  let aloneUntilMs = 0;

  async function ask(taskUUIDs: readonly string[], signal: AbortSignal) {
    const tasks = taskUUIDs.map((taskUUID) => ({ taskType: 'getResponse', taskUUID }));
    const answer = await client.send('check', tasks, signal);
    const isBusy = answer.kind === 'answered' && answer.status === 429;
    return { ...readCheck(taskUUIDs, answer), isBusy };
  }

  async function askArray(taskUUIDs: readonly string[], signal: AbortSignal): Promise<CheckReading[]> {
    if (now() < aloneUntilMs && taskUUIDs.length > 1) return taskUUIDs.map(() => ({ kind: 'alone' }));
    const { readings, arrayRefused } = await ask(taskUUIDs, signal);
    if (arrayRefused) aloneUntilMs = now() + ARRAY_AGAIN_MS;
    return readings;
  }

  /** Asks for tasks one by one; the first refusal for load ends the round for the others. */
  function openAlone(signal: AbortSignal) {
    const limit = pLimit(ASKS_AT_ONCE);
    let left = MAX_ALONE;
    let busy: CheckOutcome | null = null;
    return (taskUUID: string): Promise<CheckOutcome> =>
      limit(async () => {
        if (busy !== null) return busy;
        left -= 1;
        if (left < 0) return LATER;
        const { readings, isBusy } = await ask([taskUUID], signal);
        const outcome = settle(readings[0]);
        if (isBusy) busy = outcome;
        return outcome;
      });
  }

  async function lookUp(taskUUIDs: readonly string[], signal: AbortSignal): Promise<Map<string, CheckOutcome>> {
    const askAlone = openAlone(signal);
    const outcomes = new Map<string, CheckOutcome>();
    for (let from = 0; from < taskUUIDs.length; from += MAX_TASKS) {
      const array = taskUUIDs.slice(from, from + MAX_TASKS);
      const readings = await askArray(array, signal);
      const settled = array.map(async (taskUUID, position) => {
        const reading = readings[position];
        return reading?.kind === 'alone' ? askAlone(taskUUID) : settle(reading);
      });
      for (const [position, outcome] of (await Promise.all(settled)).entries()) {
        outcomes.set(array[position] ?? '', outcome);
      }
    }
    return outcomes;
  }

  return {
    /** One outcome per operation, in order. Never throws. */
    async check(operations: readonly Json[], signal: AbortSignal): Promise<CheckOutcome[]> {
      const asked = operations.map((operation) => operationSchema.safeParse(operation).data?.taskUUID ?? null);
      const taskUUIDs = [...new Set(asked.filter((taskUUID) => taskUUID !== null))];
      const outcomes = await lookUp(taskUUIDs, signal);
      return asked.map((taskUUID) => (taskUUID === null ? UNREADABLE : (outcomes.get(taskUUID) ?? LATER)));
    },
  };
}

function settle(reading: CheckReading | undefined): CheckOutcome {
  return reading === undefined || reading.kind === 'alone' ? LATER : reading;
}
