import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { videoRequest } from '../support/video-request.js';
import { openRunware, startOne, type RunwareBench } from './runware-support.js';

let bench: RunwareBench;
beforeEach(async () => {
  bench = await openRunware();
});
afterEach(() => bench[Symbol.asyncDispose]());

describe('how one start may end', () => {
  test.each([
    ['dropped', { how: 'drop' }],
    ['cut', { how: 'truncate' }],
    ['huge', { how: 'huge' }],
    ['empty', { how: 'answer', answer: { status: 200, body: {} } }],
    ['of another task', { how: 'answer', answer: { status: 200, body: { data: [{ taskUUID: randomUUID() }] } } }],
    ['500', { how: 'answer', answer: { status: 500, body: { errors: [{ code: 'internalServerError' }] } } }],
    [
      '500 with a refusal',
      { how: 'answer', answer: { status: 500, body: { errors: [{ code: 'invalidParameter' }] } } },
    ],
    ['502 of a proxy', { how: 'answer', answer: { status: 502, body: '<html>' } }],
    ['503', { how: 'answer', answer: { status: 503, headers: { 'retry-after': '3' } } }],
    ['504', { how: 'answer', answer: { status: 504 } }],
    ['408', { how: 'answer', answer: { status: 408 } }],
    ['a redirect', { how: 'answer', answer: { status: 307, headers: { location: 'http://127.0.0.1:1/' } } }],
    ['a time-out', { how: 'answer', answer: { status: 400, body: { errors: [{ code: 'timeoutProvider' }] } } }],
    ['an unknown word', { how: 'answer', answer: { status: 200, body: { errors: [{ code: 'somethingNew' }] } } }],
  ] as const)('an answer that is %s leaves it unknown', async (_, fault) => {
    bench.double.fail({ action: 'start', ...fault });
    const outcome = await startOne(bench.adapter, videoRequest());
    expect(outcome).toEqual({ kind: 'unknown', message: expect.stringMatching(/\w/) });
    expect(bench.double.count('start')).toBe(1);
  });

  test('an answer that never comes leaves it unknown', async () => {
    bench.double.fail({ action: 'start', how: 'stall' });
    const outcome = await startOne(bench.adapterWith({ timeoutMs: 100 }), videoRequest());
    expect(outcome.kind).toBe('unknown');
    expect(bench.double.starts).toHaveLength(1);
  });

  test('a refused connection is busy', async () => {
    const adapter = bench.adapterWith({ baseUrl: 'http://127.0.0.1:1/v1' });
    expect(await startOne(adapter, videoRequest())).toMatchObject({
      kind: 'busy',
      error: { code: 'PROVIDER_UNAVAILABLE', billed: false },
    });
  });

  test.each([
    [{ 'retry-after': '12' }, 'Too many.', 12_000],
    [{}, 'Queue is full. Please try again in 8 seconds.', 8000],
    [{}, 'Too many.', 30_000],
  ])('429 is busy for %o %s', async (headers, message, retryAfterMs) => {
    const body = { errors: [{ code: 'rateLimitExceeded', message }] };
    bench.double.fail({ action: 'start', when: 'before', how: 'answer', answer: { status: 429, headers, body } });
    expect(await startOne(bench.adapter, videoRequest())).toMatchObject({
      kind: 'busy',
      retryAfterMs,
      error: { code: 'PROVIDER_RATE_LIMIT', message, retryable: true },
    });
  });

  test('a wrong key is refused', async () => {
    const outcome = await startOne(bench.adapterWith({ apiKey: 'wrong' }), videoRequest());
    expect(outcome).toMatchObject({
      kind: 'refused',
      error: { code: 'PROVIDER_AUTH', providerCode: 'invalidApiKey', billed: false, provider: 'RUNWARE' },
    });
  });

  test.each([
    [400, undefined, 'INVALID_INPUT'],
    [402, undefined, 'PROVIDER_BALANCE'],
    [403, undefined, 'PROVIDER_AUTH'],
    [404, undefined, 'INVALID_INPUT'],
    [403, { errors: [{ code: 'contentPolicyViolation', message: 'No.' }] }, 'CONTENT_REJECTED'],
    [400, { errors: [{ code: 'somethingNew', message: 'No.' }] }, 'INVALID_INPUT'],

    [400, { error: { code: 'unsupportedParameter', message: 'safety' } }, 'INVALID_INPUT'],
    [400, { error: true, errorId: 19, errorMessage: 'Invalid api key' }, 'PROVIDER_AUTH'],
  ])('%i %o is %s', async (status, body, code) => {
    bench.double.fail({
      action: 'start',
      when: 'before',
      how: 'answer',
      answer: { status, ...(body ? { body } : {}) },
    });
    const outcome = await startOne(bench.adapter, videoRequest());
    expect(outcome).toMatchObject({ kind: 'refused', error: { code, message: expect.stringMatching(/\w/) } });
  });

  test('a lack of servers is busy', async () => {
    const body = { errors: [{ code: 'noAvailableServer', message: 'Full.' }] };
    bench.double.fail({ action: 'start', when: 'before', how: 'answer', answer: { status: 400, body } });
    expect(await startOne(bench.adapter, videoRequest())).toMatchObject({
      kind: 'busy',
      retryAfterMs: 30_000,
      error: { code: 'PROVIDER_UNAVAILABLE', providerCode: 'noAvailableServer' },
    });
  });

  test('nothing that comes back holds the key', async () => {
    const body = {
      errors: [{ code: 'invalidApiKey', message: 'The key runware-test-key is wrong.', apiKey: 'runware-test-key' }],
    };
    bench.double.fail({ action: 'start', how: 'answer', answer: { status: 401, body } });
    const outcome = await startOne(bench.adapter, videoRequest());
    expect(outcome).toMatchObject({ kind: 'refused', error: { message: expect.stringContaining('is wrong') } });
    expect(JSON.stringify(outcome)).not.toContain('runware-test-key');
  });
});
