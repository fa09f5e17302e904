import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Json } from '../../src/lib/json.js';
import { videoRequest } from '../support/video-request.js';
import type { DoubleAnswer } from './doubles/double.mjs';
import { checkOne, openRunware, SIGNAL, startOne, yes, type RunwareBench } from './runware-support.js';

let bench: RunwareBench;
afterEach(() => bench[Symbol.asyncDispose]());

const TASK = '24cd5dff-cb81-4db5-8506-b72a9425f9d1';
const ROW = { taskType: 'videoInference', taskUUID: TASK };
const URL_OF_VIDEO = 'https://im.runware.ai/video/ws/0.5/vi/b7db282d.mp4';

/** What a check of `TASK` makes of an answer. */
async function checkAnswer(answer: DoubleAnswer) {
  bench = await openRunware();
  bench.double.fail({ action: 'check', how: 'answer', answer });
  return checkOne(bench.adapter, TASK);
}

describe('the life of a task', () => {
  test('it runs, then it is completed', async () => {
    let generationMs = 60_000;
    bench = await openRunware({ generationMs: () => generationMs });
    const request = videoRequest({ durationSeconds: 5 });
    await startOne(bench.adapter, request);
    expect(await checkOne(bench.adapter, request.startKey)).toEqual({
      kind: 'running',
      progress: null,
      etaSeconds: null,
    });
    generationMs = 0;
    const outcome = await checkOne(bench.adapter, request.startKey);
    expect(outcome).toEqual({
      kind: 'completed',
      output: { kind: 'url', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/files\/[\w-]+\.mp4$/) },
      facts: { actualPrompt: null, sensitive: false, cost: { usd: 0.5, estimated: false } },
      answer: { data: [expect.objectContaining({ taskUUID: request.startKey, status: 'success', seed: 7 })] },
    });
    const url = outcome.kind === 'completed' && outcome.output.kind === 'url' ? outcome.output.url : '';
    expect(await (await fetch(url)).text()).toBe('a video');
    expect(bench.double.requests[1]?.body).toEqual([{ taskType: 'getResponse', taskUUID: request.startKey }]);
  });

  test.each(['errors', 'data'] as const)('it fails, told within %s', async (within) => {
    bench = await openRunware({
      outcomeOf: () => ({ kind: 'fail', code: 'providerContentPolicyViolation', message: 'Not this.', within }),
    });
    const request = videoRequest();
    await startOne(bench.adapter, request);
    expect(await checkOne(bench.adapter, request.startKey)).toMatchObject({
      kind: 'failed',
      error: {
        code: 'CONTENT_REJECTED',
        message: 'Not this.',
        providerCode: 'providerContentPolicyViolation',
        retryable: false,
        billed: false,
        provider: 'RUNWARE',
      },
    });
  });

  test('content that Runware marks is marked', async () => {
    bench = await openRunware({ outcomeOf: () => ({ kind: 'succeed', sensitive: true }) });
    const request = videoRequest();
    await startOne(bench.adapter, request);
    expect(await checkOne(bench.adapter, request.startKey)).toMatchObject({ facts: { sensitive: true } });
  });

  test('success without a file is a failure of its own', async () => {
    bench = await openRunware({ outcomeOf: () => ({ kind: 'succeed', withoutFile: true }) });
    const request = videoRequest();
    await startOne(bench.adapter, request);
    expect(await checkOne(bench.adapter, request.startKey)).toMatchObject({
      kind: 'failed',
      error: { code: 'RESULT_MISSING', retryable: true, billed: true },
    });
  });

  test('an accepted task that is not visible yet is running', async () => {
    bench = await openRunware({ visibleAfterMs: 60_000 });
    const request = videoRequest();
    await startOne(bench.adapter, request);
    expect(await checkOne(bench.adapter, request.startKey)).toMatchObject({ kind: 'running', progress: null });
  });

  test('a task that Runware does not know is missing', async () => {
    bench = await openRunware({ unknownTask: 'error' });
    expect(await checkOne(bench.adapter, randomUUID())).toMatchObject({ kind: 'missing', message: expect.any(String) });
  });
});

