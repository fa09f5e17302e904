import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import { startRound } from '../../src/poller/start.js';
import type { CheckOutcome } from '../../src/providers/provider.js';
import { checkEvents } from '../support/check-events.js';
import { running, unanswered } from '../support/outcomes.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const MISSING: CheckOutcome = { kind: 'missing', message: 'The service does not know the task.' };
const COST = { usd: 0.5, estimated: true };

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A result that was accepted and then looked up once for each outcome. */
async function looked(outcomes: CheckOutcome[]) {
  const { id } = await room.insert({ result: { provider: 'EVOLINK', cost: COST } });
  const waiting = [...outcomes];
  const check = (): CheckOutcome => waiting.shift() ?? running(0);
  const provider = createScriptedProvider({ name: 'EVOLINK', capabilities: PAID, check });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  for (let count = 0; count < outcomes.length; count += 1) {
    await room.makeDue();
    await checkRound(context, signal);
  }
  expect(waiting).toEqual([]);
  return { id, provider };
}

/** In how many milliseconds the only result is looked up again. */
async function dueInMs(): Promise<number> {
  const { dueAt } = await room.prisma.videoResult.findFirstOrThrow();
  return (dueAt?.getTime() ?? 0) - Date.now();
}

test('an operation that is missing three times in a row is believed to be gone, and may be billed', async () => {
  const { id, provider } = await looked([MISSING, MISSING, MISSING]);
  const task = await room.task(id);
  expect(task).toMatchObject({
    status: 'FAILED',
    error: {
      code: 'RESULT_MISSING',
      billed: null,
      provider: 'EVOLINK',
      message: 'The service does not know the task.',
    },
    results: [{ cost: COST }],
  });
  // It may be billed, so it is looked after by the stop lane.
  expect(provider.released).toHaveLength(0);
  checkEvents(await room.events(id));
});

test('twice is not believed, and it is looked up again after ten seconds', async () => {
  const { id } = await looked([MISSING, MISSING]);
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', results: [{ phase: 'GENERATING' }] });
  expect(Math.abs((await dueInMs()) - 10_000)).toBeLessThan(5_000);
});

test.each([
  ['without news', running(0)],
  ['with progress', running(40)],
])('an operation that is found again %s counts anew', async (_what, found) => {
  const { id } = await looked([MISSING, MISSING, found, MISSING, MISSING]);
  expect((await room.task(id)).status).toBe('PROCESSING');
  const { id: gone } = await looked([MISSING, MISSING, found, MISSING, MISSING, MISSING]);
  expect(await room.task(gone)).toMatchObject({ status: 'FAILED', error: { code: 'RESULT_MISSING' } });
});

test('no answer at all is not missing, however often', async () => {
  const { id } = await looked(Array.from({ length: 10 }, () => unanswered()));
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', results: [{ phase: 'GENERATING', error: null }] });
});

test('a provider that names a time is not asked before', async () => {
  await looked([unanswered(600_000)]);
  expect(await dueInMs()).toBeGreaterThan(570_000);
});

test('while nobody answers, progress is estimated from the clock', async () => {
  const { id } = await room.insert({ result: { provider: 'EVOLINK' } });
  const check = (): CheckOutcome => unanswered();
  const provider = createScriptedProvider({
    name: 'EVOLINK',
    capabilities: { ...PAID, reportsProgress: false, typicalSeconds: { P720: 100, P1080: 200 } },
    check,
  });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  // A video of two seconds takes 70 of the 100 that one of five takes.
  await room.prisma.$executeRaw`UPDATE video_results SET started_at = now() - interval '35 seconds'`;
  await room.makeDue();
  await checkRound(context, signal);
  const task = await room.task(id);
  expect(task).toMatchObject({ status: 'PROCESSING', progressSource: 'ESTIMATED' });
  expect(task.progress).toBeGreaterThanOrEqual(42);
  expect(task.progress).toBeLessThan(60);
  expect(task.etaSeconds).toBeGreaterThan(20);
  expect(task.etaSeconds).toBeLessThanOrEqual(35);
});
