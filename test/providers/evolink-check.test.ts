import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { videoRequest } from '../support/video-request.js';
import { check, openEvolink, SIGNAL, started, untilEnded } from './evolink-support.js';

type Evolink = Awaited<ReturnType<typeof openEvolink>>;

/** Checks a fresh operation while EvoLink answers this instead. */
async function checkWith(evolink: Evolink, status: number, body: unknown, headers: Record<string, string> = {}) {
  const { operation } = await started(evolink.adapter, videoRequest());
  evolink.double.fail({ action: 'check', how: 'answer', answer: { status, body, headers } });
  return check(evolink.adapter, operation);
}

test('an operation runs, reports progress, and ends with a link to the video', async () => {
  await using evolink = await openEvolink({ generationMs: 600 });
  const { operation, providerTaskId } = await started(evolink.adapter, videoRequest());
  expect(await check(evolink.adapter, operation)).toMatchObject({ kind: 'running', progress: expect.any(Number) });
  const url = `${evolink.double.url}/files/${providerTaskId}/video.mp4`;
  expect(await untilEnded(evolink.adapter, operation)).toEqual({
    kind: 'completed',
    output: { kind: 'url', url },
    facts: { actualPrompt: null, sensitive: null, cost: null },
    answer: expect.objectContaining({ id: providerTaskId, status: 'completed', progress: 100 }),
  });
  expect(await (await fetch(url)).text()).toBe('the bytes of a video');
});

test.each([
  [{ status: 'pending', progress: 0 }, 0, 120],
  [{ status: 'processing', progress: 25 }, 25, 90],
  [{ status: 'processing', progress: 99.7 }, 99, 2],
  [{ status: 'processing', progress: 50, task_info: { estimated_time: 300 } }, 50, 150],
  [{ status: 'processing', progress: 140 }, 100, 0],
  [{ status: 'processing', progress: -1 }, 0, 120],
  [{ status: 'processing' }, null, null],
  [{ status: 'processing', progress: '50%' }, null, null],
  [{ status: 'QUEUED', progress: 0 }, 0, 120],
  [{ status: 'running', progress: 10 }, 10, 108],
  [{ status: 'finalizing', progress: 100, results: ['https://early.example/video.mp4'] }, 100, 0],
])('%j still runs', async (body, progress, etaSeconds) => {
  await using evolink = await openEvolink({ generationMs: 120_000 });
  expect(await checkWith(evolink, 200, body)).toEqual({ kind: 'running', progress, etaSeconds });
});

test.each([
  [{ status: 'completed', results: ['https://a.example/1.mp4'] }],
  [{ status: 'COMPLETED', results: ['http://a.example/1.mp4'] }],
  [{ status: ' Succeeded ', results: ['https://a.example/1.mp4', 'https://a.example/2.mp4'] }],
  [{ status: 'success', results: [], result_data: [{ video_url: 'https://a.example/1.mp4', duration: 5 }] }],
  [{ status: 'completed', result_data: [{ video_url: 'https://a.example/1.mp4' }], results: null }],
  [{ status: 'completed', output: { video_url: 'https://a.example/1.mp4' } }],
  [{ status: 'completed', results: [{ odd: true }], output: { video_url: 'https://a.example/1.mp4' } }],
])('%j is completed', async (body) => {
  await using evolink = await openEvolink();
  const outcome = await checkWith(evolink, 200, body);
  expect(outcome).toMatchObject({ kind: 'completed', output: { url: expect.stringMatching(/^https?:.*1\.mp4$/) } });
});

test('a link by http is fetched by https', async () => {
  await using evolink = await openEvolink();
  const outcome = await checkWith(evolink, 200, {
    status: 'completed',
    results: ['http://a.example/1.mp4?Sign=a%2Fb'],
  });
  expect(outcome).toMatchObject({ output: { kind: 'url', url: 'https://a.example/1.mp4?Sign=a%2Fb' } });
});

test('a signed link is handed on byte for byte, and stored without its signature', async () => {
  await using evolink = await openEvolink();
  const url = 'https://a.example/1.mp4?Expires=1&Signature=a%2Fb%3D';
  const outcome = await checkWith(evolink, 200, { status: 'completed', results: [url] });
  expect(outcome).toMatchObject({
    output: { kind: 'url', url },
    answer: { results: ['https://a.example/1.mp4?[redacted]'] },
  });
});