describe('states', () => {
  test.each([
    ['processing', {}, null],
    ['PROCESSING', { progress: 40 }, 40],
    ['queued', { progress: 0 }, 0],
    ['somethingNew', { progress: 100 }, 100],
    ['processing', { progress: 400 }, null],
    ['processing', { progress: '40' }, null],
  ])('%s %o is running', async (status, more, progress) => {
    const body = { data: [{ ...ROW, status, ...more }] };
    expect(await checkAnswer({ status: 200, body })).toEqual({ kind: 'running', progress, etaSeconds: null });
  });

  test.each([
    ['SUCCESS', { status: 'SUCCESS', videoURL: URL_OF_VIDEO }],
    ['no status', { videoURL: URL_OF_VIDEO }],
    ['a UUID in capitals', { status: 'success', videoURL: URL_OF_VIDEO, taskUUID: TASK.toUpperCase() }],
  ])('a file with %s is completed', async (_, row) => {
    expect(await checkAnswer({ status: 200, body: { data: [{ ...ROW, ...row }] } })).toMatchObject({
      kind: 'completed',
      output: { kind: 'url', url: URL_OF_VIDEO },
      facts: { sensitive: null, cost: null },
    });
  });

  test('a list that is one object is read', async () => {
    const body = { data: { ...ROW, status: 'success', videoURL: URL_OF_VIDEO } };
    expect((await checkAnswer({ status: 200, body })).kind).toBe('completed');
  });

  test('a file counts more than an error beside it', async () => {
    const body = {
      data: [
        { ...ROW, status: 'processing' },
        { ...ROW, status: 'success', videoURL: URL_OF_VIDEO },
      ],
      errors: [{ code: 'timeoutProvider', status: 'error', taskUUID: TASK }],
    };
    expect((await checkAnswer({ status: 200, body })).kind).toBe('completed');
  });

  test('a failure without a reason says so', async () => {
    const body = { data: [{ ...ROW, status: 'error' }] };
    expect(await checkAnswer({ status: 200, body })).toMatchObject({
      kind: 'failed',
      error: { code: 'PROVIDER_FAILED', message: 'RUNWARE failed without giving a reason.', providerCode: null },
    });
  });

  test('a success without a file and without a cost leaves the bill open', async () => {
    const body = { data: [{ ...ROW, status: 'success' }] };
    expect(await checkAnswer({ status: 200, body })).toMatchObject({ error: { code: 'RESULT_MISSING', billed: null } });
  });
});

