import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import type { PollerMedia } from '../../src/poller/poller-context.js';
import { secureRound } from '../../src/poller/secure.js';
import { startRound } from '../../src/poller/start.js';
import { stopRound } from '../../src/poller/stop.js';
import type { CancelOutcome, CheckOutcome } from '../../src/providers/provider.js';
import { dropAllClaims } from '../../src/tasks/claims.js';
import { checkEvents } from '../support/check-events.js';
import { keptOutput } from '../support/kept-output.js';
import { completed } from '../support/outcomes.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A task whose outputs are finished, and a worker that keeps them as the test says. */
async function finished(keepOutput: PollerMedia['keepOutput'], numberResults = 1) {
  const { id } = await room.insert(numberResults);
  const provider = createScriptedProvider({
    check: () => completed('/tmp/output.mp4'),
  });
  const context = room.worker('one', provider, { keepOutput });
  await startRound(context, signal);
  await room.makeDue();
  await checkRound(context, signal);
  return { id, provider, context };
}

const KEPT = keptOutput('asset_video', { posterAssetId: 'asset_poster' });

test('a secured output completes its result, once, and is let go', async () => {
  const { id, provider, context } = await finished(async () => KEPT);
  expect(await secureRound(context)).toBe(true);
  expect(await room.task(id)).toMatchObject({
    status: 'COMPLETED',
    progress: 100,
    results: [{ videoAssetId: 'asset_video' }],
  });
  expect(provider.released).toHaveLength(1);
  await room.makeDue();
  expect(await secureRound(context)).toBe(false);
  expect(await stopRound(context, signal)).toBe(false);
  checkEvents(await room.events(id));
});

test('an output that is no video fails its result', async () => {
  const { id, provider, context } = await finished(async () => ({ rejected: 'The file has no picture in it.' }));
  await secureRound(context);
  const error = { code: 'OUTPUT_REJECTED', message: 'The file has no picture in it.' };
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error });
  expect(provider.released).toHaveLength(1);
});

test('a step that fails is tried again, and given up after five attempts', async () => {
  let attempts = 0;
  const { id, provider, context } = await finished(async () => {
    attempts += 1;
    throw new Error('The disk is full.');
  });
  for (let round = 0; round < 5; round += 1) {
    await secureRound(context);
    expect((await room.task(id)).status).toBe('PROCESSING');
    expect(await secureRound(context)).toBe(false);
    await room.makeDue();
  }
  await secureRound(context);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'INTERNAL', billed: false } });
  expect(attempts).toBe(5);
  expect(provider.released).toHaveLength(1);
  checkEvents(await room.events(id));
});

test('a step that fails four times and then succeeds completes its result', async () => {
  let attempts = 0;
  const { id, context } = await finished(async () => {
    attempts += 1;
    if (attempts < 5) throw new Error('The disk is full.');
    return KEPT;
  });
  for (let round = 0; round < 5; round += 1) {
    await room.makeDue();
    await secureRound(context);
  }
  expect((await room.task(id)).status).toBe('COMPLETED');
});

test('a stored output that cannot be read is given up, and the others of the round are secured', async () => {
  const { id, context } = await finished(async () => KEPT, 2);
  await room.prisma.videoResult.updateMany({
    where: { taskId: id, index: 0 },
    data: { output: { kind: 'unheard of' } },
  });
  for (let round = 0; round < 6; round += 1) {
    await room.makeDue();
    await secureRound(context);
  }
  expect(await room.task(id)).toMatchObject({
    status: 'COMPLETED',
    results: [{ status: 'FAILED' }, { status: 'COMPLETED' }],
  });
});

test('an output that is cancelled while it is secured does not complete', async () => {
  let go: (() => void) | undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  let begun = false;
  const { id, provider, context } = await finished(async () => {
    begun = true;
    await gate;
    return KEPT;
  });
  const round = secureRound(context);
  await expect.poll(() => begun).toBe(true);
  await room.cancel(id, provider);
  await stopRound(context, signal);
  go?.();
  await round;
  expect(await room.task(id)).toMatchObject({
    status: 'CANCELLED',
    results: [{ status: 'CANCELLED', videoAssetId: null }],
  });
  expect(provider.cancelled).toHaveLength(1);
  checkEvents(await room.events(id));
});

