import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import { startRound } from '../../src/poller/start.js';
import { stopRound } from '../../src/poller/stop.js';
import { taskError } from '../../src/poller/task-errors.js';
import type { StartOutcome } from '../../src/providers/provider.js';
import { claimResults } from '../../src/tasks/claims.js';
import { checkEvents } from '../support/check-events.js';
import { busy, refused, started } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const LATE: StartOutcome = { ...started('late'), operation: 'late' };

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

async function phases(id: string): Promise<string[]> {
  return (await room.task(id)).results.map(({ phase }) => phase);
}

test('a start stores its intent first and its operation after it', async () => {
  const { id } = await room.insert(2);
  const seen: string[][] = [];
  const provider = createScriptedProvider();
  const start = provider.start;
  const watched = {
    ...provider,
    start: async (...given: Parameters<typeof start>) => (seen.push(await phases(id)), start(...given)),
  };
  await startRound(room.worker('one', watched), signal);
  expect(seen).toEqual([['STARTING', 'STARTING']]);
  expect(await phases(id)).toEqual(['GENERATING', 'GENERATING']);
  expect((await room.events(id)).map(({ type }) => type)).toEqual([
    'CREATED',
    'PROGRESSED',
    'PROGRESSED',
    'STARTED',
    'PROGRESSED',
  ]);
});

test('a busy provider defers the start, which then happens once', async () => {
  const { id } = await room.insert();
  const answers: StartOutcome[] = [busy(60_000)];
  const accepted: string[] = [];
  const provider = createScriptedProvider({
    start: ({ startKey }) => {
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      accepted.push(startKey);
      return started(startKey);
    },
  });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['QUEUED']);
  expect(await startRound(context, signal)).toBe(false);
  await room.makeDue();
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['GENERATING']);
  expect(accepted).toHaveLength(1);
});

test('a refused start fails its result with the error of the provider, and no other', async () => {
  const { id } = await room.insert(2);
  const error = { ...taskError('CONTENT_REJECTED', 'ANIMATIC', 'The prompt is not allowed.'), providerCode: '451' };
  const provider = createScriptedProvider({
    start: ({ startKey, seed }) => (seed === 0 ? refused(error) : started(startKey)),
  });
  await startRound(room.worker('one', provider), signal);
  const { results, status } = await room.task(id);
  expect(status).toBe('PROCESSING');
  expect(results).toMatchObject([
    { status: 'FAILED', error },
    { status: 'PROCESSING', phase: 'GENERATING' },
  ]);
});

test('a lost answer is recovered by the same start key, and never sent again', async () => {
  const { id } = await room.insert();
  const recovered: string[] = [];
  const provider = createScriptedProvider({
    start: () => LOST,
    recover: ({ startKey }) => {
      recovered.push(startKey);
      return started(startKey);
    },
  });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['START_UNKNOWN']);
  await room.makeDue();
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['GENERATING']);
  expect(provider.starts.map(({ startKey }) => startKey)).toEqual(recovered);
});

test('a start that a crash cut off is recovered by the same start key, and never sent again', async () => {
  const { id } = await room.insert();
  const sent: string[] = [];
  let answer: ((outcome: StartOutcome) => void) | undefined;
  const killed = createScriptedProvider({
    start: ({ startKey }) => {
      sent.push(startKey);
      return new Promise((resolve) => (answer = resolve));
    },
  });
  const stale = startRound(room.worker('killed', killed), signal);
  await expect.poll(() => sent.length).toBe(1);
  const provider = createScriptedProvider({
    recover: ({ startKey }) => {
      sent.push(startKey);
      return started(startKey);
    },
  });
  const context = room.worker('next', provider);
  await startRound(context, signal);
  expect(sent).toHaveLength(1);
  await room.makeDue();
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['GENERATING']);
  expect(provider.starts).toEqual([]);
  expect(new Set(sent).size).toBe(1);
  const recovered = await room.task(id);
  answer?.(LATE);
  await stale;
  expect(await room.task(id)).toEqual(recovered);
  expect((await room.events(id)).flatMap(({ task }) => task.results.map(({ phase }) => phase))).toContain(
    'START_UNKNOWN',
  );
});

test('a start that nobody can tell anything about fails openly', async () => {
  const { id } = await room.insert();
  const provider = createScriptedProvider({ start: () => LOST, recover: () => null });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  await room.makeDue();
  await startRound(context, signal);
  expect(await room.task(id)).toMatchObject({
    status: 'FAILED',
    error: { code: 'START_UNKNOWN', billed: null, retryable: true },
  });
  checkEvents(await room.events(id));
  expect(provider.starts).toHaveLength(1);
});

