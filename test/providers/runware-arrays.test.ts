import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { videoRequest } from '../support/video-request.js';
import { openRunware, SIGNAL, startOne, yes, type RunwareBench } from './runware-support.js';

let bench: RunwareBench;
beforeEach(async () => {
  bench = await openRunware();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('arrays and permission', () => {
  test('all requests of a call go in one array', async () => {
    const requests = Array.from({ length: 20 }, (_, seed) => videoRequest({ seed }));
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes.map((outcome) => outcome.kind === 'started' && outcome.providerTaskId)).toEqual(
      requests.map(({ startKey }) => startKey),
    );
    expect(bench.double.count('start')).toBe(1);
  });

  test('an array holds twenty tasks at most', async () => {
    const requests = Array.from({ length: 45 }, () => videoRequest());
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes.every(({ kind }) => kind === 'started')).toBe(true);
    expect(bench.double.requests.map(({ body }) => body.length).sort((a, b) => a - b)).toEqual([5, 20, 20]);
  });

  test('what has no permission is not sent', async () => {
    const requests = [videoRequest(), videoRequest(), videoRequest()];
    const [, middle] = requests;
    const maySend = (startKey: string) => Promise.resolve(startKey !== middle?.startKey);
    const outcomes = await bench.adapter.start(requests, maySend, SIGNAL);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'withheld', 'started']);
    expect(bench.double.starts.map(({ id }) => id)).toEqual([requests[0]?.startKey, requests[2]?.startKey]);
  });

  test.each([
    ['no', () => Promise.resolve(false)],
    ['an error', () => Promise.reject(new Error('The database is gone.'))],
  ])('%s to every task sends nothing', async (_, maySend) => {
    const outcomes = await bench.adapter.start([videoRequest(), videoRequest()], maySend, SIGNAL);
    expect(outcomes).toEqual([{ kind: 'withheld' }, { kind: 'withheld' }]);
    expect(bench.double.requests).toEqual([]);
  });

  test('a mistake that Runware names refuses its own task only', async () => {
    const requests = [videoRequest(), videoRequest({ durationSeconds: 99 }), videoRequest()];
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes).toMatchObject([
      { kind: 'started' },
      { kind: 'refused', error: { code: 'INVALID_INPUT', providerCode: 'invalidParameter', billed: false } },
      { kind: 'started' },
    ]);
    expect(bench.double.count('start')).toBe(1);
  });

  test('the answer that is kept speaks of its own task only', async () => {
    const requests = [videoRequest(), videoRequest({ durationSeconds: 99 })];
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(JSON.stringify(outcomes[0])).not.toContain(requests[1]?.startKey);
    expect(JSON.stringify(outcomes[1])).not.toContain(requests[0]?.startKey);
  });

  test('a task that was accepted before counts as started', async () => {
    const request = videoRequest();
    await startOne(bench.adapter, request);
    expect(await startOne(bench.adapter, request)).toMatchObject({
      kind: 'started',
      operation: { taskUUID: request.startKey },
      answer: { errors: [{ code: 'conflictTaskUUID' }] },
    });
    const other = videoRequest();
    expect(await bench.adapter.start([other, request], yes, SIGNAL)).toMatchObject([
      { kind: 'started', providerTaskId: other.startKey },
      { kind: 'started', providerTaskId: request.startKey },
    ]);
    expect(bench.double.starts).toHaveLength(2);
  });

  test('an answer without a word about a task leaves it unknown', async () => {
    const requests = [videoRequest(), videoRequest()];
    const body = { data: [{ taskType: 'videoInference', taskUUID: requests[0]?.startKey.toUpperCase() }] };
    bench.double.fail({ action: 'start', how: 'answer', answer: { status: 200, body } });
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes).toMatchObject([{ kind: 'started' }, { kind: 'unknown' }]);
  });

  test('an error without a task counts for the task without an answer', async () => {
    const requests = [videoRequest(), videoRequest()];
    const data = [{ taskType: 'videoInference', taskUUID: requests[0]?.startKey }];
    const errors = [{ code: 'promptBlocked', message: 'No.' }];
    bench.double.fail({ action: 'start', how: 'answer', answer: { status: 200, body: { data, errors } } });
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes).toMatchObject([{ kind: 'started' }, { kind: 'refused', error: { code: 'CONTENT_REJECTED' } }]);
  });

  test('a success with an error that several tasks may have caused leaves them unknown', async () => {
    const requests = [videoRequest(), videoRequest(), videoRequest()];
    const data = [{ taskType: 'videoInference', taskUUID: requests[0]?.startKey }];
    const errors = [{ code: 'conflictTaskUUID', message: 'Used.' }];
    bench.double.fail({ action: 'start', how: 'answer', answer: { status: 200, body: { data, errors } } });
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'unknown', 'unknown']);
  });
});

