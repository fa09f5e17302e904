import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inputFile, videoRequest } from '../support/video-request.js';
import type { RunwareDoubleOptions } from './doubles/runware.mjs';
import {
  checkOne,
  lostStart,
  onlyOf,
  openRunware,
  SIGNAL,
  startOne,
  yes,
  type RunwareBench,
} from './runware-support.js';

let bench: RunwareBench;
afterEach(() => bench[Symbol.asyncDispose]());

const actions = () => bench.double.requests.map(({ action }) => action);

/** How much Runware tells of a task that it has taken. */
const MEMORIES: [string, Partial<RunwareDoubleOptions>, string[]][] = [
  ['getResponse tells', {}, ['start', 'check']],
  ['only getTaskDetails tells', { visibleAfterMs: 60_000 }, ['start', 'check', 'list']],
  ['nothing tells', { visibleAfterMs: 60_000, archives: false }, ['start', 'check', 'list', 'start']],
  [
    'nothing tells, and says so by errors',
    { visibleAfterMs: 60_000, archives: false, unknownTask: 'error' },
    ['start', 'check', 'list', 'start'],
  ],
];

describe('a start that was accepted and whose answer was lost is paid once', () => {
  test.each(MEMORIES)('when %s', async (_, options, asked) => {
    bench = await openRunware(options);
    const request = videoRequest();
    bench.double.fail({ action: 'start', how: 'drop' });
    expect((await startOne(bench.adapter, request)).kind).toBe('unknown');
    expect(bench.double.starts).toHaveLength(1);
    const outcome = await bench.adapter.recover(lostStart(request), SIGNAL);
    expect(outcome).toMatchObject({
      kind: 'started',
      operation: { taskUUID: request.startKey },
      providerTaskId: request.startKey,
    });
    expect(onlyOf(bench.double.starts).id).toBe(request.startKey);
    expect(actions()).toEqual(asked);
  });

  test.each([
    ['drop', { how: 'drop' }],
    ['truncate', { how: 'truncate' }],
    ['500', { how: 'answer', answer: { status: 500 } }],
    ['503', { how: 'answer', answer: { status: 503 } }],
    ['200 {}', { how: 'answer', answer: { status: 200, body: {} } }],
  ] as const)('after %s, however often it is lost again', async (_, fault) => {
    bench = await openRunware({ visibleAfterMs: 60_000, archives: false });
    const request = videoRequest();
    bench.double.fail({ action: 'start', times: 3, ...fault });
    expect((await startOne(bench.adapter, request)).kind).toBe('unknown');
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('unknown');
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('unknown');
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    expect(onlyOf(bench.double.starts).id).toBe(request.startKey);
    expect(bench.double.count('start')).toBe(4);
  });

  test('by any process: another adapter recovers it, and checks it', async () => {
    bench = await openRunware();
    const request = videoRequest();
    bench.double.fail({ action: 'start', how: 'drop' });
    await startOne(bench.adapter, request);
    const other = bench.adapterWith({});
    expect((await other.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    expect((await checkOne(other, request.startKey)).kind).toBe('completed');
    expect(bench.double.starts).toHaveLength(1);
  });

  test('for each of an array', async () => {
    bench = await openRunware({ visibleAfterMs: 60_000, archives: false });
    const requests = Array.from({ length: 20 }, () => videoRequest());
    bench.double.fail({ action: 'start', how: 'drop' });
    const lost = await bench.adapter.start(requests, yes, SIGNAL);
    expect(lost.every(({ kind }) => kind === 'unknown')).toBe(true);
    const outcomes = await Promise.all(requests.map((each) => bench.adapter.recover(lostStart(each), SIGNAL)));
    expect(outcomes.every((outcome) => outcome?.kind === 'started')).toBe(true);
    expect(bench.double.starts).toHaveLength(20);
    expect(new Set(bench.double.starts.map(({ id }) => id)).size).toBe(20);
  });

  test('while two workers recover it at once', async () => {
    bench = await openRunware({ visibleAfterMs: 60_000, archives: false });
    const request = videoRequest();
    bench.double.fail({ action: 'start', when: 'before', how: 'drop' });
    await startOne(bench.adapter, request);
    const both = [bench.adapter, bench.adapterWith({})].map((each) => each.recover(lostStart(request), SIGNAL));
    expect((await Promise.all(both)).map((outcome) => outcome?.kind)).toEqual(['started', 'started']);
    expect(bench.double.starts).toHaveLength(1);
  });

  test('and one that failed meanwhile is known as well', async () => {
    bench = await openRunware({ outcomeOf: () => ({ kind: 'fail', code: 'timeoutProvider', message: 'Too slow.' }) });
    const request = videoRequest();
    bench.double.fail({ action: 'start', how: 'drop' });
    await startOne(bench.adapter, request);
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    expect((await checkOne(bench.adapter, request.startKey)).kind).toBe('failed');
    expect(bench.double.starts).toHaveLength(1);
  });
});

describe('a start that never arrived', () => {
  test.each([
    ['empty lists', { archives: false }],
    ['errors', { unknownTask: 'error' }],
  ] as const)('is sent again with the very same body, after %s', async (_, options) => {
    bench = await openRunware(options);
    const request = videoRequest({ prompt: 'again', seed: 0 });
    bench.double.fail({ action: 'start', when: 'before', how: 'drop' });
    await startOne(bench.adapter, request);
    expect(bench.double.starts).toEqual([]);
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    const [first, again] = bench.double.requests.filter(({ action }) => action === 'start');
    expect(again?.raw.toString()).toBe(first?.raw.toString());
    expect(bench.double.starts).toHaveLength(1);
  });

  test('takes its inputs along', async () => {
    bench = await openRunware();
    const path = join(bench.directory, 'first.png');
    await writeFile(path, 'a picture');
    const firstFrame = inputFile(path, 'image/png');
    const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame } });
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    const { id } = onlyOf(bench.double.uploads);
    expect(onlyOf(bench.double.starts).body.inputs.frameImages).toEqual([{ image: id, frame: 'first' }]);
  });

  test('is refused when Runware refuses what it says', async () => {
    bench = await openRunware();
    const request = videoRequest({ durationSeconds: 99 });
    expect(await bench.adapter.recover(lostStart(request), SIGNAL)).toMatchObject({
      kind: 'refused',
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('is not sent once the caller has cancelled', async () => {
    bench = await openRunware();
    const outcome = await bench.adapter.recover(lostStart(videoRequest(), { mayResend: false }), SIGNAL);
    expect(outcome?.kind).toBe('unknown');
    expect(actions()).toEqual(['check', 'list']);
  });

  test('is not sent when the caller cancels while its inputs are handed over again', async () => {
    bench = await openRunware();
    const path = join(bench.directory, 'first.png');
    await writeFile(path, 'a picture');
    const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: inputFile(path, 'image/png') } });
    let uploadsWhenAsked = 0;
    const maySend = async () => {
      uploadsWhenAsked = bench.double.uploads.length;
      return false;
    };
    expect(await bench.adapter.recover(lostStart(request, { maySend }), SIGNAL)).toEqual({ kind: 'withheld' });
    expect(uploadsWhenAsked).toBe(1);
    expect(bench.double.count('start')).toBe(0);
  });

  test('is not sent when nobody can tell whether it may be', async () => {
    bench = await openRunware();
    const maySend = () => Promise.reject(new Error('The database is away.'));
    const outcome = await bench.adapter.recover(lostStart(videoRequest(), { maySend }), SIGNAL);
    expect(outcome).toEqual({ kind: 'withheld' });
    expect(bench.double.count('start')).toBe(0);
  });

  test('is found without being sent once the caller has cancelled', async () => {
    bench = await openRunware();
    const request = videoRequest();
    bench.double.fail({ action: 'start', how: 'drop' });
    await startOne(bench.adapter, request);
    const outcome = await bench.adapter.recover(lostStart(request, { mayResend: false }), SIGNAL);
    expect(outcome?.kind).toBe('started');
    expect(bench.double.count('start')).toBe(1);
  });

  test('is not sent again after a day, when its UUID may be free', async () => {
    bench = await openRunware();
    const sentAt = new Date(Date.now() - 24 * 60 * 60 * 1000 - 1000);
    expect((await bench.adapter.recover(lostStart(videoRequest(), { sentAt }), SIGNAL))?.kind).toBe('unknown');
    expect(bench.double.starts).toEqual([]);
    expect(bench.double.count('start')).toBe(0);
  });
});

