import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import { startRound } from '../../src/poller/start.js';
import { stopRound } from '../../src/poller/stop.js';
import { taskError } from '../../src/poller/task-errors.js';
import type { CheckOutcome } from '../../src/providers/provider.js';
import { checkEvents } from '../support/check-events.js';
import { completed, failed, running, unanswered } from '../support/outcomes.js';
import { createScriptedProvider, type Script } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const PRICE = { P720: 0.1, P1080: 0.15 };

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A task whose results are started, and a worker whose provider answers checks with the outcomes in turn. */
async function started(outcomes: CheckOutcome[], script: Script = {}, numberResults = 1) {
  const { id } = await room.insert(numberResults);
  const provider = createScriptedProvider({ check: () => outcomes.shift() ?? running(null), ...script });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  const check = async (): Promise<void> => {
    await room.makeDue();
    await checkRound(context, signal);
  };
  return { id, provider, context, check };
}

test('progress is stored as it rises, and nothing is stored when it does not', async () => {
  const { id, check } = await started([
    running(10),
    running(10),
    running(4),
    running(null),
    running(55.9),
    running(100),
  ]);
  for (let count = 0; count < 6; count += 1) await check();
  const events = await room.events(id);
  expect(events.slice(-3).map(({ task }) => task.progress)).toEqual([10, 55, 99]);
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
});

test('trouble of the upstream never fails a task', async () => {
  const { id, check } = await started([], {
    check: () => unanswered(),
  });
  for (let count = 0; count < 20; count += 1) await check();
  const task = await room.task(id);
  expect(task).toMatchObject({ status: 'PROCESSING', results: [{ phase: 'GENERATING' }] });
});

test.each([['unanswered'], ['running']] as const)('what is %s at its deadline is cancelled and fails', async (kind) => {
  const outcome: CheckOutcome = kind === 'running' ? running(40) : unanswered();
  const { id, provider, check } = await started([], { check: () => outcome });
  await check();
  await room.makeOverdue();
  await check();
  expect(provider.cancelled).toHaveLength(1);
  expect(provider.released).toHaveLength(1);
  const error = { code: 'DEADLINE_EXCEEDED', billed: false, retryable: true };
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error });
  checkEvents(await room.events(id));
});

test('what is finished by its deadline is kept', async () => {
  const { id, check } = await started([completed('/tmp/none')]);
  await room.makeOverdue();
  await check();
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', results: [{ phase: 'SECURING' }] });
});

test('a deadline passes also when the cancel throws', async () => {
  const { id, provider, context } = await started([], { capabilities: { price: PRICE } });
  const broken = {
    ...context,
    providers: [{ ...provider, cancel: () => Promise.reject(new Error('a bug in the adapter')) }],
  };
  await room.makeOverdue();
  await room.makeDue();
  await checkRound(broken, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'DEADLINE_EXCEEDED', billed: null } });
});

test('a failure of the provider fails its result and no other, and is let go', async () => {
  const error = taskError('CONTENT_REJECTED', 'ANIMATIC', 'The picture is not allowed.');
  const { id, provider, check } = await started([failed(error), running(30)], {}, 2);
  await check();
  expect(await room.task(id)).toMatchObject({
    status: 'PROCESSING',
    results: [{ status: 'FAILED', error }, { progress: 30 }],
  });
  expect(provider.released).toHaveLength(1);
});

test('a provider that throws at a check, or leaves answers out, loses no result and does not spin', async () => {
  let calls = 0;
  const { id, context, check } = await started([], {
    check: () => {
      calls += 1;
      if (calls <= 8) throw new Error('a bug in the adapter');
      return running(70);
    },
  });
  await check();
  expect(await checkRound(context, signal)).toBe(false);
  expect(calls).toBe(1);
  for (let count = 0; count < 7; count += 1) await check();
  await check();
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', progress: 70 });
});

test('a release that throws does not keep the other results of the round from being written', async () => {
  const error = taskError('PROVIDER_FAILED', 'ANIMATIC', 'It failed.');
  const { id, provider, context } = await started([], { check: () => failed(error) }, 3);
  const broken = {
    ...context,
    providers: [{ ...provider, release: () => Promise.reject(new Error('a bug in the adapter')) }],
  };
  await room.makeDue();
  await checkRound(broken, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED' });
  checkEvents(await room.events(id));
});

test('a local operation is left to the worker that holds it until the hold ends', async () => {
  const { id, provider } = await started([], { check: () => running(20) });
  const other = room.worker('other', provider);
  await room.makeDue();
  expect(await checkRound(other, signal)).toBe(false);
  await room.endHolds();
  expect(await checkRound(other, signal)).toBe(true);
  expect((await room.task(id)).progress).toBe(20);
});

test('an operation of an upstream may be checked by any worker', async () => {
  const { id, provider } = await started([], { check: () => running(20), capabilities: { operationsAreLocal: false } });
  await room.makeDue();
  expect(await checkRound(room.worker('other', provider), signal)).toBe(true);
  expect((await room.task(id)).progress).toBe(20);
});

test('an operation that is cancelled while it generates is stopped once, and what its check says is refused', async () => {
  let answer: ((outcome: CheckOutcome) => void) | undefined;
  const waiting = new Promise<CheckOutcome>((resolve) => (answer = resolve));
  const { id, provider, context, check } = await started([], { check: () => waiting });
  const checked = check();
  await expect.poll(() => answer).toBeDefined();
  await room.cancel(id, provider);
  const last = await room.task(id);
  await stopRound(context, signal);
  expect(provider.cancelled).toHaveLength(1);
  answer?.(completed('/tmp/none'));
  await checked;
  expect(await room.task(id)).toEqual(last);
  await room.makeDue();
  expect(await stopRound(context, signal)).toBe(false);
  checkEvents(await room.events(id));
});

test('a stop that throws is asked for again, and given up after five times', async () => {
  const { id, provider, context } = await started([]);
  let calls = 0;
  const cancel = () => {
    calls += 1;
    return Promise.reject(new Error('a bug in the adapter'));
  };
  const broken = { ...context, providers: [{ ...provider, cancel }] };
  await room.cancel(id, provider);
  for (let count = 0; count < 8; count += 1) {
    await stopRound(broken, signal);
    await room.makeDue();
  }
  expect(calls).toBe(5);
});
