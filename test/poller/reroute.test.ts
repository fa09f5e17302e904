import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PollerContext } from '../../src/poller/poller-context.js';
import { startRound } from '../../src/poller/start.js';
import type { StartOutcome, VideoProvider } from '../../src/providers/provider.js';
import type { TaskErrorCode } from '../../src/tasks/task.js';
import { checkEvents } from '../support/check-events.js';
import { busy, errorOf, refused, started } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type ScriptedProvider, type Script } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const FIRST = { result: { provider: 'EVOLINK', cost: { usd: 0.2, estimated: true } } } as const;

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

function evolink(start: () => StartOutcome, script: Script = {}): ScriptedProvider {
  return createScriptedProvider({ name: 'EVOLINK', capabilities: PAID, start, ...script });
}

/** It costs twice as much, and tells no progress. */
function runware(script: Script = {}): ScriptedProvider {
  const price = { P720: 0.2, P1080: 0.3 };
  return createScriptedProvider({
    name: 'RUNWARE',
    ...script,
    capabilities: { ...PAID, price, reportsProgress: false, ...script.capabilities },
  });
}

function refusal(code: TaskErrorCode): () => StartOutcome {
  return () => refused(errorOf(code, 'EVOLINK'));
}

/** A worker for whom one provider is set aside. */
function without(name: VideoProvider['name'], context: PollerContext): PollerContext {
  return { ...context, health: { ...context.health, isAvailable: (each) => each !== name } };
}

test.each([
  ['a refused key', refusal('PROVIDER_AUTH')],
  ['an empty account', refusal('PROVIDER_BALANCE')],
  ['a service that is down', refusal('PROVIDER_UNAVAILABLE')],
  ['a service that is down for a moment', () => busy(1000, 'PROVIDER_UNAVAILABLE')],
] as const)('%s hands a result to the next provider, which starts it', async (_what, start) => {
  const { id } = await room.insert(FIRST);
  const next = runware();
  await startRound(room.worker('one', [evolink(start), next]), signal);
  expect(next.starts).toHaveLength(1);
  const { results, ...task } = await room.task(id);
  expect(task.error).toBeNull();
  expect(results).toMatchObject([
    {
      phase: 'GENERATING',
      provider: 'RUNWARE',
      seed: 0,
      progressSource: 'ESTIMATED',
      cost: { usd: 0.4, estimated: true },
    },
  ]);
});

test('each change of the provider is an event, and waiting is what comes between', async () => {
  const { id } = await room.insert(FIRST);
  await startRound(room.worker('one', [evolink(refusal('PROVIDER_BALANCE')), runware()]), signal);
  const seen = (await room.events(id)).map(({ task }) => [task.results[0]?.provider, task.results[0]?.phase]);
  expect(seen).toEqual([
    ['EVOLINK', 'QUEUED'],
    ['EVOLINK', 'STARTING'],
    ['RUNWARE', 'QUEUED'],
    ['RUNWARE', 'STARTING'],
    ['RUNWARE', 'GENERATING'],
  ]);
});

test.each(['CONTENT_REJECTED', 'INVALID_INPUT', 'PROVIDER_FAILED'] as const)(
  '%s speaks of the request: it fails, and nobody else is asked',
  async (code) => {
    const { id } = await room.insert(FIRST);
    const next = runware();
    await startRound(room.worker('one', [evolink(refusal(code)), next]), signal);
    expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code, provider: 'EVOLINK' } });
    expect(next.starts).toEqual([]);
    checkEvents(await room.events(id));
  },
);

test('a rate limit is waited for, not fled from', async () => {
  const { id } = await room.insert(FIRST);
  const next = runware();
  await startRound(room.worker('one', [evolink(() => busy(60_000)), next]), signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'QUEUED', provider: 'EVOLINK' }]);
  expect(next.starts).toEqual([]);
});

test('a lost answer is no refusal: nobody else is asked', async () => {
  const { id } = await room.insert(FIRST);
  const next = runware();
  const lost: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
  // What the lost start turns out to be is told by a recovery: refused, but perhaps only now.
  const first = evolink(() => lost, { recover: refusal('PROVIDER_UNAVAILABLE') });
  const context = room.worker('one', [first, next]);
  await startRound(context, signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'START_UNKNOWN', provider: 'EVOLINK' }]);
  await room.makeDue();
  await startRound(context, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_UNAVAILABLE' } });
  expect(next.starts).toEqual([]);
});

test('a task that names its provider fails with the reason, and stays there', async () => {
  const { id } = await room.insert({ ...FIRST, facts: { providerPinned: true } });
  const next = runware();
  await startRound(room.worker('one', [evolink(refusal('PROVIDER_AUTH')), next]), signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_AUTH' } });
  expect(next.starts).toEqual([]);
});

test('a task that names its provider waits while that is set aside', async () => {
  const { id } = await room.insert({ ...FIRST, facts: { providerPinned: true } });
  const [first, next] = [evolink(refusal('PROVIDER_AUTH')), runware()];
  const context = room.worker('one', [first, next]);
  await startRound(without('EVOLINK', context), signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'QUEUED', provider: 'EVOLINK' }]);
  expect([first.starts, next.starts]).toEqual([[], []]);
});