describe('trouble while recovering proves nothing', () => {
  test.each([
    ['check', { how: 'drop' }],
    ['check', { how: 'answer', answer: { status: 429 } }],
    ['check', { how: 'answer', answer: { status: 401 } }],
    ['check', { how: 'answer', answer: { status: 500 } }],
    ['check', { how: 'answer', answer: { status: 200, body: {} } }],
    ['list', { how: 'drop' }],
    ['list', { how: 'answer', answer: { status: 429 } }],
    ['list', { how: 'answer', answer: { status: 403 } }],
    ['list', { how: 'answer', answer: { status: 500 } }],
    ['start', { how: 'answer', answer: { status: 429 } }],
    ['start', { how: 'answer', answer: { status: 401 } }],
    ['start', { how: 'answer', answer: { status: 402 } }],
    ['start', { how: 'answer', answer: { status: 400 } }],
    ['start', { how: 'drop' }],
  ] as const)('%s %o', async (action, fault) => {
    bench = await openRunware({ visibleAfterMs: 60_000, archives: false });
    bench.double.fail({ action, when: 'before', ...fault });
    const outcome = await bench.adapter.recover(lostStart(videoRequest()), SIGNAL);
    expect(outcome).toEqual({ kind: 'unknown', message: expect.stringMatching(/\w/), unanswered: true });
    expect(bench.double.starts).toEqual([]);
    expect(actions().at(-1)).toBe(action);
  });

  test('an input that cannot be handed over', async () => {
    bench = await openRunware();
    const firstFrame = inputFile(join(bench.directory, 'none.png'), 'image/png');
    const request = videoRequest({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame } });
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('unknown');
    expect(bench.double.starts).toEqual([]);
  });

  test('an archive that holds only errors is not believed', async () => {
    bench = await openRunware({ visibleAfterMs: 60_000 });
    const request = videoRequest();
    const details = { taskType: 'getTaskDetails', taskUUID: request.startKey, request: [{}] };
    const body = { data: [{ ...details, response: { errors: [{ code: 'invalidApiKey' }] } }] };
    bench.double.fail({ action: 'list', how: 'answer', answer: { status: 200, body } });
    expect((await bench.adapter.recover(lostStart(request), SIGNAL))?.kind).toBe('started');
    expect(bench.double.starts).toHaveLength(1);
  });
});

