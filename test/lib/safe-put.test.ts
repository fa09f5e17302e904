import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { putSafely, type PutLimits } from '../../src/lib/safe-put.js';
import { openStrictStore, type StoreFault, type StrictStore } from '../support/strict-store.js';

const SIGNATURE = 'canary-of-the-query';
const BODY = randomBytes(3 * 1024 * 1024);

let store: StrictStore;
beforeAll(async () => {
  store = await openStrictStore(SIGNATURE);
});
beforeEach(() => {
  store.faults = [];
  store.stored = [];
  store.refusals = [];
  store.requests = 0;
});
afterAll(() => store[Symbol.asyncDispose]());

function put(url = `${store.origin}/bucket/video.mp4?X-Amz-Signature=${SIGNATURE}`, change: Partial<PutLimits> = {}) {
  const pieces = Array.from({ length: 48 }, (_, index) => BODY.subarray(index * 65_536, (index + 1) * 65_536));
  return putSafely(url, Readable.from(pieces), {
    bytes: BODY.length,
    totalTimeoutMs: 10_000,
    idleTimeoutMs: 10_000,
    allowPrivate: true,
    signal: new AbortController().signal,
    ...change,
  });
}

test('the bytes arrive whole, with a fixed length and no header that is not signed', async () => {
  expect(await put()).toEqual({ kind: 'stored' });
  const sha256 = createHash('sha256').update(BODY).digest('hex');
  expect([store.stored, store.refusals]).toEqual([[{ path: '/bucket/video.mp4', bytes: BODY.length, sha256 }], []]);
});

test.each<[number, string]>([
  [503, 'unreachable'],
  [500, 'unreachable'],
  [429, 'unreachable'],
  [400, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
])('status %s is %s, and the reason holds nothing of the URL', async (status, kind) => {
  store.faults = [{ kind: 'status', status }];
  const outcome = await put();
  expect(outcome).toMatchObject({ kind, reason: expect.stringContaining(String(status)) });
  expect(JSON.stringify(outcome)).not.toContain('canary');
});

test('a redirect is not followed: it would hand the file and the signature over', async () => {
  store.faults = [{ kind: 'status', status: 307, location: `${store.origin}/elsewhere?X-Amz-Signature=${SIGNATURE}` }];
  expect(await put()).toMatchObject({ kind: 'refused', reason: expect.stringContaining('redirects are not followed') });
  expect([store.requests, store.stored]).toEqual([1, []]);
});

test.each<[string, StoreFault, Partial<PutLimits>]>([
  ['breaks off in the middle', { kind: 'reset' }, {}],
  ['never answers', { kind: 'hang' }, { idleTimeoutMs: 300 }],
  ['takes longer than it may', { kind: 'hang' }, { totalTimeoutMs: 300 }],
])('a receiver that %s may do better next time', async (_what, fault, change) => {
  store.faults = [fault];
  expect(await put(undefined, change)).toMatchObject({ kind: 'unreachable' });
  expect(store.stored).toEqual([]);
});

test.each([
  'http://203.0.113.7/video.mp4',
  'https://127.0.0.1/video.mp4',
  'https://[::1]/video.mp4',
  'https://169.254.169.254/latest',
  'https://user:password@files.example.com/video.mp4',
])('nothing is sent to %s', async (url) => {
  expect(await put(url, { allowPrivate: false })).toMatchObject({ kind: 'refused' });
});

test('a name that leads to a private address is not gone to, even when it changes after the look', async () => {
  const answers = [
    [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ],
    [{ address: '127.0.0.1', family: 4 }],
  ];
  for (const addresses of answers) {
    const outcome = await put('https://files.example.com/video.mp4?X-Amz-Signature=canary', {
      allowPrivate: false,
      resolveName: (_name, _options, callback) => callback(null, addresses),
    });
    expect(outcome).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining('no address on the public') });
  }
  expect(store.requests).toBe(0);
});