describe('an array that is refused as a whole', () => {
  beforeEach(async () => {
    await bench[Symbol.asyncDispose]();
    bench = await openRunware({ refuses: 'array' });
  });

  test('its tasks are sent by themselves', async () => {
    const requests = [videoRequest(), videoRequest({ durationSeconds: 99 }), videoRequest()];
    const asked: string[] = [];
    const maySend = (startKey: string) => Promise.resolve(asked.push(startKey) > 0);
    const outcomes = await bench.adapter.start(requests, maySend, SIGNAL);
    expect(outcomes).toMatchObject([
      { kind: 'started' },
      { kind: 'refused', error: { code: 'INVALID_INPUT', message: expect.stringContaining('duration') } },
      { kind: 'started' },
    ]);
    const keys = requests.map(({ startKey }) => startKey);
    expect(asked.sort()).toEqual([...keys, ...keys].sort());
    expect(bench.double.requests.map(({ body }) => body.length)).toEqual([3, 1, 1, 1]);
    expect(bench.double.starts.map(({ id }) => id).sort()).toEqual([keys[0], keys[2]].sort());
  });

  test('permission is asked for again', async () => {
    const requests = [videoRequest(), videoRequest({ durationSeconds: 99 })];
    let asked = 0;
    const maySend = () => Promise.resolve((asked += 1) <= 2);
    const outcomes = await bench.adapter.start(requests, maySend, SIGNAL);
    expect(outcomes).toEqual([{ kind: 'withheld' }, { kind: 'withheld' }]);
    expect(bench.double.starts).toEqual([]);
    expect(bench.double.count('start')).toBe(1);
  });

  test('a task that was accepted all the same is not paid twice', async () => {
    const requests = [videoRequest(), videoRequest()];
    const body = { errors: [{ code: 'invalidParameter', message: 'One of them.' }] };
    bench.double.fail({ action: 'start', how: 'answer', answer: { status: 400, body } });
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes).toMatchObject([{ kind: 'started' }, { kind: 'started' }]);
    expect(bench.double.starts).toHaveLength(2);
  });

  test.each([
    [401, 'invalidApiKey', 'refused', 'PROVIDER_AUTH'],
    [402, 'insufficientCredits', 'refused', 'PROVIDER_BALANCE'],
    [400, 'insufficientCredits', 'refused', 'PROVIDER_BALANCE'],
    [429, 'rateLimitExceeded', 'busy', 'PROVIDER_RATE_LIMIT'],
  ])('%i %s concerns all of them and is not asked again', async (status, code, kind, expected) => {
    const body = { errors: [{ code, message: 'No.' }] };
    bench.double.fail({ action: 'start', when: 'before', how: 'answer', answer: { status, body } });
    const outcomes = await bench.adapter.start([videoRequest(), videoRequest()], yes, SIGNAL);
    expect(outcomes).toMatchObject([
      { kind, error: { code: expected } },
      { kind, error: { code: expected } },
    ]);
    expect(bench.double.count('start')).toBe(1);
  });

  test('a mistake that names its task sends the others by themselves', async () => {
    const requests = [videoRequest(), videoRequest()];
    const errors = [{ code: 'invalidParameter', message: 'No.', taskUUID: requests[0]?.startKey }];
    bench.double.fail({ action: 'start', when: 'before', how: 'answer', answer: { status: 400, body: { errors } } });
    const outcomes = await bench.adapter.start(requests, yes, SIGNAL);
    expect(outcomes).toMatchObject([{ kind: 'refused' }, { kind: 'started' }]);
    expect(bench.double.starts.map(({ id }) => id)).toEqual([requests[1]?.startKey]);
  });
});