describe('a callback to the address of a lost start', () => {
  const taskUUID = '24cd5dff-cb81-4db5-8506-b72a9425f9d1';
  const row = { taskType: 'videoInference', taskUUID };

  test.each([
    ['a finished item', { data: [{ ...row, status: 'success', videoURL: 'https://im.runware.ai/v.mp4' }] }],
    ['a failed task', { errors: [{ code: 'timeoutProvider', status: 'error', message: 'Slow.', taskUUID }] }],
    ['a failed item', { data: [{ ...row, status: 'error', error: { code: 'promptBlocked', message: 'No.' } }] }],
  ])('%s tells that it was accepted', async (_, body) => {
    bench = await openRunware();
    expect(bench.adapter.readCallback(body)).toMatchObject({
      kind: 'started',
      operation: { taskUUID },
      providerTaskId: taskUUID,
    });
  });

  test.each([
    ['nothing', null],
    ['a text', 'hello'],
    ['no rows', { data: [] }],
    ['a row without a task', { data: [{ status: 'success' }] }],
    ['a task that is no UUID', { data: [{ ...row, taskUUID: 'x' }] }],
    ['two tasks', { data: [row, { ...row, taskUUID: '34cd5dff-cb81-4db5-8506-b72a9425f9d1' }] }],
    ['an error about a request', { errors: [{ code: 'invalidParameter', taskUUID }] }],
  ])('%s tells nothing', async (_, body) => {
    bench = await openRunware();
    expect(bench.adapter.readCallback(body)).toBeNull();
  });
});