test('a recovery without an answer goes on until the deadline, and no longer', async () => {
  const { id } = await room.insert();
  const provider = createScriptedProvider({ start: () => LOST, recover: () => LOST });
  const context = room.worker('one', provider);
  for (let round = 0; round < 12; round += 1) {
    await startRound(context, signal);
    await room.makeDue();
  }
  expect(await phases(id)).toEqual(['START_UNKNOWN']);
  await room.makeOverdue();
  await startRound(context, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'START_UNKNOWN', billed: null } });
});

test.each([
  [
    'at once',
    () => {
      throw new Error('a bug in the adapter');
    },
  ],
  ['later', () => Promise.reject(new Error('a bug in the adapter'))],
])('a provider that throws %s at a start loses no result and starts none twice', async (_when, start) => {
  const { id } = await room.insert(3);
  let calls = 0;
  const counted = (): Promise<never> => {
    calls += 1;
    return start();
  };
  const context = room.worker('one', { ...createScriptedProvider(), start: counted });
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['START_UNKNOWN', 'START_UNKNOWN', 'START_UNKNOWN']);
  expect(await startRound(context, signal)).toBe(false);
  await room.makeDue();
  await startRound(context, signal);
  expect(await phases(id)).toEqual(['GENERATING', 'GENERATING', 'GENERATING']);
  expect(calls).toBe(1);
});

test('one recovery that throws keeps no other from being recovered or started', async () => {
  const [poisoned, other] = [await room.insert(), await room.insert()];
  const key = async (id: string) =>
    (await room.prisma.videoResult.findFirstOrThrow({ where: { taskId: id } })).startKey;
  const poison = await key(poisoned.id);
  const provider = createScriptedProvider({
    start: () => LOST,
    recover: ({ startKey }) => {
      if (startKey === poison) throw new Error('a bug in the adapter');
      return started(startKey);
    },
  });
  await startRound(room.worker('one', provider), signal);
  const fresh = await room.insert();
  await room.makeDue();
  await startRound(room.worker('one', { ...provider, start: createScriptedProvider().start }), signal);
  expect(await phases(poisoned.id)).toEqual(['START_UNKNOWN']);
  expect(await phases(other.id)).toEqual(['GENERATING']);
  expect(await phases(fresh.id)).toEqual(['GENERATING']);
});

test('a start that crashes its process again and again is given up after five times', async () => {
  const { id } = await room.insert();
  const context = room.worker('next', createScriptedProvider());
  const lane = { provider: 'ANIMATIC' as const, phases: ['QUEUED'] as const };
  for (let crash = 0; crash < 5; crash += 1) {
    expect(await claimResults(room.prisma, lane, 'killed', 1)).toHaveLength(1);
    await room.makeDue();
  }
  await startRound(context, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'INTERNAL', billed: false } });
});

test('a start that answers after the cancel is stopped', async () => {
  const { id } = await room.insert();
  let answer: ((outcome: StartOutcome) => void) | null = null;
  const provider = createScriptedProvider({ start: () => new Promise((resolve) => (answer = resolve)) });
  const context = room.worker('one', provider);
  const round = startRound(context, signal);
  await expect.poll(() => answer).not.toBeNull();
  await room.cancel(id, provider);
  expect(await stopRound(context, signal)).toBe(false);
  (answer as ((outcome: StartOutcome) => void) | null)?.(LATE);
  await round;
  expect(await stopRound(context, signal)).toBe(true);
  expect(provider.cancelled).toEqual(['late']);
  expect(await stopRound(context, signal)).toBe(false);
  expect(await room.task(id)).toMatchObject({ status: 'CANCELLED', results: [{ status: 'CANCELLED', phase: 'DONE' }] });
  checkEvents(await room.events(id));
});

test('a result that is cancelled before its start is never started', async () => {
  const { id } = await room.insert(2);
  const provider = createScriptedProvider();
  const context = room.worker('one', provider);
  await room.cancel(id, provider);
  await room.makeDue();
  expect(await startRound(context, signal)).toBe(false);
  expect(await checkRound(context, signal)).toBe(false);
  expect(provider.starts).toEqual([]);
  expect(provider.cancelled).toEqual([]);
});

test('an input that is gone fails its result', async () => {
  const { id } = await room.insert();
  const media = { openInputs: async () => ({ missingAssetId: 'asset_gone' }) };
  await startRound(room.worker('one', createScriptedProvider(), media), signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'INVALID_INPUT', retryable: false } });
});
