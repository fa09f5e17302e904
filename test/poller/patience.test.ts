import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import type { FetchedOutput, PollerMedia } from '../../src/poller/poller-context.js';
import { secureRound } from '../../src/poller/secure.js';
import { startRound } from '../../src/poller/start.js';
import type { CheckOutcome, StartOutcome } from '../../src/providers/provider.js';
import { checkEvents } from '../support/check-events.js';
import { keptOutput } from '../support/kept-output.js';
import { completed, started, unanswered } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type Script } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const AT_URL: CheckOutcome = { ...completed(''), output: { kind: 'url', url: 'https://files.example.com/video.mp4' } };

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

async function atService(script: Script, media: Partial<PollerMedia> = {}) {
  const { id } = await room.insert({ result: { provider: 'EVOLINK' } });
  const provider = createScriptedProvider({ name: 'EVOLINK', ...script, capabilities: PAID });
  const context = room.worker('one', provider, media);
  await startRound(context, signal);
  const check = async (): Promise<void> => {
    await room.makeDue();
    await checkRound(context, signal);
  };
  const secure = async (): Promise<void> => {
    await room.makeDue();
    await secureRound(context);
  };
  return { id, context, check, secure };
}

test('silence is no proof that a paid video was not finished: the deadline waits for an answer', async () => {
  let outcome = unanswered();
  const { id, check } = await atService({ check: () => outcome });
  await room.makeOverdue();
  for (let count = 0; count < 8; count += 1) await check();
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', error: null });
  outcome = completed('/tmp/video.mp4');
  await check();
  expect((await room.task(id)).results[0]?.phase).toBe('SECURING');
});

test('silence is believed when the service can have nothing left', async () => {
  const { id, check } = await atService({ check: () => unanswered(), cancel: () => ({ kind: 'runs-on' }) });
  await room.makeOverdue();
  await room.makeForgotten();
  await check();
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'DEADLINE_EXCEEDED', billed: null } });
  checkEvents(await room.events(id));
});

const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const SILENCE: StartOutcome = { ...LOST, unanswered: true };

/** A start whose answer was lost, and which is past its deadline; `look` looks for it once. */
async function lostStart(recover: () => StartOutcome) {
  const { id, context } = await atService({ start: () => LOST, recover });
  await room.makeOverdue();
  const look = async (): Promise<string | undefined> => {
    await room.makeDue();
    await startRound(context, signal);
    return (await room.task(id)).results[0]?.phase;
  };
  return { id, look };
}

test('silence is no proof that a start was lost for good: past its deadline it waits for an answer', async () => {
  let outcome: StartOutcome = SILENCE;
  const { id, look } = await lostStart(() => outcome);
  for (let count = 0; count < 8; count += 1) expect(await look()).toBe('START_UNKNOWN');
  outcome = started('found');
  expect(await look()).toBe('GENERATING');
  expect(await room.task(id)).toMatchObject({ status: 'PROCESSING', error: null });
});

test.each([
  ['a service that answers and does not know it', LOST, false],
  ['a day', SILENCE, true],
])('past its deadline a lost start is given up after %s', async (_what, outcome, isOld) => {
  const { id, look } = await lostStart(() => outcome);
  if (isOld) await room.makeForgotten();
  expect(await look()).toBe('DONE');
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'START_UNKNOWN', billed: null } });
});

test('a paid file that cannot be fetched is tried again for a day', async () => {
  let tries = 0;
  const fetchOutput = async (): Promise<FetchedOutput> => {
    tries += 1;
    return { kind: 'unreachable', reason: 'The server could not be reached.' };
  };
  const { id, check, secure } = await atService({ check: () => AT_URL }, { fetchOutput });
  await check();
  for (let count = 0; count < 10; count += 1) await secure();
  expect((await room.task(id)).results[0]?.phase).toBe('SECURING');
  await room.makeForgotten();
  await secure();
  expect(await room.task(id)).toMatchObject({ status: 'FAILED', error: { code: 'OUTPUT_UNREACHABLE', billed: true } });
  expect(tries).toBe(11);
});

/** As if the videos had been there for longer. */
async function makeOlder(minutes: number): Promise<void> {
  await room.prisma.$executeRaw`
    UPDATE video_results SET generated_at = generated_at - ${minutes} * interval '1 minute'`;
}