test.each([
  [{ status: 'completed' }],
  [{ status: 'completed', results: [] }],
  [{ status: 'completed', results: [''] }],
  [{ status: 'completed', results: [null], result_data: [{ image_url: 'https://a.example/1.png' }] }],
  [{ status: 'completed', results: ['file:///etc/passwd'] }],
  [{ status: 'succeeded', output: null }],
])('%j is completed without a video', async (body) => {
  await using evolink = await openEvolink();
  expect(await checkWith(evolink, 200, body)).toMatchObject({
    kind: 'failed',
    error: { code: 'RESULT_MISSING', retryable: true, billed: null, providerCode: body.status },
    answer: body,
  });
});

test.each([
  ['content_policy_violation', 'CONTENT_REJECTED', false],
  ['invalid_parameters', 'INVALID_INPUT', false],
  ['image_processing_error', 'INVALID_INPUT', false],
  ['image_dimension_mismatch', 'INVALID_INPUT', false],
  ['model_unavailable', 'PROVIDER_UNAVAILABLE', false],
  ['resource_not_found', 'PROVIDER_FAILED', false],
  ['generation_failed_no_content', 'PROVIDER_FAILED', true],
  ['service_error', 'PROVIDER_FAILED', true],
  ['generation_timeout', 'PROVIDER_FAILED', true],
  ['resource_exhausted', 'PROVIDER_UNAVAILABLE', true],
  ['quota_exceeded', 'PROVIDER_RATE_LIMIT', true],
  ['service_unavailable', 'PROVIDER_UNAVAILABLE', true],
  ['upstream_error', 'PROVIDER_FAILED', true],
  ['rate_limited', 'PROVIDER_RATE_LIMIT', true],
  ['unknown_error', 'PROVIDER_FAILED', true],
  ['invalid_audio', 'INVALID_INPUT', false],
  ['invalid_something_new', 'INVALID_INPUT', false],
  ['video_probe_failed', 'INVALID_INPUT', false],
  ['channel_no_balance', 'PROVIDER_UNAVAILABLE', true],
  ['Content_Policy_Violation', 'CONTENT_REJECTED', false],
  ['toString', 'PROVIDER_FAILED', true],
  ['a new word', 'PROVIDER_FAILED', true],
])('a task that failed with %s is %s', async (word, code, retryable) => {
  const message = 'No.\nYour request was blocked…';
  await using evolink = await openEvolink({ outcomeOf: () => ({ kind: 'fail', code: word, message }) });
  const { operation } = await started(evolink.adapter, videoRequest());
  expect(await check(evolink.adapter, operation)).toEqual({
    kind: 'failed',
    error: { code, message, retryable, billed: false, provider: 'EVOLINK', providerCode: word },
    answer: expect.objectContaining({ status: 'failed', error: { code: word, message, type: 'task_error' } }),
  });
});

test.each([
  [{ status: 'cancelled' }, 'The task was cancelled at EvoLink.'],
  [{ status: 'Canceled', error: null }, 'The task was cancelled at EvoLink.'],
  [{ status: 'failed', error: { code: 'request_cancelled', message: 'Gone.' } }, 'Gone.'],
])('%j was cancelled, and nobody knows whether it is paid', async (body, message) => {
  await using evolink = await openEvolink();
  expect(await checkWith(evolink, 200, body)).toMatchObject({
    kind: 'failed',
    error: { code: 'PROVIDER_FAILED', message, retryable: false, billed: null, providerCode: 'request_cancelled' },
  });
});

test.each([
  [{ status: 'failed' }, null],
  [{ status: 'FAILED', error: null }, null],
  [{ status: 'failed', error: {} }, null],
  [{ status: 'failed', error: 'odd' }, null],
  [{ status: 'failed', error: { code: 500, message: ' ' } }, '500'],
])('%j failed without a reason, and says so', async (body, providerCode) => {
  await using evolink = await openEvolink();
  expect(await checkWith(evolink, 200, body)).toMatchObject({
    kind: 'failed',
    error: { message: 'EVOLINK failed without giving a reason.', providerCode, billed: false },
  });
});