test('a provider that is set aside is not sent to: the next one takes over', async () => {
  const { id } = await room.insert(FIRST);
  const [first, next] = [evolink(refusal('PROVIDER_AUTH')), runware()];
  await startRound(without('EVOLINK', room.worker('one', [first, next])), signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'GENERATING', provider: 'RUNWARE' }]);
  expect(first.starts).toEqual([]);
});

test('a provider that is set aside is not sent to: one before it in the order may take over too', async () => {
  const { id } = await room.insert({ result: { provider: 'RUNWARE' } });
  const [first, last] = [evolink(() => started('early')), runware()];
  await startRound(without('RUNWARE', room.worker('one', [first, last])), signal);
  await startRound(room.worker('one', [first, last]), signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'GENERATING', provider: 'EVOLINK' }]);
  expect(last.starts).toEqual([]);
});

test('the next provider must be able to do it; without one, the refusal is the result', async () => {
  const { id } = await room.insert(FIRST);
  const unable = runware({ capabilities: { modes: ['VIDEO_EDIT'] } });
  await startRound(room.worker('one', [evolink(refusal('PROVIDER_BALANCE')), unable]), signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_BALANCE' } });
});

describe('a result of a caller with a limit in US dollars', () => {
  const limit = (limits: { usdPerDay?: number | null; usdPerMonth?: number | null }) =>
    database.prisma.caller.update({ where: { id: room.callerId }, data: limits });
  afterEach(() => limit({ usdPerDay: null, usdPerMonth: null }));

  test.each<Parameters<typeof limit>[0]>([{ usdPerDay: 1 }, { usdPerMonth: 1 }])(
    'waits rather than cost more than is reserved: %o',
    async (limits) => {
      const { id } = await room.insert(FIRST);
      await limit(limits);
      const [first, dearer] = [evolink(() => started('late')), runware()];
      const context = room.worker('one', [first, dearer]);
      await startRound(without('EVOLINK', context), signal);
      expect((await room.task(id)).results).toMatchObject([
        { phase: 'QUEUED', provider: 'EVOLINK', cost: { usd: 0.2 } },
      ]);
      expect(dearer.starts).toEqual([]);
      await room.makeDue();
      await startRound(context, signal);
      expect((await room.task(id)).results).toMatchObject([{ phase: 'GENERATING', provider: 'EVOLINK' }]);
    },
  );

  test('that is refused goes to the next one that is not dearer', async () => {
    const { id } = await room.insert(FIRST);
    await limit({ usdPerDay: 1 });
    const [dearer, last] = [runware(), createScriptedProvider({ name: 'DASHSCOPE', capabilities: PAID })];
    await startRound(room.worker('one', [evolink(refusal('PROVIDER_BALANCE')), dearer, last]), signal);
    expect((await room.task(id)).results).toMatchObject([{ provider: 'DASHSCOPE', cost: { usd: 0.2 } }]);
    expect([dearer.starts.length, last.starts.length]).toEqual([0, 1]);
  });

  test('fails with the refusal when all others are dearer', async () => {
    const { id } = await room.insert(FIRST);
    await limit({ usdPerMonth: 1 });
    const dearer = runware();
    await startRound(room.worker('one', [evolink(refusal('PROVIDER_BALANCE')), dearer]), signal);
    expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_BALANCE' } });
    expect(dearer.starts).toEqual([]);
  });
});

test('a result does not come back to a provider that refused it', async () => {
  const { id } = await room.insert(FIRST);
  const first = evolink(refusal('PROVIDER_BALANCE'));
  const last = runware({ start: () => refused(errorOf('PROVIDER_BALANCE', 'RUNWARE')) });
  await startRound(room.worker('one', [first, last]), signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { provider: 'RUNWARE' } });
  expect([first.starts.length, last.starts.length]).toEqual([1, 1]);
});

test('only the results that were refused change provider', async () => {
  const { id } = await room.insert({ ...FIRST, numberResults: 2 });
  const outcomes = [refusal('PROVIDER_BALANCE')];
  const first = createScriptedProvider({
    name: 'EVOLINK',
    capabilities: PAID,
    start: ({ startKey }) => outcomes.shift()?.() ?? started(startKey),
  });
  await startRound(room.worker('one', [first, runware()]), signal);
  const { results } = await room.task(id);
  expect(results.map(({ phase }) => phase)).toEqual(['GENERATING', 'GENERATING']);
  expect(results.map(({ provider }) => provider).toSorted()).toEqual(['EVOLINK', 'RUNWARE']);
});
