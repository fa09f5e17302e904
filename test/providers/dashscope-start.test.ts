import { expect, test } from 'vitest';
import { createDashScope } from '../../src/providers/dashscope/adapter.js';
import type { TaskErrorCode } from '../../src/tasks/task.js';
import { memoryFileCache } from '../support/file-cache.js';
import { KEY, openProvider, request, SIGNAL, startOne, startService } from './dashscope-support.js';

test('without permission nothing is sent, and the others of a batch are', async () => {
  const { double, provider } = await startService();
  const requests = [request({ prompt: 'one' }), request({ prompt: 'two' }), request({ prompt: 'three' })];
  const asked: string[] = [];
  const maySend = (startKey: string) => {
    asked.push(startKey);
    if (startKey === requests[2]?.startKey) return Promise.reject(new Error('the database is away'));
    return Promise.resolve(startKey === requests[1]?.startKey);
  };
  const outcomes = await provider.start(requests, maySend, SIGNAL);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['withheld', 'started', 'withheld']);
  expect(asked.toSorted()).toEqual(requests.map(({ startKey }) => startKey).toSorted());
  expect(double.starts.map(({ body }) => body.input.prompt)).toEqual(['two']);
  expect(double.count('start')).toBe(1);
});

test('many starts keep their order, and at most eight are sent at once', async () => {
  const { double, provider } = await startService();
  const requests = Array.from({ length: 20 }, (_, position) => request({ prompt: `kitten ${position}` }));
  let [open, most] = [0, 0];
  const maySend = () => {
    open += 1;
    most = Math.max(most, open);
    return new Promise<boolean>((resolve) => {
      setImmediate(() => {
        open -= 1;
        resolve(true);
      });
    });
  };
  const outcomes = await provider.start(requests, maySend, SIGNAL);
  const prompts = outcomes.map((outcome) =>
    outcome.kind === 'started'
      ? double.starts.find(({ id }) => id === outcome.providerTaskId)?.body.input.prompt
      : null,
  );
  expect(prompts).toEqual(requests.map(({ prompt }) => prompt));
  expect(most).toBe(8);
});

test.each([
  { how: 'drop' },
  { how: 'stall' },
  { how: 'truncate' },
  { how: 'huge' },
  { how: 'slow', everyMs: 50 },
  { how: 'answer', answer: { status: 500, body: { code: 'InternalError', message: 'An internal error.' } } },
  { how: 'answer', answer: { status: 502, body: '<html>Bad gateway</html>' } },
  { how: 'answer', answer: { status: 503, body: { code: 'ServiceUnavailable', message: 'retry after 30 s' } } },
  { how: 'answer', answer: { status: 504, body: '' } },
  { how: 'answer', answer: { status: 408, body: { code: 'RequestTimeOut', message: 'Request timed out.' } } },
  { how: 'answer', answer: { status: 302, body: '', headers: { location: 'https://elsewhere.example.com/' } } },
  { how: 'answer', answer: { status: 499, body: 'closed' } },
  { how: 'answer', answer: { status: 200, body: '' } },
  { how: 'answer', answer: { status: 200, body: '<html>Welcome</html>' } },
  { how: 'answer', answer: { status: 200, body: { output: { task_status: 'PENDING' }, request_id: 'r' } } },
  { how: 'answer', answer: { status: 200, body: { output: { task_id: '', task_status: 'PENDING' } } } },
  { how: 'answer', answer: { status: 200, body: { code: 'InternalError', message: 'odd' } } },
] as const)('a start that was accepted with a lost answer is unknown: %o', async (fault) => {
  const { double, provider } = await startService({}, { startTimeoutMs: 400 });
  double.fail({ action: 'start', ...fault });
  expect(await startOne(provider)).toEqual({ kind: 'unknown', message: expect.stringMatching(/\w/) });
  expect(double.starts).toHaveLength(1);
  expect(double.count('start')).toBe(1);
});

test('a service that is not there started nothing', async () => {
  const { double, provider } = await startService();
  await double[Symbol.asyncDispose]();
  expect(await startOne(provider)).toEqual({
    kind: 'busy',
    retryAfterMs: 10_000,
    error: {
      code: 'PROVIDER_UNAVAILABLE',
      message: expect.stringContaining('ECONNREFUSED'),
      retryable: true,
      billed: false,
      provider: 'DASHSCOPE',
      providerCode: null,
    },
  });
  // The double is closed once more when the test ends, which must not throw.
  Object.assign(double, { [Symbol.asyncDispose]: () => Promise.resolve() });
});

test('a gateway that shuts down sends no start', async () => {
  const { double, provider } = await startService();
  const [outcome] = await provider.start([request()], () => Promise.resolve(true), AbortSignal.abort());
  expect(outcome).toMatchObject({ kind: 'busy' });
  expect(double.count('start')).toBe(0);
});

test.each([
  { headers: {}, retryAfterMs: 60_000 },
  { headers: { 'retry-after': '7' }, retryAfterMs: 7_000 },
])('a rate limit is busy: %o', async ({ headers, retryAfterMs }) => {
  const { double, provider } = await startService();
  const message = 'Requests rate limit exceeded, please try again later.';
  const answer = { status: 429, body: { code: 'Throttling.RateQuota', message, request_id: 'r' }, headers };
  double.fail({ action: 'start', when: 'before', how: 'answer', answer });
  const providerCode = 'Throttling.RateQuota';
  const error = {
    code: 'PROVIDER_RATE_LIMIT',
    message,
    retryable: true,
    billed: false,
    provider: 'DASHSCOPE',
    providerCode,
  };
  expect(await startOne(provider)).toEqual({ kind: 'busy', retryAfterMs, error });
});

