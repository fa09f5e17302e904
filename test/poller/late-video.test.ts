import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FetchedOutput, PollerMedia } from '../../src/poller/poller-context.js';
import { checkRound } from '../../src/poller/check.js';
import { startRound } from '../../src/poller/start.js';
import { stopRound } from '../../src/poller/stop.js';
import type { CancelOutcome, CheckOutcome, StartOutcome } from '../../src/providers/provider.js';
import type { Cost } from '../../src/tasks/task.js';
import { checkEvents } from '../support/check-events.js';
import { keptOutput } from '../support/kept-output.js';
import { completed, errorOf, failed, refused, running, started, unanswered } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type Script } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const ESTIMATE: Cost = { usd: 0.5, estimated: true };
const NOTHING: Cost = { usd: 0, estimated: false };
const TOLD: Cost = { usd: 0.61, estimated: false };
const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const AT_URL: CheckOutcome = {
  ...completed('', { cost: TOLD, sensitive: false }),
  output: { kind: 'url', url: 'https://files.example.com/video.mp4' },
};

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A paid result that is cancelled after its start, and a worker that plays a round of stops. */
async function cancelled(script: Script, media: Partial<PollerMedia> = {}) {
  const { id } = await room.insert({ result: { provider: 'EVOLINK', cost: ESTIMATE } });
  const provider = createScriptedProvider({
    name: 'EVOLINK',
    cancel: () => ({ kind: 'runs-on' }),
    ...script,
    capabilities: { ...PAID, cancels: 'while-queued' },
  });
  const context = room.worker('one', provider, media);
  await startRound(context, signal);
  await room.cancel(id, provider);
  const stop = async (): Promise<boolean> => {
    await room.makeDue();
    return stopRound(context, signal);
  };
  return { id, provider, stop };
}

/** Outcomes in turn; the last one stays. */
function inTurn(outcomes: readonly CheckOutcome[]): () => CheckOutcome {
  const waiting = [...outcomes];
  return () => (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? running(0);
}

async function resultOf(id: string) {
  const [result] = (await room.task(id)).results;
  if (result === undefined) throw new Error('The task has no result.');
  return result;
}

test('an operation that runs on is paid, so its video is kept when it is done', async () => {
  const { id, stop } = await cancelled({
    check: inTurn([running(50), completed('/tmp/late.mp4', { cost: TOLD, sensitive: true })]),
  });
  expect(await stop()).toBe(true);
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', videoAssetId: null, cost: ESTIMATE });
  expect(await stop()).toBe(true);
  expect(await resultOf(id)).toMatchObject({
    status: 'CANCELLED',
    phase: 'DONE',
    videoAssetId: expect.stringMatching(/^asset-/),
    cost: TOLD,
    sensitive: true,
  });
  expect(await stop()).toBe(false);
});

test('a late video is no event: the feed has ended', async () => {
  const { id, stop } = await cancelled({ check: () => completed('/tmp/late.mp4') });
  const [{ version }, events] = [await room.task(id), await room.events(id)];
  await stop();
  expect((await resultOf(id)).videoAssetId).not.toBeNull();
  expect(await room.task(id)).toMatchObject({ status: 'CANCELLED', version });
  expect(await room.events(id)).toEqual(events);
  checkEvents(await room.events(id));
});

test('where the provider tells no cost at the end, the estimate stays', async () => {
  const { id, stop } = await cancelled({ check: () => completed('/tmp/late.mp4') });
  await stop();
  expect((await resultOf(id)).cost).toEqual(ESTIMATE);
});

test('a provider that stopped it is owed nothing, and is left alone', async () => {
  const { id, provider, stop } = await cancelled({ cancel: () => ({ kind: 'stopped' }) });
  await stop();
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', cost: NOTHING, videoAssetId: null });
  expect(provider.checks).toEqual([]);
  expect(await stop()).toBe(false);
});

test.each([
  ['did not bill', false, NOTHING],
  ['may have billed', null, ESTIMATE],
])('an operation that failed after the cancel, and that the provider %s', async (_what, billed, cost) => {
  const check = (): CheckOutcome => failed({ ...errorOf('PROVIDER_FAILED', 'EVOLINK'), billed });
  const { id, stop } = await cancelled({ check });
  await stop();
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', error: null, cost });
  expect(await stop()).toBe(false);
});

test('an operation that is not answered for is looked up until nothing can be left of it', async () => {
  const { id, provider, stop } = await cancelled({ check: () => unanswered() });
  for (let count = 0; count < 12; count += 1) expect(await stop()).toBe(true);
  expect(provider.checks).toHaveLength(12);
  await room.makeOverdue();
  expect(await stop()).toBe(true);
  expect(await stop()).toBe(true);
  await room.makeForgotten();
  await stop();
  expect(await stop()).toBe(false);
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', cost: ESTIMATE });
});

test('an operation that is missing is believed to be gone the third time in a row', async () => {
  const missing: CheckOutcome = { kind: 'missing', message: 'The service does not know the task.' };
  const twice = inTurn([missing, missing, running(0), missing, missing, completed('/tmp/late.mp4')]);
  const found = await cancelled({ check: twice });
  for (let count = 0; count < 6; count += 1) expect(await found.stop()).toBe(true);
  expect((await resultOf(found.id)).videoAssetId).not.toBeNull();
  const gone = await cancelled({ check: () => missing });
  for (let count = 0; count < 3; count += 1) expect(await gone.stop()).toBe(true);
  expect(await gone.stop()).toBe(false);
});

test('a result that was given up is looked after as well: what is finished after all is paid, and kept', async () => {
  const { id } = await room.insert({ result: { provider: 'EVOLINK', cost: ESTIMATE } });
  const check = inTurn([running(10), running(10), completed('/tmp/late.mp4', { cost: TOLD, sensitive: false })]);
  const script: Script = { check, cancel: () => ({ kind: 'runs-on' }) };
  const provider = createScriptedProvider({ name: 'EVOLINK', ...script, capabilities: PAID });
  const context = room.worker('one', provider);
  await startRound(context, signal);
  await room.makeDue();
  await room.makeOverdue();
  await checkRound(context, signal);
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'DEADLINE_EXCEEDED', billed: null } });
  for (let count = 0; count < 2; count += 1) {
    await room.makeDue();
    expect(await stopRound(context, signal)).toBe(true);
  }
  const { videoAssetId, cost, status } = await resultOf(id);
  expect({ status, cost, hasVideo: videoAssetId !== null }).toEqual({ status: 'FAILED', cost: TOLD, hasVideo: true });
  checkEvents(await room.events(id));
});