test('a link that leads to no file is believed after ten minutes, and names the task of the service', async () => {
  const fetchOutput = async (): Promise<FetchedOutput> => ({ kind: 'gone', reason: 'The server answered with 404.' });
  const { id, check, secure } = await atService({ check: () => AT_URL }, { fetchOutput });
  await check();
  for (let count = 0; count < 10; count += 1) await secure();
  expect((await room.task(id)).results[0]?.phase).toBe('SECURING');
  await makeOlder(11);
  await secure();
  const task = await room.task(id);
  expect(task).toMatchObject({
    status: 'FAILED',
    error: { code: 'OUTPUT_UNREACHABLE', billed: true, retryable: true },
  });
  expect(task.error?.message).toContain(`its task ${task.results[0]?.providerTaskId}`);
  expect(task.error?.message).toMatch(/Until 20\S+Z retryVideoTask fetches it again and pays nothing\.$/);
});

test('where a link fails, the service is asked for the link that it gives now', async () => {
  const asked: string[] = [];
  const fetchOutput = async (url: string): Promise<FetchedOutput> => {
    asked.push(url);
    if (!url.endsWith('fresh.mp4')) return { kind: 'gone', reason: 'The server answered with 403.' };
    return { kind: 'fetched', path: '/tmp/video.mp4', [Symbol.asyncDispose]: async () => undefined };
  };
  let url = 'https://files.example.com/old.mp4';
  const outcome = (): CheckOutcome => ({ ...completed(''), output: { kind: 'url', url } });
  const { id, check, secure } = await atService({ check: outcome }, { fetchOutput });
  await check();
  await secure();
  expect((await room.task(id)).status).toBe('PROCESSING');
  url = 'https://files.example.com/fresh.mp4';
  await secure();
  expect((await room.task(id)).status).toBe('COMPLETED');
  expect(asked.map((each) => each.split('/').at(-1))).toEqual(['old.mp4', 'old.mp4', 'fresh.mp4']);
});

test('a page in the place of the file is not believed at once', async () => {
  let isReady = false;
  const fetchOutput = async (): Promise<FetchedOutput> => {
    return { kind: 'fetched', path: '/tmp/page.html', [Symbol.asyncDispose]: async () => undefined };
  };
  const keepOutput: PollerMedia['keepOutput'] = async () =>
    isReady ? keptOutput('asset_video') : { rejected: 'The content is no media file we know.' };
  const { id, check, secure } = await atService({ check: () => AT_URL }, { fetchOutput, keepOutput });
  await check();
  for (let count = 0; count < 7; count += 1) await secure();
  isReady = true;
  await secure();
  expect((await room.task(id)).status).toBe('COMPLETED');
});

test('a shutdown waits for the answer to a start that is on the wire, and sends no other', async () => {
  const shutdown = new AbortController();
  const ids = [(await room.insert({ result: { provider: 'EVOLINK' } })).id];
  ids.push((await room.insert({ result: { provider: 'EVOLINK' } })).id);
  const scripted = createScriptedProvider({ name: 'EVOLINK', capabilities: PAID });
  let cutOff = false;
  const provider: typeof scripted = {
    ...scripted,
    async start(requests, maySend, cut) {
      const first = await maySend(requests[0]?.startKey ?? '');
      shutdown.abort();
      cutOff = cut.aborted;
      const second = await maySend(requests[1]?.startKey ?? '');
      expect([first, second]).toEqual([true, false]);
      return [started('accepted'), { kind: 'withheld' }];
    },
  };
  await startRound(room.worker('one', provider), shutdown.signal);
  expect(cutOff).toBe(false);
  const phases = await Promise.all(ids.map(async (id) => (await room.task(id)).results[0]?.phase));
  expect(phases.sort()).toEqual(['GENERATING', 'QUEUED']);
});

test('a shutdown cuts off what was not sent yet', async () => {
  const shutdown = new AbortController();
  await room.insert({ result: { provider: 'EVOLINK' } });
  const scripted = createScriptedProvider({ name: 'EVOLINK', capabilities: PAID });
  let wasCut = false;
  const provider: typeof scripted = {
    ...scripted,
    async start(_requests, _maySend, cut) {
      shutdown.abort();
      wasCut = cut.aborted;
      return [{ kind: 'withheld' }];
    },
  };
  await startRound(room.worker('one', provider), shutdown.signal);
  expect(wasCut).toBe(true);
});
