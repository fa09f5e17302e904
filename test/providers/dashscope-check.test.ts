import { expect, test } from 'vitest';
import type { TaskErrorCode } from '../../src/tasks/task.js';
import { checkOne, finished, KEY, openProvider, SIGNAL, started, startService } from './dashscope-support.js';

const NO_REASON = 'DASHSCOPE failed without giving a reason.';

test('a task waits, runs and completes', async () => {
  const { double, provider } = await startService({ queueMs: 150, generationMs: 800 });
  const { operation, providerTaskId } = await started(provider, { prompt: 'a kitten', promptExtend: true });
  const running = { kind: 'running', progress: null, etaSeconds: null };
  expect(await checkOne(provider, operation)).toEqual(running);
  await expect.poll(() => statusOf(double.baseUrl, providerTaskId)).toBe('RUNNING');
  expect(await checkOne(provider, operation)).toEqual(running);
  const outcome = await finished(provider, operation);
  expect(outcome).toMatchObject({
    kind: 'completed',
    output: { kind: 'url', url: expect.stringContaining(`/files/${providerTaskId}.mp4?Expires=`) },
    facts: { actualPrompt: 'a kitten, in soft light', sensitive: null, cost: null },
    answer: {
      output: {
        task_status: 'SUCCEEDED',
        orig_prompt: 'a kitten',
        video_url: expect.stringMatching(/\?\[redacted\]$/),
      },
      usage: { SR: 720, duration: 2, output_video_duration: 2, fps: 30, ratio: '16:9', video_count: 1 },
    },
  });
});