test('an operation whose stop is never answered may run on, so its video is kept as well', async () => {
  const cancel = (): CancelOutcome => ({ kind: 'unanswered', message: 'The connection was reset.' });
  const { id, provider, stop } = await cancelled({ cancel, check: () => completed('/tmp/late.mp4') });
  for (let count = 0; count < 5; count += 1) expect(await stop()).toBe(true);
  expect(provider.checks).toHaveLength(1);
  expect((await resultOf(id)).videoAssetId).not.toBeNull();
  expect(await stop()).toBe(false);
});

test('a video at a link is fetched, and the fetched file goes', async () => {
  let files = 0;
  const fetchOutput = async (): Promise<FetchedOutput> => {
    files += 1;
    return { kind: 'fetched', path: '/tmp/fetched.mp4', [Symbol.asyncDispose]: async () => void (files -= 1) };
  };
  const kept: string[] = [];
  const keepOutput: PollerMedia['keepOutput'] = async ({ path }) => {
    expect(files).toBe(1);
    kept.push(path);
    return keptOutput('asset_late', { posterAssetId: 'asset_poster' });
  };
  const { id, stop } = await cancelled({ check: () => AT_URL }, { fetchOutput, keepOutput });
  await stop();
  expect(kept).toEqual(['/tmp/fetched.mp4']);
  expect(files).toBe(0);
  expect(await resultOf(id)).toMatchObject({ videoAssetId: 'asset_late', posterAssetId: 'asset_poster', cost: TOLD });
});

test('a link that cannot be reached is tried again for a day', async () => {
  let tries = 0;
  const fetchOutput = async (): Promise<FetchedOutput> => {
    tries += 1;
    return { kind: 'unreachable', reason: 'The connection was reset.' };
  };
  const { id, stop } = await cancelled({ check: () => AT_URL }, { fetchOutput });
  for (let count = 0; count < 8; count += 1) expect(await stop()).toBe(true);
  await room.makeForgotten();
  expect(await stop()).toBe(true);
  expect(await stop()).toBe(false);
  expect(tries).toBe(9);
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', videoAssetId: null, cost: ESTIMATE });
});

test('a link that leads where we must not go is given up at once', async () => {
  const fetchOutput = async (): Promise<FetchedOutput> => ({ kind: 'refused', reason: 'It is a private address.' });
  const { stop } = await cancelled({ check: () => AT_URL }, { fetchOutput });
  expect(await stop()).toBe(true);
  expect(await stop()).toBe(false);
});

test('a late video of a task that was deleted meanwhile is dropped again', async () => {
  const dropped: unknown[] = [];
  const keepOutput: PollerMedia['keepOutput'] = async () => {
    await room.clear();
    return keptOutput('asset_late');
  };
  const dropOutput: PollerMedia['dropOutput'] = async (_task, output) => void dropped.push(output);
  const { stop } = await cancelled({ check: () => completed('/tmp/late.mp4') }, { keepOutput, dropOutput });
  await stop();
  expect(dropped).toMatchObject([{ videoAssetId: 'asset_late' }]);
});

test('a start whose answer was lost is looked for after the cancel, never sent again, and its video kept', async () => {
  const { id, provider, stop } = await cancelled({
    start: () => LOST,
    recover: ({ startKey }) => started(startKey),
    check: () => completed('/tmp/late.mp4'),
  });
  await stop();
  expect(provider.recoveries).toMatchObject([{ mayResend: false, sentAt: expect.any(Date) }]);
  await stop();
  expect((await resultOf(id)).videoAssetId).not.toBeNull();
  expect(await stop()).toBe(false);
  expect(provider.starts).toHaveLength(1);
});

test.each<[string, StartOutcome | null, Cost]>([
  ['was refused, as it turns out', refused(errorOf('INVALID_INPUT', 'EVOLINK')), NOTHING],
  ['that nobody can tell anything about', null, ESTIMATE],
])('a start that %s is let be after the cancel', async (_what, outcome, cost) => {
  const { id, stop } = await cancelled({ start: () => LOST, recover: () => outcome });
  await stop();
  expect(await stop()).toBe(false);
  expect(await resultOf(id)).toMatchObject({ status: 'CANCELLED', cost });
});