const REFUSALS: [status: number, word: string, code: TaskErrorCode, retryable: boolean][] = [
  [400, 'InvalidParameter', 'INVALID_INPUT', false],
  [400, 'InvalidParameter.DataInspection', 'INVALID_INPUT', false],
  [400, 'BadRequest.EmptyInput', 'INVALID_INPUT', false],
  [400, 'BadRequest.EmptyParameters', 'INVALID_INPUT', false],
  [400, 'BadRequest.EmptyModel', 'INVALID_INPUT', false],
  [400, 'InvalidURL', 'INVALID_INPUT', false],
  [400, 'InvalidURL.ConnectionRefused', 'INVALID_INPUT', false],
  [400, 'DataInspectionFailed', 'CONTENT_REJECTED', false],
  [400, 'data_inspection_failed', 'CONTENT_REJECTED', false],
  [400, 'IPInfringementSuspect', 'CONTENT_REJECTED', false],
  [400, 'Arrearage', 'PROVIDER_BALANCE', false],
  [400, 'UnsupportedOperation', 'INVALID_INPUT', false],
  [400, 'AWordOfTomorrow', 'INVALID_INPUT', false],
  [401, 'InvalidApiKey', 'PROVIDER_AUTH', false],
  [401, 'invalid_api_key', 'PROVIDER_AUTH', false],
  [402, 'AWordOfTomorrow', 'PROVIDER_BALANCE', false],
  [403, 'AccessDenied', 'PROVIDER_AUTH', false],
  [403, 'Model.AccessDenied', 'PROVIDER_AUTH', false],
  [403, 'AccessDenied.Unpurchased', 'PROVIDER_AUTH', false],
  [403, 'AllocationQuota.FreeTierOnly', 'PROVIDER_BALANCE', false],
  [404, 'ModelNotFound', 'PROVIDER_UNAVAILABLE', false],
  [404, 'model_not_found', 'PROVIDER_UNAVAILABLE', false],
  [413, 'AWordOfTomorrow', 'INVALID_INPUT', false],
  [418, 'AWordOfTomorrow', 'PROVIDER_FAILED', true],
  [429, 'CommodityNotPurchased', 'PROVIDER_BALANCE', false],
];

test.each(REFUSALS)('HTTP %i %s is refused as %s', async (status, word, code, retryable) => {
  const { double, provider } = await startService();
  const bodies = [
    { code: word, message: 'what the service says', request_id: 'r' },
    {
      error: { code: word, message: 'what the service says', type: 'invalid_request_error', param: null },
      request_id: 'r',
    },
  ];
  for (const body of bodies) {
    double.fail({ action: 'start', when: 'before', how: 'answer', answer: { status, body } });
    const message = 'what the service says';
    expect(await startOne(provider)).toEqual({
      kind: 'refused',
      error: { code, message, retryable, billed: false, provider: 'DASHSCOPE', providerCode: word },
      answer: body,
    });
  }
  expect(double.starts).toEqual([]);
});

test.each([
  'Throttling',
  'Throttling.BurstRate',
  'Throttling.AllocationQuota',
  'insufficient_quota',
  'AWordOfTomorrow',
])('HTTP 429 %s is busy', async (word) => {
  const { double, provider } = await startService();
  const answer = { status: 429, body: { code: word, message: '' } };
  double.fail({ action: 'start', when: 'before', how: 'answer', answer });
  const error = {
    code: 'PROVIDER_RATE_LIMIT',
    message: 'DASHSCOPE failed without giving a reason.',
    providerCode: word,
  };
  expect(await startOne(provider)).toMatchObject({ kind: 'busy', retryAfterMs: 60_000, error });
});

test('a model that the region does not sell is no mistake of the caller', async () => {
  const { double, provider } = await startService();
  const answer = { status: 400, body: { code: 'InvalidParameter', message: 'Model not exist.' } };
  double.fail({ action: 'start', when: 'before', how: 'answer', answer });
  expect(await startOne(provider)).toMatchObject({
    kind: 'refused',
    error: { code: 'PROVIDER_UNAVAILABLE', retryable: false, providerCode: 'InvalidParameter' },
  });
});

test.each(['flat', 'envelope'] as const)('the service refuses a wrong key: %s errors', async (errorShape) => {
  const { double } = await startService({ errorShape });
  const provider = openProvider(double.baseUrl, { apiKey: 'sk-of-somebody-else' });
  const outcome = await startOne(provider);
  expect(outcome).toMatchObject({
    kind: 'refused',
    error: { code: 'PROVIDER_AUTH', message: 'Invalid API-key provided.' },
  });
  expect(JSON.stringify(outcome)).not.toContain('sk-of-somebody-else');
});

test('keys and signed links in an error are not passed on', async () => {
  const { double, provider } = await startService();
  const message = `Incorrect API key ${KEY}; cannot read https://media.example.com/a.png?Signature=abc`;
  double.fail({
    action: 'start',
    when: 'before',
    how: 'answer',
    answer: { status: 401, body: { code: 'InvalidApiKey', message } },
  });
  const outcome = JSON.stringify(await startOne(provider));
  expect(outcome).toContain('Incorrect API key [redacted]');
  expect(outcome).not.toContain('Signature=abc');
  expect(outcome).not.toContain(KEY);
});

test('a base address may have a path and a slash at its end', async () => {
  const { double } = await startService();
  await using provider = createDashScope({
    apiKey: KEY,
    baseUrl: `${double.baseUrl}/`,
    price: { P720: 1, P1080: 1 },
    fileCache: memoryFileCache(),
  });
  expect(await startOne(provider)).toMatchObject({ kind: 'started' });
});
