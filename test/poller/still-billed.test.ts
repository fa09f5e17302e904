import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import { startRound } from '../../src/poller/start.js';
import type { CancelOutcome, ProviderCapabilities, StartOutcome } from '../../src/providers/provider.js';
import type { Cost } from '../../src/tasks/task.js';
import { completed, running, started } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type Script, type ScriptedProvider } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const ESTIMATE: Cost = { usd: 0.5, estimated: true };
const NOTHING: Cost = { usd: 0, estimated: false };
const CANCELS = ['always', 'while-queued', 'never'] as const;
type Cancels = ProviderCapabilities['cancels'];
type Billed = boolean | null;

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

function paid(cancels: Cancels, script: Script = {}): ScriptedProvider {
  return createScriptedProvider({ name: 'EVOLINK', ...script, capabilities: { ...PAID, cancels } });
}

async function insert(): Promise<string> {
  return (await room.insert({ result: { provider: 'EVOLINK', cost: ESTIMATE } })).id;
}

/** Cancels a task in a phase; returns what the caller is told and what the result costs then. */
type CancelIn = (provider: ScriptedProvider) => Promise<{ billed: Billed; cost: Cost | null | undefined }>;

async function cancel(id: string, provider: ScriptedProvider): ReturnType<CancelIn> {
  const billed = await room.cancel(id, provider);
  const { results } = await room.task(id);
  expect(results).toMatchObject([{ status: 'CANCELLED', phase: 'DONE' }]);
  return { billed, cost: results[0]?.cost };
}

const inQueue: CancelIn = async (provider) => cancel(await insert(), provider);

const beforeItIsSent: CancelIn = async (provider) => {
  const id = await insert();
  let answer: Awaited<ReturnType<CancelIn>> | undefined;
  const start: ScriptedProvider['start'] = async (...given) => {
    answer = await cancel(id, provider);
    return provider.start(...given);
  };
  await startRound(room.worker('one', { ...provider, start }), signal);
  if (answer === undefined) throw new Error('Nothing was started.');
  return answer;
};

const onTheWire: CancelIn = async (provider) => {
  const id = await insert();
  let answer: Awaited<ReturnType<CancelIn>> | undefined;
  const start: ScriptedProvider['start'] = async (requests, maySend) => {
    for (const { startKey } of requests) await maySend(startKey);
    answer = await cancel(id, provider);
    return requests.map(({ startKey }) => started(startKey));
  };
  await startRound(room.worker('one', { ...provider, start }), signal);
  if (answer === undefined) throw new Error('Nothing was started.');
  return answer;
};

const afterALostAnswer: CancelIn = async (provider) => {
  const id = await insert();
  const start: ScriptedProvider['start'] = async (requests, maySend) => {
    for (const { startKey } of requests) await maySend(startKey);
    return requests.map(() => LOST);
  };
  await startRound(room.worker('one', { ...provider, start }), signal);
  return cancel(id, provider);
};

const whileItIsMade: CancelIn = async (provider) => {
  const id = await insert();
  await startRound(room.worker('one', provider), signal);
  return cancel(id, provider);
};

const whileItIsSecured: CancelIn = async (provider) => {
  const id = await insert();
  const context = room.worker('one', { ...provider, check: async () => [completed('/tmp/output.mp4')] });
  await startRound(context, signal);
  await room.makeDue();
  await checkRound(context, signal);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'SECURING' }]);
  return cancel(id, provider);
};

describe.each(CANCELS)('a provider that cancels %s', (cancels) => {
  test.each<[string, CancelIn, Billed, Cost]>([
    ['in the queue', inQueue, false, NOTHING],
    ['right before it is sent', beforeItIsSent, false, NOTHING],
    ['while its start is on the wire', onTheWire, null, ESTIMATE],
    ['after the answer to its start was lost', afterALostAnswer, null, ESTIMATE],
    ['while it is secured', whileItIsSecured, true, ESTIMATE],
  ])('cancelled %s, it is asked nothing', async (_when, cancelIn, billed, cost) => {
    const provider = paid(cancels);
    expect(await cancelIn(provider)).toEqual({ billed, cost });
    expect(provider.cancelled).toEqual([]);
  });
});

test.each<[Cancels, CancelOutcome, Billed, Cost]>([
  ['always', { kind: 'stopped' }, false, NOTHING],
  ['always', { kind: 'runs-on' }, true, ESTIMATE],
  ['always', { kind: 'unanswered', message: 'The connection was reset.' }, null, ESTIMATE],
  ['while-queued', { kind: 'stopped' }, false, NOTHING],
  ['while-queued', { kind: 'runs-on' }, true, ESTIMATE],
  ['while-queued', { kind: 'unanswered', message: 'The connection was reset.' }, null, ESTIMATE],
])('while it is made, a provider that cancels %s is asked: %j', async (cancels, outcome, billed, cost) => {
  const provider = paid(cancels, { cancel: () => outcome });
  expect(await whileItIsMade(provider)).toEqual({ billed, cost });
  expect(provider.cancelled).toHaveLength(1);
});

test('while it is made, a provider that never cancels is not waited for', async () => {
  const provider = paid('never');
  expect(await whileItIsMade(provider)).toEqual({ billed: true, cost: ESTIMATE });
  expect(provider.cancelled).toEqual([]);
});

test('a provider that throws leaves open whether it bills', async () => {
  const provider = paid('always', { cancel: () => Promise.reject(new Error('a bug in the adapter')) });
  expect((await whileItIsMade(provider)).billed).toBeNull();
});

test('a provider that is not set up any more leaves open whether it bills', async () => {
  const id = await insert();
  await startRound(room.worker('one', paid('always')), signal);
  expect(await room.cancel(id, createScriptedProvider())).toBeNull();
});

test.each([
  ['in the queue', inQueue],
  ['while it is made', whileItIsMade],
  ['while it is secured', whileItIsSecured],
])('cancelled %s, a free provider never bills', async (_when, cancelIn) => {
  const free = createScriptedProvider({ name: 'EVOLINK', capabilities: { ...PAID, price: null } });
  expect((await cancelIn(free)).billed).toBe(false);
});

test.each<[string, CancelOutcome[], Billed]>([
  ['one that runs on', [{ kind: 'stopped' }, { kind: 'unanswered', message: 'no' }, { kind: 'runs-on' }], true],
  ['one that nobody knows of', [{ kind: 'stopped' }, { kind: 'unanswered', message: 'no' }], null],
  ['stopped ones only', [{ kind: 'stopped' }, { kind: 'stopped' }], false],
])('of several results, %s decides', async (_what, outcomes, billed) => {
  const { id } = await room.insert({ numberResults: outcomes.length, result: { provider: 'EVOLINK', cost: ESTIMATE } });
  const waiting = [...outcomes];
  const provider = paid('always', {
    check: () => running(1),
    cancel: () => waiting.shift() ?? { kind: 'stopped' },
  });
  await startRound(room.worker('one', provider), signal);
  expect(await room.cancel(id, provider)).toBe(billed);
});