describe('failures by their code', () => {
  const ROWS: [code: string, expected: string, retryable: boolean][] = [
    ['contentPolicyViolation', 'CONTENT_REJECTED', false],
    ['providerContentPolicyViolation', 'CONTENT_REJECTED', false],
    ['sensitiveContentDetected', 'CONTENT_REJECTED', false],
    ['unsafeContentDetected', 'CONTENT_REJECTED', false],
    ['nsfwContentDetected', 'CONTENT_REJECTED', false],
    ['promptBlocked', 'CONTENT_REJECTED', false],
    ['imageBlocked', 'CONTENT_REJECTED', false],
    ['moderationFailed', 'CONTENT_REJECTED', false],
    ['invalidApiKey', 'PROVIDER_AUTH', false],
    ['missingApiKey', 'PROVIDER_AUTH', false],
    ['unauthorized', 'PROVIDER_AUTH', false],
    ['forbidden', 'PROVIDER_AUTH', false],
    ['permissionDenied', 'PROVIDER_AUTH', false],
    ['tokenExpired', 'PROVIDER_AUTH', false],
    ['accountSuspended', 'PROVIDER_AUTH', false],
    ['accountDisabled', 'PROVIDER_AUTH', false],
    ['organizationSuspended', 'PROVIDER_AUTH', false],
    ['organizationDisabled', 'PROVIDER_AUTH', false],
    ['workspaceSuspended', 'PROVIDER_AUTH', false],
    ['workspaceDisabled', 'PROVIDER_AUTH', false],
    ['insufficientCredits', 'PROVIDER_BALANCE', false],
    ['quotaExceeded', 'PROVIDER_BALANCE', false],
    ['insufficientBalance', 'PROVIDER_BALANCE', false],
    ['paymentRequired', 'PROVIDER_BALANCE', false],
    ['rateLimitExceeded', 'PROVIDER_RATE_LIMIT', true],
    ['providerRateLimitExceeded', 'PROVIDER_RATE_LIMIT', true],
    ['timeoutProvider', 'PROVIDER_FAILED', true],
    ['providerTimeout', 'PROVIDER_FAILED', true],
    ['providerGatewayTimeout', 'PROVIDER_FAILED', true],
    ['taskCancelled', 'PROVIDER_FAILED', false],
    ['modelNotFound', 'INVALID_INPUT', false],
    ['mediaExpired', 'INVALID_INPUT', false],
    ['unknownModel', 'INVALID_INPUT', false],
    ['internalServerError', 'PROVIDER_FAILED', true],
    ['serviceUnavailable', 'PROVIDER_UNAVAILABLE', true],
    ['serverUnavailable', 'PROVIDER_UNAVAILABLE', true],
    ['unknownError', 'PROVIDER_FAILED', true],
    ['providerError', 'PROVIDER_FAILED', true],
    ['providerInvalidApiKey', 'PROVIDER_FAILED', true],
    ['inferenceError', 'PROVIDER_FAILED', true],
    ['processingFailed', 'PROVIDER_FAILED', true],
    ['taskFailed', 'PROVIDER_FAILED', true],
    ['downloadFailed', 'PROVIDER_FAILED', true],
    ['uploadFailed', 'PROVIDER_FAILED', true],
    ['noAvailableServer', 'PROVIDER_UNAVAILABLE', true],
    ['modelUnavailable', 'PROVIDER_UNAVAILABLE', true],
    ['modelDisabled', 'PROVIDER_UNAVAILABLE', true],
    ['modelNotReady', 'PROVIDER_UNAVAILABLE', true],
    ['invalidParameter', 'INVALID_INPUT', false],
    ['missingParameter', 'INVALID_INPUT', false],
    ['conflictingParameters', 'INVALID_INPUT', false],
    ['duplicateTask', 'INVALID_INPUT', false],
    ['unsupportedParameter', 'INVALID_INPUT', false],
    ['unknownParameter', 'INVALID_INPUT', false],
    ['TIMEOUTPROVIDER', 'PROVIDER_FAILED', true],
    ['somethingNew', 'PROVIDER_FAILED', true],
  ];
  test.each(ROWS)('%s is %s', async (code, expected, retryable) => {
    const errors = [{ code, status: 'error', message: 'Why.', taskUUID: TASK }];
    expect(await checkAnswer({ status: 200, body: { data: [], errors } })).toEqual({
      kind: 'failed',
      error: { code: expected, message: 'Why.', retryable, billed: false, provider: 'RUNWARE', providerCode: code },
      answer: { errors },
    });
  });

  test.each(['taskNotFound', 'taskExpired', 'taskFailedOrNotFound'])('%s is missing', async (code) => {
    const errors = [{ code, status: 'error', message: 'Where?', taskUUID: TASK }];
    expect(await checkAnswer({ status: 200, body: { errors } })).toEqual({ kind: 'missing', message: 'Where?' });
  });

  test('a webhook that was slow to answer fails no video', async () => {
    const errors = [{ code: 'webhookTimeout', status: 'error', message: 'Slow.', taskUUID: TASK }];
    expect((await checkAnswer({ status: 200, body: { errors } })).kind).toBe('unanswered');
  });

  test('a failure with a cost was billed', async () => {
    const errors = [{ code: 'taskFailed', status: 'error', message: 'Why.', taskUUID: TASK, cost: 0.2 }];
    expect(await checkAnswer({ status: 200, body: { errors } })).toMatchObject({ error: { billed: true } });
  });

  test.each([
    ['of its task', { taskUUID: TASK }],
    ['of the check', { taskType: 'getResponse', taskUUID: TASK }],
    ['of no task, when only one was asked for', {}],
  ])('a generation that failed is believed without a status, as an error %s', async (_, more) => {
    const errors = [{ code: 'timeoutProvider', message: 'Slow.', ...more }];
    expect((await checkAnswer({ status: 200, body: { errors } })).kind).toBe('failed');
  });
});

