import { expect, test } from 'vitest';
import { memoryFileCache } from '../support/file-cache.js';
import { videoRequest } from '../support/video-request.js';
import { startEvolinkDouble } from './doubles/evolink.mjs';
import { openEvolink, SIGNAL, start, started, yes } from './evolink-support.js';
import { createEvolink } from '../../src/providers/evolink/adapter.js';

test('an accepted start gives the operation, the id and the answer', async () => {
  await using evolink = await openEvolink({ generationMs: 120_000 });
  const outcome = await start(evolink.adapter, videoRequest());
  const [paid] = evolink.double.starts;
  expect(outcome).toEqual({
    kind: 'started',
    operation: { taskId: paid?.id, estimatedSeconds: 120 },
    providerTaskId: paid?.id,
    actualPrompt: null,
    answer: expect.objectContaining({ id: paid?.id, status: 'pending', usage: expect.any(Object) }),
  });
});

test('permission is asked right before each send, by start key', async () => {
  await using evolink = await openEvolink();
  const requests = [videoRequest(), videoRequest(), videoRequest()];
  const asked: string[] = [];
  const outcomes = await evolink.adapter.start(
    requests,
    (startKey) => {
      asked.push(startKey);
      return Promise.resolve(startKey !== requests[1]?.startKey);
    },
    SIGNAL,
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'withheld', 'started']);
  expect(asked.toSorted()).toEqual(requests.map(({ startKey }) => startKey).toSorted());
  expect(evolink.double.starts).toHaveLength(2);
});

test('without permission nothing is sent', async () => {
  await using evolink = await openEvolink();
  expect(await start(evolink.adapter, videoRequest(), () => Promise.resolve(false))).toEqual({ kind: 'withheld' });
  expect(evolink.double.requests).toEqual([]);
});

test('a permission that cannot be asked sends nothing, and costs the others nothing', async () => {
  await using evolink = await openEvolink();
  const requests = [videoRequest(), videoRequest()];
  const outcomes = await evolink.adapter.start(
    requests,
    (startKey) => (startKey === requests[0]?.startKey ? Promise.reject(new Error('database gone')) : yes(startKey)),
    SIGNAL,
  );
  expect(outcomes).toMatchObject([{ kind: 'busy', error: { code: 'INTERNAL', billed: false } }, { kind: 'started' }]);
  expect(evolink.double.starts).toHaveLength(1);
});

test('many starts keep their order, and at most eight are under way', async () => {
  await using evolink = await openEvolink();
  const requests = Array.from({ length: 30 }, (_, index) => videoRequest({ seed: index + 1 }));
  let underWay = 0;
  let most = 0;
  const outcomes = await evolink.adapter.start(
    requests,
    async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return true;
    },
    SIGNAL,
  );
  expect(most).toBe(8);
  const seedOf = new Map(evolink.double.starts.map(({ id, body }) => [id, body.seed]));
  expect(outcomes.map((each) => (each.kind === 'started' ? seedOf.get(each.providerTaskId) : each.kind))).toEqual(
    requests.map(({ seed }) => seed),
  );
});

test.each(['drop', 'stall', 'truncate', 'huge'] as const)(
  'an accepted start whose answer is lost (%s) is unknown and not sent again',
  async (how) => {
    await using evolink = await openEvolink({}, { timeoutMs: 500 });
    evolink.double.fail({ action: 'start', how });
    expect(await start(evolink.adapter, videoRequest())).toEqual({ kind: 'unknown', message: expect.any(String) });
    expect(evolink.double.starts).toHaveLength(1);
    expect(evolink.double.count('start')).toBe(1);
  },
);

test.each([
  [200, {}],
  [200, { id: '' }],
  [200, { id: 7, status: 'pending' }],
  [200, { error: { code: 500, message: 'oops' } }],
  [302, {}],
  [408, {}],
  [499, null],
  [500, { error: { code: 500, type: 'internal_server_error', message: 'oops' } }],
  [502, { error: { code: 502, type: 'upstream_error', message: 'oops' } }],
  [503, { error: { code: 503, type: 'service_unavailable_error', fallback_suggestion: 'retry after 30 seconds' } }],
  [524, 'a page'],
])('HTTP %i with %j proves nothing', async (status, body) => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'start', how: 'answer', answer: { status, body } });
  expect(await start(evolink.adapter, videoRequest())).toEqual({ kind: 'unknown', message: expect.any(String) });
  expect(evolink.double.count('start')).toBe(1);
});

test('a refused connection proves that nothing was started', async () => {
  const gone = await startEvolinkDouble({ videoPath: '/nowhere' });
  await gone[Symbol.asyncDispose]();
  await using adapter = createEvolink({
    apiKey: gone.key,
    baseUrl: gone.url,
    price: { P720: 1, P1080: 1 },
    fileCache: memoryFileCache(),
  });
  expect(await start(adapter, videoRequest())).toMatchObject({
    kind: 'busy',
    retryAfterMs: 30_000,
    error: { code: 'PROVIDER_UNAVAILABLE', retryable: true, billed: false, provider: 'EVOLINK', providerCode: null },
  });
});