async function statusOf(baseUrl: string, taskId: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/v1/tasks/${taskId}`, { headers: { authorization: `Bearer ${KEY}` } });
  return /"task_status":"(\w+)"/.exec(await response.text())?.[1] ?? '';
}

test('the signed link is given on byte for byte, without a key, and dies with 403 and XML', async () => {
  const { provider } = await startService({ lifetimeMs: 60_000 });
  const { operation } = await started(provider);
  const url = urlOf(await finished(provider, operation));
  expect(url).toMatch(/%3D$/);
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('a video');
  const reordered = await fetch(url.replace(/(Expires=\d+)&(OSSAccessKeyId=[^&]+)/, '$2&$1'));
  expect(reordered.status).toBe(403);
  expect(await reordered.text()).toContain('<Code>SignatureDoesNotMatch</Code>');
});

test('a link by http is fetched by https', async () => {
  const { double, provider } = await startService();
  const { operation, providerTaskId } = await started(provider);
  const output = { task_id: providerTaskId, task_status: 'SUCCEEDED', video_url: 'http://a.example/1.mp4?Sign=a%2Fb' };
  double.fail({ action: 'check', how: 'answer', answer: { status: 200, body: { output } } });
  expect(urlOf(await checkOne(provider, operation))).toBe('https://a.example/1.mp4?Sign=a%2Fb');
});

test('an expired link answers 403 with XML', async () => {
  const { provider } = await startService({ lifetimeMs: 0 });
  const { operation } = await started(provider);
  const url = urlOf(await finished(provider, operation));
  await expect.poll(async () => (await fetch(url)).status).toBe(403);
  const response = await fetch(url);
  expect(response.headers.get('content-type')).toBe('application/xml');
  expect(await response.text()).toContain('Request has expired.');
});

function urlOf(outcome: Awaited<ReturnType<typeof finished>>): string {
  if (outcome.kind !== 'completed' || outcome.output.kind !== 'url') throw new Error(JSON.stringify(outcome));
  return outcome.output.url;
}

test('many operations are looked up in order', async () => {
  const { double, provider } = await startService({
    generationMs: (body) => (body.input.prompt === 'slow' ? 60_000 : 0),
  });
  const operations = [];
  for (const prompt of ['fast', 'slow', 'fast']) operations.push((await started(provider, { prompt })).operation);
  const outcomes = await provider.check([...operations, { taskId: 'nobody-knows' }, { other: 1 }], SIGNAL);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['completed', 'running', 'completed', 'missing', 'unanswered']);
  expect(double.count('check')).toBe(4);
});

/** What the service says of a task that is asked for. */
async function checkAnswer(answer: { status: number; body?: unknown; headers?: Record<string, string> }) {
  const { double, provider } = await startService();
  const { operation, providerTaskId } = await started(provider);
  const text = JSON.stringify(answer.body ?? '').replaceAll('TASK', providerTaskId);
  double.fail({ action: 'check', how: 'answer', answer: { ...answer, body: JSON.parse(text) } });
  return checkOne(provider, operation);
}

function told(output: Record<string, unknown>) {
  return { status: 200, body: { request_id: 'r', output: { task_id: 'TASK', ...output } } };
}

test.each(['PENDING', 'pending', 'RUNNING', 'Running', 'SUSPENDED', 'POST_PROCESSING', '', undefined, 7])(
  'status %s means that it runs',
  async (status) => {
    expect(await checkAnswer(told({ task_status: status }))).toEqual({
      kind: 'running',
      progress: null,
      etaSeconds: null,
    });
  },
);

test.each(['UNKNOWN', 'unknown'])('status %s means that the service has forgotten it', async (status) => {
  expect(await checkAnswer(told({ task_status: status }))).toEqual({
    kind: 'missing',
    message: expect.stringContaining('24 hours'),
  });
});

test.each(['CANCELED', 'cancelled'])('status %s is a failure without cost', async (status) => {
  expect(await checkAnswer(told({ task_status: status }))).toMatchObject({
    kind: 'failed',
    error: { code: 'PROVIDER_FAILED', billed: false, providerCode: 'CANCELED' },
  });
});

test('statuses are read without regard to case', async () => {
  const url = 'https://result.example.com/a.mp4?Signature=a%2Bb%3D';
  expect(await checkAnswer(told({ task_status: 'Succeeded', video_url: url }))).toMatchObject({
    kind: 'completed',
    output: { kind: 'url', url },
    facts: { actualPrompt: null, sensitive: null, cost: null },
  });
});

test.each([undefined, null, '', 7, 'not a link', 'file:///etc/passwd'])(
  'a success with %s for a video',
  async (url) => {
    expect(await checkAnswer(told({ task_status: 'SUCCEEDED', video_url: url }))).toMatchObject({
      kind: 'failed',
      error: { code: 'RESULT_MISSING', billed: null, retryable: true, message: expect.stringContaining('no video') },
    });
  },
);

const FAILURES: [word: string, code: TaskErrorCode, retryable: boolean][] = [
  ['InvalidParameter', 'INVALID_INPUT', false],
  ['DataInspectionFailed', 'CONTENT_REJECTED', false],
  ['data_inspection_failed', 'CONTENT_REJECTED', false],
  ['IPInfringementSuspect', 'CONTENT_REJECTED', false],
  ['InvalidURL', 'INVALID_INPUT', false],
  ['InvalidImage.FileFormat', 'INVALID_INPUT', false],
  ['InvalidVideo.Resolution', 'INVALID_INPUT', false],
  ['Arrearage', 'PROVIDER_BALANCE', false],
  ['Throttling.RateQuota', 'PROVIDER_RATE_LIMIT', true],
  ['InternalError', 'PROVIDER_FAILED', true],
  ['InternalError.Algo', 'PROVIDER_FAILED', true],
  ['internal_error', 'PROVIDER_FAILED', true],
  ['AWordOfTomorrow', 'PROVIDER_FAILED', true],
];

test.each(FAILURES)('a task that failed with %s is %s', async (word, code, retryable) => {
  const { provider } = await startService({ outcomeOf: () => ({ kind: 'fail', code: word, message: 'what it says' }) });
  const { operation } = await started(provider);
  const error = { code, message: 'what it says', retryable, billed: false, provider: 'DASHSCOPE', providerCode: word };
  expect(await finished(provider, operation)).toMatchObject({
    kind: 'failed',
    error,
    answer: { output: { code: word } },
  });
});

test.each([
  { reason: {}, message: NO_REASON, providerCode: null },
  { reason: { code: '', message: '  ' }, message: NO_REASON, providerCode: null },
  { reason: { code: 'InternalError' }, message: NO_REASON, providerCode: 'InternalError' },
  { reason: { message: 'only words' }, message: 'only words', providerCode: null },
])('a failure that says $reason still has a sentence', async ({ reason, message, providerCode }) => {
  const { provider } = await startService({ outcomeOf: () => ({ kind: 'fail', ...reason }) });
  const { operation } = await started(provider);
  expect(await finished(provider, operation)).toMatchObject({
    kind: 'failed',
    error: { code: 'PROVIDER_FAILED', message, providerCode, billed: false },
  });
});

test.each([
  { answer: { status: 429, body: { code: 'Throttling.RateQuota', message: 'slow down' } }, retryAfterMs: 5_000 },
  { answer: { status: 429, body: {}, headers: { 'retry-after': '2' } }, retryAfterMs: 2_000 },
  { answer: { status: 503, body: '', headers: { 'retry-after': '9' } }, retryAfterMs: 9_000 },
  { answer: { status: 408, body: '' }, retryAfterMs: null },
  { answer: { status: 425, body: '' }, retryAfterMs: null },
  { answer: { status: 500, body: { code: 'InternalError', message: 'An internal error.' } }, retryAfterMs: null },
  {
    answer: { status: 401, body: { code: 'InvalidApiKey', message: 'Invalid API-key provided.' } },
    retryAfterMs: null,
  },
  { answer: { status: 404, body: '<html>Not found</html>' }, retryAfterMs: null },
  { answer: { status: 301, body: '' }, retryAfterMs: null },
  { answer: { status: 200, body: '' }, retryAfterMs: null },
  { answer: { status: 200, body: [] }, retryAfterMs: null },
  { answer: { status: 200, body: { code: 'InternalError', message: 'odd' } }, retryAfterMs: null },
  { answer: { status: 200, body: { output: { task_id: 'another', task_status: 'SUCCEEDED' } } }, retryAfterMs: null },
])('trouble with a query never fails a task: %o', async ({ answer, retryAfterMs }) => {
  expect(await checkAnswer(answer)).toEqual({
    kind: 'unanswered',
    message: expect.stringMatching(/\w/),
    retryAfterMs,
  });
});

test.each(['drop', 'stall', 'truncate', 'huge'] as const)(
  'a query whose answer is lost is asked again: %s',
  async (how) => {
    const { double, provider } = await startService({}, { timeoutMs: 300 });
    const { operation } = await started(provider);
    double.fail({ action: 'check', how });
    expect(await checkOne(provider, operation)).toMatchObject({ kind: 'unanswered', retryAfterMs: null });
    expect(await checkOne(provider, operation)).toMatchObject({ kind: 'completed' });
  },
);

test.each([null, 'text', {}, { taskId: '' }, { taskId: 7 }])(
  'a stored operation that nobody can read: %o',
  async (operation) => {
    const { double, provider } = await startService();
    expect(await checkOne(provider, operation)).toMatchObject({ kind: 'unanswered' });
    expect(await provider.cancel(operation, SIGNAL)).toMatchObject({ kind: 'unanswered' });
    expect(double.requests).toEqual([]);
  },
);

test('a task that waits is cancelled, one that runs is not', async () => {
  const { provider } = await startService({ queueMs: 60_000 });
  const { operation } = await started(provider);
  expect(await provider.cancel(operation, SIGNAL)).toEqual({ kind: 'stopped' });
  expect(await checkOne(provider, operation)).toMatchObject({ kind: 'failed', error: { providerCode: 'CANCELED' } });
  // What is cancelled is no longer PENDING.
  expect(await provider.cancel(operation, SIGNAL)).toEqual({ kind: 'runs-on' });
});

test.each(['flat', 'envelope'] as const)('a task that runs cannot be cancelled: %s errors', async (errorShape) => {
  const { provider } = await startService({ errorShape, generationMs: 60_000 });
  const { operation } = await started(provider);
  expect(await provider.cancel(operation, SIGNAL)).toEqual({ kind: 'runs-on' });
});

test.each([
  { how: 'drop' },
  { how: 'stall' },
  { how: 'truncate' },
  { how: 'answer', answer: { status: 500, body: { code: 'UnsupportedOperation', message: 'odd' } } },
  { how: 'answer', answer: { status: 429, body: { code: 'Throttling.RateQuota', message: 'slow down' } } },
  { how: 'answer', answer: { status: 401, body: { code: 'InvalidApiKey', message: 'no' } } },
  { how: 'answer', answer: { status: 400, body: { code: 'InvalidParameter', message: 'no' } } },
  { how: 'answer', answer: { status: 200, body: '' } },
] as const)('a cancel without a clear answer is unanswered: %o', async (fault) => {
  const { double, provider } = await startService({ queueMs: 60_000 }, { timeoutMs: 300 });
  const { operation } = await started(provider);
  double.fail({ action: 'cancel', ...fault });
  expect(await provider.cancel(operation, SIGNAL)).toEqual({
    kind: 'unanswered',
    message: expect.stringMatching(/\w/),
  });
});

test('health asks for the list of tasks, which costs nothing', async () => {
  const { double, provider } = await startService();
  expect(await provider.health(SIGNAL)).toEqual({ kind: 'healthy' });
  expect(double.requests.map(({ method, path, search }) => `${method} ${path}${search}`)).toEqual([
    'GET /api/v1/tasks/?page_no=1&page_size=1',
  ]);
  expect(double.starts).toEqual([]);
});

test('a wrong key is told by health', async () => {
  const { double } = await startService();
  const provider = openProvider(double.baseUrl, { apiKey: 'sk-of-somebody-else' });
  expect(await provider.health(SIGNAL)).toEqual({ kind: 'refused', message: 'Invalid API-key provided.' });
});

test.each([
  { status: 403, body: { code: 'AccessDenied', message: 'no' }, kind: 'refused' },
  { status: 403, body: '<html>', kind: 'refused' },
  { status: 400, body: { code: 'Arrearage', message: 'overdue' }, kind: 'refused' },
  { status: 429, body: { code: 'Throttling.RateQuota', message: 'slow down' }, kind: 'unanswered' },
  { status: 500, body: { code: 'InternalError', message: 'no' }, kind: 'unanswered' },
  { status: 404, body: '', kind: 'unanswered' },
])('health with HTTP $status is $kind', async ({ status, body, kind }) => {
  const { double, provider } = await startService();
  double.fail({ action: 'health', how: 'answer', answer: { status, body } });
  expect(await provider.health(SIGNAL)).toEqual({ kind, message: expect.stringMatching(/\w/) });
});

test('what it can do, and what nobody asks it', async () => {
  const { double, provider } = await startService();
  expect(provider.name).toBe('DASHSCOPE');
  expect(provider.capabilities).toMatchObject({ price: { P720: 0.1, P1080: 0.15 }, cancels: 'while-queued' });
  expect(provider.freeSlots()).toBeNull();
  expect(provider.readCallback({ data: { task_id: 'a', task_status: 'SUCCEEDED' } })).toBeNull();
  await provider.release({ taskId: 'a' });
  expect(double.requests).toEqual([]);
});

test('the key is in no outcome', async () => {
  const { double, provider } = await startService();
  const { operation } = await started(provider);
  const outcomes: unknown[] = [
    operation,
    await finished(provider, operation),
    await provider.cancel(operation, SIGNAL),
  ];
  await double[Symbol.asyncDispose]();
  Object.assign(double, { [Symbol.asyncDispose]: () => Promise.resolve() });
  outcomes.push(await provider.check([operation], SIGNAL), await provider.health(SIGNAL));
  expect(outcomes).toHaveLength(5);
  expect(JSON.stringify(outcomes)).not.toContain(KEY);
});