describe('trouble that fails no task', () => {
  const ROWS: [string, DoubleAnswer][] = [
    ['408', { status: 408 }],
    ['425', { status: 425 }],
    ['500', { status: 500, body: { errors: [{ code: 'internalServerError', taskUUID: TASK }] } }],
    ['502', { status: 502, body: '<html>' }],
    ['503', { status: 503 }],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
    ['401', { status: 401, body: { errors: [{ code: 'invalidApiKey', message: 'No.' }] } }],
    ['402', { status: 402 }],
    ['403', { status: 403 }],
    ['an empty object', { status: 200, body: {} }],
    ['no list', { status: 200, body: { data: null } }],
    ['a text', { status: 200, body: 'hello' }],
    ['another task', { status: 200, body: { data: [{ ...ROW, taskUUID: randomUUID(), status: 'success' }] } }],
    ['an error of no task', { status: 200, body: { errors: [{ code: 'internalServerError', message: 'Oops.' }] } }],
    ['a refusal of the check', { status: 400, body: { errors: [{ code: 'invalidTaskUUID', taskUUID: TASK }] } }],
    [
      'a limit of checks',
      { status: 200, body: { errors: [{ code: 'rateLimitExceeded', taskType: 'getResponse', taskUUID: TASK }] } },
    ],
  ];
  test.each(ROWS)('%s', async (_, answer) => {
    expect(await checkAnswer(answer)).toEqual({
      kind: 'unanswered',
      message: expect.stringMatching(/\w/),
      retryAfterMs: null,
    });
  });

  test('429 says when to come back', async () => {
    const outcome = await checkAnswer({ status: 429, headers: { 'retry-after': '9' } });
    expect(outcome).toMatchObject({ kind: 'unanswered', retryAfterMs: 9000 });
  });

  test('404 is missing', async () => {
    expect((await checkAnswer({ status: 404 })).kind).toBe('missing');
  });

  test.each(['drop', 'truncate', 'huge'] as const)('an answer that is broken: %s', async (how) => {
    bench = await openRunware();
    bench.double.fail({ action: 'check', how });
    expect((await checkOne(bench.adapter, TASK)).kind).toBe('unanswered');
  });

  test('an answer that never comes', async () => {
    bench = await openRunware();
    bench.double.fail({ action: 'check', how: 'stall' });
    const [outcome] = await bench.adapterWith({ timeoutMs: 100 }).check([{ taskUUID: TASK }], SIGNAL);
    expect(outcome?.kind).toBe('unanswered');
  });

  test.each([[null], [{}], [{ taskUUID: 'x' }], ['text'], [{ request: {} }]] as [Json][])(
    'a stored operation that is %o',
    async (operation) => {
      bench = await openRunware();
      expect(await bench.adapter.check([operation], SIGNAL)).toMatchObject([{ kind: 'unanswered' }]);
      expect(bench.double.requests).toEqual([]);
    },
  );
});