test('what a crash kept from being let go is let go by the next start', async () => {
  const { id, provider, context } = await finished(async () => KEPT);
  const released: unknown[] = [];
  const crashing = { ...provider, release: () => new Promise<never>(() => undefined) };
  void secureRound({ ...context, providers: [crashing] });
  await expect.poll(async () => (await room.task(id)).status).toBe('COMPLETED');
  await dropAllClaims(room.prisma);
  const next = { ...provider, release: async (operation: unknown) => void released.push(operation) };
  const restarted = { ...context, worker: 'next', providers: [next] };
  expect(await secureRound(restarted)).toBe(false);
  expect(await stopRound(restarted, signal)).toBe(true);
  expect(released).toHaveLength(1);
  expect(provider.cancelled).toEqual([]);
  expect(await stopRound(restarted, signal)).toBe(false);
});

test('files that were secured for a task cancelled meanwhile are dropped again', async () => {
  const dropped: unknown[] = [];
  const { id, provider, context } = await finished(async () => {
    await room.cancel(id, provider);
    return KEPT;
  });
  context.media.dropOutput = async (task, kept) => void dropped.push([task.id, kept]);
  await secureRound(context);
  expect(await room.task(id)).toMatchObject({ status: 'CANCELLED', results: [{ videoAssetId: null }] });
  expect(dropped).toMatchObject([[id, KEPT]]);
});

/** A finished output of a provider that is paid. */
async function finishedAndPaid(keepOutput: PollerMedia['keepOutput']) {
  const { id } = await room.insert({ result: { provider: 'EVOLINK', cost: { usd: 0.5, estimated: true } } });
  const cancel = (): CancelOutcome => ({ kind: 'runs-on' });
  const check = (): CheckOutcome => completed('/tmp/output.mp4');
  const provider = createScriptedProvider({ name: 'EVOLINK', capabilities: PAID, cancel, check });
  const context = room.worker('one', provider, { keepOutput });
  await startRound(context, signal);
  await room.makeDue();
  await checkRound(context, signal);
  return { id, provider, context };
}

test('a paid output that is no video was billed all the same', async () => {
  const { id, context } = await finishedAndPaid(async () => ({ rejected: 'The file has no picture in it.' }));
  await secureRound(context);
  expect(await room.task(id)).toMatchObject({
    error: { code: 'OUTPUT_REJECTED', billed: true },
    results: [{ cost: { usd: 0.5 } }],
  });
});

test.each([
  ['before', true],
  ['after', false],
])('a paid output that is cancelled while it is secured is kept, when the stop comes %s', async (_when, stopsFirst) => {
  const dropped: unknown[] = [];
  let isFirst = true;
  const stop = async (): Promise<unknown> => (await room.makeDue(), stopRound(context, signal));
  const { id, provider, context } = await finishedAndPaid(async () => {
    if (!isFirst) return KEPT;
    isFirst = false;
    await room.cancel(id, provider);
    if (stopsFirst) await stop();
    return KEPT;
  });
  context.media.dropOutput = async (_task, kept) => void dropped.push(kept);
  await secureRound(context);
  await stop();
  expect(await room.task(id)).toMatchObject({ status: 'CANCELLED', results: [{ videoAssetId: KEPT.videoAssetId }] });
  expect(dropped).toEqual([]);
});

/** What the check of a finished video came to. */
const SENSITIVE = { sensitive: true, checkedBy: 'GATEWAY', category: 'PORN', score: 0.9, framesChecked: 3 } as const;

/** A finished output of a task that asks for a check, and a worker that judges as the test says. */
async function finishedAndChecked(media: Partial<PollerMedia>, sensitive: boolean | null = null) {
  const { id } = await room.insert({ facts: { safety: 'FAST' } });
  const provider = createScriptedProvider({ check: () => completed('/tmp/output.mp4', { sensitive }) });
  const dropped: unknown[] = [];
  const dropOutput: PollerMedia['dropOutput'] = async (_task, kept) => void dropped.push(kept);
  const context = room.worker('one', provider, { keepOutput: async () => KEPT, dropOutput, ...media });
  await startRound(context, signal);
  await room.makeDue();
  await checkRound(context, signal);
  return { id, context, dropped };
}