test.each([
  [{}, { fallback_suggestion: 'retry after 60 seconds' }, 60_000],
  [{}, { message: 'Too many requests, retry after 5s' }, 5000],
  [{ 'retry-after': '7' }, { fallback_suggestion: 'retry after 60 seconds' }, 7000],
  [{}, { fallback_suggestion: 'slow down' }, 30_000],
  [{}, { fallback_suggestion: 'retry after 99999 seconds' }, 3_600_000],
])('a rate limit with %j and %j waits %i ms', async (headers, words, retryAfterMs) => {
  await using evolink = await openEvolink();
  const error = { code: 429, message: 'Too many requests', type: 'rate_limit_error', ...words };
  evolink.double.fail({
    action: 'start',
    how: 'answer',
    answer: { status: 429, headers, body: { error } },
    when: 'before',
  });
  expect(await start(evolink.adapter, videoRequest())).toMatchObject({
    kind: 'busy',
    retryAfterMs,
    error: { code: 'PROVIDER_RATE_LIMIT', retryable: true, billed: false, providerCode: '429' },
  });
  expect(evolink.double.starts).toEqual([]);
});

test.each([
  [400, 400, 'invalid_request_error', 'INVALID_INPUT', false],
  [400, 'content_policy_violation', 'task_error', 'CONTENT_REJECTED', false],
  [400, 'INVALID_PARAMETERS', null, 'INVALID_INPUT', false],
  [401, 401, 'authentication_error', 'PROVIDER_AUTH', false],
  [402, 402, 'insufficient_quota_error', 'PROVIDER_BALANCE', false],
  [402, 'quota_exceeded', null, 'PROVIDER_BALANCE', false],
  [403, 403, 'permission_error', 'PROVIDER_AUTH', false],
  [404, 404, 'not_found_error', 'PROVIDER_UNAVAILABLE', false],
  [413, 413, 'request_too_large_error', 'INVALID_INPUT', false],
  [422, 422, null, 'INVALID_INPUT', false],
  [418, 'constructor', 'teapot_error', 'PROVIDER_FAILED', true],
] as const)('HTTP %i with code %j and type %j is %s', async (status, code, type, expected, retryable) => {
  await using evolink = await openEvolink();
  const body = { error: { code, message: 'No.\nReally.', type, param: 'prompt', fallback_suggestion: 'try another' } };
  evolink.double.fail({ action: 'start', how: 'answer', answer: { status, body }, when: 'before' });
  expect(await start(evolink.adapter, videoRequest())).toEqual({
    kind: 'refused',
    error: {
      code: expected,
      message: 'No.\nReally. (prompt: try another)',
      retryable,
      billed: false,
      provider: 'EVOLINK',
      providerCode: String(code),
    },
    answer: body,
  });
});

test('a refusal without words says so', async () => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'start', how: 'answer', answer: { status: 403, body: '<html>' }, when: 'before' });
  expect(await start(evolink.adapter, videoRequest())).toMatchObject({
    kind: 'refused',
    error: { code: 'PROVIDER_AUTH', message: 'EVOLINK failed without giving a reason.', providerCode: '403' },
  });
});

test('EvoLink itself refuses what is out of range, and a wrong key', async () => {
  await using evolink = await openEvolink();
  expect(await start(evolink.adapter, videoRequest({ seed: 0 }))).toMatchObject({
    kind: 'refused',
    error: { code: 'INVALID_INPUT', message: 'Invalid seed parameter (seed: provide a valid seed)' },
  });
  expect(await start(evolink.adapter, videoRequest({ callbackUrl: 'https://127.0.0.1/x' }))).toMatchObject({
    kind: 'refused',
    error: { code: 'INVALID_INPUT' },
  });
  await using stranger = await openEvolink({}, { apiKey: 'another' });
  expect(await start(stranger.adapter, videoRequest())).toMatchObject({
    kind: 'refused',
    error: { code: 'PROVIDER_AUTH', message: 'Invalid or missing API key' },
  });
});

test('a start while the gateway shuts down is not sent', async () => {
  await using evolink = await openEvolink();
  const outcomes = await evolink.adapter.start([videoRequest()], yes, AbortSignal.abort());
  expect(outcomes).toMatchObject([{ kind: 'busy', error: { code: 'PROVIDER_UNAVAILABLE' } }]);
  expect(evolink.double.requests).toEqual([]);
});

test('a start that is not abandoned by another one that fails', async () => {
  await using evolink = await openEvolink();
  evolink.double.fail({ action: 'start', how: 'drop', matches: ({ body }) => body.seed === 2 });
  const outcomes = await evolink.adapter.start(
    [1, 2, 3].map((seed) => videoRequest({ seed })),
    yes,
    SIGNAL,
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(['started', 'unknown', 'started']);
  await started(evolink.adapter, videoRequest());
});