describe('many operations', () => {
  async function startMany(count: number) {
    const requests = Array.from({ length: count }, (_, seed) => videoRequest({ seed }));
    await bench.adapter.start(requests, yes, SIGNAL);
    return requests.map(({ startKey }) => ({ taskUUID: startKey }));
  }

  test('a hundred are asked for at once, each with its own outcome', async () => {
    const failing = new Set([3, 7]);
    bench = await openRunware({
      outcomeOf: ({ seed }) =>
        failing.has(seed) ? { kind: 'fail', code: 'taskFailed', message: 'No.' } : { kind: 'succeed' },
      generationMs: ({ seed }) => (seed === 5 ? 60_000 : 0),
    });
    const operations = await startMany(99);
    const outcomes = await bench.adapter.check([...operations, { taskUUID: randomUUID() }], SIGNAL);
    const expected = operations.map((_, seed) => (failing.has(seed) ? 'failed' : seed === 5 ? 'running' : 'completed'));
    expect(outcomes.map(({ kind }) => kind)).toEqual([...expected, 'running']);
    expect(bench.double.count('check')).toBe(1);
    const answered = outcomes.map((outcome) => ('answer' in outcome ? JSON.stringify(outcome.answer) : null));
    for (const [position, { taskUUID }] of operations.entries()) {
      expect(answered.filter((answer) => answer?.includes(taskUUID))).toEqual(
        position === 5 ? [] : [answered[position]],
      );
    }
  });

  test('more than a hundred take two requests', async () => {
    bench = await openRunware();
    const outcomes = await bench.adapter.check(await startMany(101), SIGNAL);
    expect(outcomes.every(({ kind }) => kind === 'completed')).toBe(true);
    expect(bench.double.requests.filter(({ action }) => action === 'check').map(({ body }) => body.length)).toEqual([
      100, 1,
    ]);
  });

  test('an operation that is asked for twice is looked up once', async () => {
    bench = await openRunware();
    const [operation = null] = await startMany(1);
    const outcomes = await bench.adapter.check([operation, null, operation], SIGNAL);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['completed', 'unanswered', 'completed']);
    expect(bench.double.requests.at(-1)?.body).toHaveLength(1);
  });

  test('where arrays are refused they are asked for one by one, until arrays are tried again', async () => {
    bench = await openRunware({ takesCheckArrays: false });
    let clock = 1_000_000;
    const adapter = bench.adapterWith({ now: () => clock });
    const operations = await startMany(3);
    const lengths = () =>
      bench.double.requests.filter(({ action }) => action === 'check').map(({ body }) => body.length);
    const kinds = async () => (await adapter.check(operations, SIGNAL)).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['completed', 'completed', 'completed']);
    expect(lengths()).toEqual([3, 1, 1, 1]);
    clock += 599_999;
    await kinds();
    expect(lengths()).toEqual([3, 1, 1, 1, 1, 1, 1]);
    clock += 1;
    await kinds();
    expect(lengths()).toEqual([3, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1]);
  });

  test('a refusal that names one task keeps arrays in use', async () => {
    bench = await openRunware();
    const operations = await startMany(3);
    const errors = [{ code: 'taskExpired', message: 'Gone.', taskUUID: operations[1]?.taskUUID }];
    bench.double.fail({ action: 'check', how: 'answer', answer: { status: 400, body: { errors } } });
    const outcomes = await bench.adapter.check(operations, SIGNAL);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['completed', 'missing', 'completed']);
    await bench.adapter.check(operations, SIGNAL);
    expect(bench.double.requests.at(-1)?.body).toHaveLength(3);
  });

  test('an error that names no task is looked into one by one', async () => {
    bench = await openRunware({ outcomeOf: () => ({ kind: 'hang' }) });
    const operations = await startMany(2);
    const errors = [{ code: 'timeoutProvider', message: 'Slow.' }];
    bench.double.fail({ action: 'check', how: 'answer', answer: { status: 200, body: { data: [], errors } } });
    expect(await bench.adapter.check(operations, SIGNAL)).toMatchObject([{ kind: 'running' }, { kind: 'running' }]);
    expect(bench.double.count('check')).toBe(3);
  });

  test('one call asks for twenty tasks by themselves at most, and stops when it is told to slow down', async () => {
    bench = await openRunware({ takesCheckArrays: false });
    const operations = await startMany(30);
    const kinds = (await bench.adapter.check(operations, SIGNAL)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'completed')).toHaveLength(20);
    expect(kinds.filter((kind) => kind === 'unanswered')).toHaveLength(10);
    const before = bench.double.count('check');
    bench.double.fail({ action: 'check', times: 30, how: 'answer', answer: { status: 429 } });
    const slowed = await bench.adapter.check(operations, SIGNAL);
    expect(slowed.every(({ kind }) => kind === 'unanswered')).toBe(true);
    expect(bench.double.count('check') - before).toBeLessThanOrEqual(8);
  });
});