test('a sensitive video is told, and kept', async () => {
  const judged: unknown[] = [];
  const { id, context, dropped } = await finishedAndChecked({
    judgeSafety: async (...order) => (judged.push(order), { kind: 'judged', verdict: SENSITIVE }),
  });
  await secureRound(context);
  const results = [{ sensitive: true, safetyVerdict: SENSITIVE, videoAssetId: KEPT.videoAssetId }];
  expect(await room.task(id)).toMatchObject({ status: 'COMPLETED', results });
  expect((await room.events(id)).at(-1)?.task).toMatchObject({ results });
  expect([judged, dropped]).toEqual([[['/tmp/output.mp4', 'FAST']], []]);
});

test('where sensitive videos are rejected, the result fails and the files go', async () => {
  const { id, context, dropped } = await finishedAndChecked({
    judgeSafety: async () => ({ kind: 'judged', verdict: SENSITIVE }),
    rejectsSensitive: true,
  });
  await secureRound(context);
  const message = expect.stringContaining('most likely PORN, score 0.90');
  const failedResult = { sensitive: true, safetyVerdict: SENSITIVE, videoAssetId: null };
  expect(await room.task(id)).toMatchObject({
    status: 'FAILED',
    error: { code: 'OUTPUT_REJECTED', message },
    results: [failedResult],
  });
  expect(dropped).toEqual([KEPT]);
});

test('a worker whose result was completed by another meanwhile deletes none of its files', async () => {
  let isFirst = true;
  const { id, context, dropped } = await finishedAndChecked({
    judgeSafety: async () => {
      if (!isFirst) return { kind: 'judged', verdict: { ...SENSITIVE, sensitive: false } };
      isFirst = false;
      await room.makeDue();
      await secureRound(context);
      return { kind: 'judged', verdict: SENSITIVE };
    },
    rejectsSensitive: true,
  });
  await secureRound(context);
  expect(await room.task(id)).toMatchObject({ status: 'COMPLETED', results: [{ videoAssetId: KEPT.videoAssetId }] });
  expect(dropped).toEqual([]);
});

test.each([
  [true, 'FAILED'],
  [false, 'COMPLETED'],
])('what the provider found is not looked at again: sensitive %s', async (sensitive, status) => {
  const judgeSafety = async (): Promise<never> => Promise.reject(new Error('It was told.'));
  const { id, context } = await finishedAndChecked({ judgeSafety, rejectsSensitive: true }, sensitive);
  await secureRound(context);
  const safetyVerdict = { sensitive, checkedBy: 'PROVIDER', category: null, score: null, framesChecked: null };
  expect(await room.task(id)).toMatchObject({ status, results: [{ sensitive, safetyVerdict }] });
});

test.each([
  [false, 'COMPLETED', []],
  [true, 'FAILED', [KEPT]],
])('a check that never comes to anything is made three times; rejecting (%s) it ends %s', async (...given) => {
  const [rejectsSensitive, status, gone] = given;
  let checks = 0;
  const { id, context, dropped } = await finishedAndChecked({
    judgeSafety: async () => ((checks += 1), { kind: 'unjudged', reason: 'The media process ended early.' }),
    rejectsSensitive,
  });
  for (let round = 0; round < 3; round += 1) {
    expect((await room.task(id)).status).toBe('PROCESSING');
    await room.makeDue();
    await secureRound(context);
  }
  // Not OUTPUT_REJECTED: a retry fetches the paid video again.
  const error = rejectsSensitive ? { code: 'INTERNAL', retryable: true } : null;
  expect(await room.task(id)).toMatchObject({ status, error, results: [{ sensitive: null, safetyVerdict: null }] });
  expect([checks, dropped]).toEqual([3, gone]);
});