test.each([
  [404, { error: { code: 'task_not_found', message: 'Task not found' } }],
  [404, { error: { code: 404, message: 'Task not found', type: 'not_found_error' } }],
  [404, { error: { code: 'resource_not_found', message: 'Invalid or expired' } }],
  [400, { error: { code: 'invalid_task_id', message: 'Invalid task ID format' } }],
])('HTTP %i with %j: EvoLink does not know the task', async (status, body) => {
  await using evolink = await openEvolink();
  expect(await checkWith(evolink, status, body)).toEqual({
    kind: 'missing',
    message: `EvoLink answered HTTP ${status}: ${body.error.message}`,
  });
});

test('the double knows no task that was never started, nor an id of another form', async () => {
  await using evolink = await openEvolink();
  for (const taskId of [`task-unified-1-${randomUUID()}`, 'video-7']) {
    expect(await check(evolink.adapter, { taskId, estimatedSeconds: null })).toMatchObject({ kind: 'missing' });
  }
});

test.each([
  [401, { error: { code: 'unauthorized', message: 'Invalid key' } }, {}, null],
  [402, { error: { code: 'quota_exceeded', message: 'No credits' } }, {}, null],
  [403, '<html>', {}, null],
  [404, '<html>a proxy</html>', {}, null],
  [400, { error: { code: 'something_else', message: 'No' } }, {}, null],
  [408, {}, {}, null],
  [425, {}, {}, null],
  [429, { error: { code: 'rate_limit_exceeded', fallback_suggestion: 'retry after 60 seconds' } }, {}, 60_000],
  [429, { error: { code: 'evo_api_error' } }, { 'retry-after': '3' }, 3000],
  [500, { error: { code: 'internal_error' } }, {}, null],
  [502, '<html>', {}, null],
  [503, { error: { code: 503, fallback_suggestion: 'retry after 30 seconds' } }, {}, 30_000],
  [301, {}, {}, null],
  [200, {}, {}, null],
  [200, null, {}, null],
  [200, ['completed'], {}, null],
  [200, { status: 7, results: ['https://a.example/1.mp4'] }, {}, null],
  [200, { id: 'task-of-somebody-else', status: 'failed' }, {}, null],
])('HTTP %i with %j is upstream trouble', async (status, body, headers, retryAfterMs) => {
  await using evolink = await openEvolink();
  expect(await checkWith(evolink, status, body, headers)).toEqual({
    kind: 'unanswered',
    message: expect.any(String),
    retryAfterMs,
  });
});

test.each(['drop', 'stall', 'truncate', 'huge'] as const)('a lost answer (%s) is upstream trouble', async (how) => {
  await using evolink = await openEvolink({}, { timeoutMs: 500 });
  const { operation } = await started(evolink.adapter, videoRequest());
  evolink.double.fail({ action: 'check', how });
  expect(await check(evolink.adapter, operation)).toMatchObject({ kind: 'unanswered', retryAfterMs: null });
  expect(await check(evolink.adapter, operation)).toMatchObject({ kind: 'completed' });
});

test.each([[null], [{}], ['task-1'], [{ taskId: '../credits', estimatedSeconds: null }], [{ taskId: 'task-1' }]])(
  'the stored operation %j cannot be read, which is no reason to fail a paid video',
  async (operation) => {
    await using evolink = await openEvolink();
    expect(await check(evolink.adapter, operation)).toMatchObject({ kind: 'unanswered' });
    expect(evolink.double.requests).toEqual([]);
  },
);

test('many operations are looked up at once, in order', async () => {
  await using evolink = await openEvolink({
    generationMs: ({ seed }) => (seed === 2 ? 60_000 : 0),
    outcomeOf: ({ seed }) =>
      seed === 3 ? { kind: 'fail', code: 'service_error', message: 'no' } : { kind: 'succeed' },
  });
  const starts = [1, 2, 3, 4].map(async (seed) => (await started(evolink.adapter, videoRequest({ seed }))).operation);
  const outcomes = await evolink.adapter.check(await Promise.all(starts), SIGNAL);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['completed', 'running', 'failed', 'completed']);
});

test('an operation survives the database, and another process', async () => {
  await using evolink = await openEvolink();
  const { operation } = await started(evolink.adapter, videoRequest());
  expect(await check(evolink.adapter, JSON.parse(JSON.stringify(operation)))).toMatchObject({ kind: 'completed' });
});
