import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer as createPlainServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { FormData } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { createUpstreamClient, type UpstreamRequest } from '../../src/providers/upstream-client.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { startDouble } from './doubles/double.mjs';

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

const KEY = 'sk-canary-of-the-client';
const SIGNAL = new AbortController().signal;
const READ = { action: 'check', method: 'GET', path: '/v1/thing' } as const;
const disposables: AsyncDisposable[] = [];

afterEach(async () => {
  for (const disposable of disposables.splice(0).toReversed()) await disposable[Symbol.asyncDispose]();
});

function keep<Thing extends AsyncDisposable>(thing: Thing): Thing {
  disposables.push(thing);
  return thing;
}

/** A server that answers everything alike. */
async function startServer(answer: Answer = { status: 200, body: { fine: true } }) {
  return keep(await startDouble({ actionOf: () => 'any', handle: () => answer }));
}

/** A server that does to each connection what a test wants, once the first bytes of a request are there. */
async function startRawServer(play: (socket: Socket) => void): Promise<string> {
  const server = createPlainServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => play(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  keep({
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, 'close');
    },
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

function openClient(baseUrl: string) {
  return keep(createUpstreamClient({ baseUrl, headers: { authorization: `Bearer ${KEY}` } }));
}

function ask(baseUrl: string, request: UpstreamRequest = READ, signal = SIGNAL) {
  return openClient(baseUrl).send(request, signal);
}

async function closedPort(): Promise<string> {
  const server = await startDouble({ actionOf: () => 'any', handle: () => ({ status: 200 }) });
  await server[Symbol.asyncDispose]();
  return server.url;
}

test('a request reaches the path below the base URL, with the key, its own headers and JSON', async () => {
  const server = await startServer();
  const body = { prompt: 'ein Kätzchen', list: [1, null] };
  const request = {
    action: 'start',
    method: 'POST',
    path: '/v1/things?page=2',
    body,
    headers: { 'x-own': 'yes' },
  } as const;
  expect(await ask(`${server.url}/below/`, request)).toEqual({
    kind: 'answered',
    status: 200,
    body: { fine: true },
    retryAfterMs: null,
  });
  expect(server.requests).toMatchObject([{ method: 'POST', path: '/below/v1/things', body }]);
  expect(server.requests[0]?.query.get('page')).toBe('2');
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: `Bearer ${KEY}`,
    'x-own': 'yes',
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-encoding': 'identity',
  });
});

test('a request without a body has no content type', async () => {
  const server = await startServer();
  await ask(server.url);
  expect(server.requests[0]?.headers).not.toHaveProperty('content-type');
  expect(server.requests[0]?.raw).toHaveLength(0);
});

test('a form carries fields and the bytes of a file, with its length told', async () => {
  await using directory = await createTemporaryDirectory();
  const path = join(directory.path, 'big.bin');
  const bytes = Buffer.alloc(3 * 1024 * 1024, 'reelay');
  await writeFile(path, bytes);
  const server = await startServer({ status: 200 });
  const form = new FormData();
  form.set('key', 'folder/big.bin');
  form.set('file', await openAsBlob(path, { type: 'video/mp4' }), 'big.bin');
  expect(await ask(server.url, { action: 'upload', method: 'POST', path: '/', form })).toMatchObject({
    kind: 'answered',
    status: 200,
  });

  const { headers, raw } = server.requests[0] ?? { headers: {}, raw: Buffer.alloc(0) };
  expect(headers['content-length']).toBe(String(raw.length));
  const sent = await new Response(raw, { headers: { 'content-type': headers['content-type'] ?? '' } }).formData();
  expect(sent.get('key')).toBe('folder/big.bin');
  const file = sent.get('file');
  if (!(file instanceof File)) throw new Error('no file');
  expect(file).toMatchObject({ name: 'big.bin', type: 'video/mp4' });
  expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
});

test('a client without a key sends a form elsewhere without it', async () => {
  const server = await startServer();
  const client = keep(createUpstreamClient({ baseUrl: server.url, headers: {} }));
  const form = new FormData();
  form.set('policy', 'abc');
  await client.send({ action: 'upload', method: 'POST', path: '/', form }, SIGNAL);
  expect(server.requests[0]?.path).toBe('/');
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
});

test('every status is answered, with its body when that is JSON', async () => {
  for (const status of [201, 400, 401, 404, 429, 500, 503]) {
    const server = await startServer({ status, body: { error: status } });
    expect(await ask(server.url)).toMatchObject({ kind: 'answered', status, body: { error: status } });
  }
  const page = await startServer({ status: 502, body: '<html>Bad gateway</html>' });
  expect(await ask(page.url)).toMatchObject({ kind: 'answered', status: 502, body: null });
});

test('an empty success is answered without a body', async () => {
  const url = await startRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'));
  expect(await ask(url)).toEqual({ kind: 'answered', status: 200, body: null, retryAfterMs: null });
});

test('not-sent: nobody listens, the name is unknown, or the gateway is shutting down', async () => {
  expect(await ask(await closedPort())).toMatchObject({
    kind: 'not-sent',
    message: expect.stringContaining('ECONNREFUSED'),
  });
  expect(await ask('http://nobody.invalid')).toMatchObject({ kind: 'not-sent' });
  const server = await startServer();
  expect(await ask(server.url, READ, AbortSignal.abort())).toMatchObject({ kind: 'not-sent' });
  expect(server.requests).toEqual([]);
});

test('lost: the connection breaks after the request, however it breaks', async () => {
  const reset = await startServer();
  reset.fail({ action: 'any', how: 'drop' });
  expect(await ask(reset.url)).toMatchObject({ kind: 'lost' });
  expect(reset.count('any')).toBe(1);

  const closed = await startRawServer((socket) => socket.end());
  expect(await ask(closed)).toMatchObject({ kind: 'lost' });
  const half = await startRawServer((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"id":'));
  expect(await ask(half)).toMatchObject({ kind: 'lost' });
  const noise = await startRawServer((socket) => socket.end('this is not HTTP\r\n\r\n'));
  expect(await ask(noise)).toMatchObject({ kind: 'lost' });
});

test('lost: a success whose JSON is cut off', async () => {
  const server = await startServer();
  server.fail({ action: 'any', how: 'truncate' });
  expect(await ask(server.url)).toEqual({ kind: 'lost', message: 'The answer is not JSON.' });
});

test('lost: no answer in time, and an answer that trickles for ever', async () => {
  const server = await startServer();
  server.fail({ action: 'any', how: 'stall' });
  server.fail({ action: 'any', how: 'slow', everyMs: 100 });
  expect(await ask(server.url, { ...READ, timeoutMs: 150 })).toMatchObject({ kind: 'lost' });
  expect(await ask(server.url, { ...READ, timeoutMs: 150 })).toMatchObject({ kind: 'lost' });
  expect(server.count('any')).toBe(2);
});

test('lost: the gateway shuts down while the answer is awaited', async () => {
  const server = await startServer();
  server.fail({ action: 'any', how: 'stall' });
  const stop = new AbortController();
  const answer = ask(server.url, READ, stop.signal);
  await expect.poll(() => server.count('any')).toBe(1);
  stop.abort();
  expect(await answer).toMatchObject({ kind: 'lost' });
});

test('lost: an answer of more than 8 MB, of which no more is read', async () => {
  const server = await startServer();
  server.fail({ action: 'any', how: 'huge' });
  expect(await ask(server.url)).toMatchObject({ kind: 'lost', message: expect.stringContaining('8388608 bytes') });
});

test('an answer of nearly 8 MB is read', async () => {
  const padding = 'x'.repeat(8 * 1024 * 1024 - 100);
  const server = await startServer({ status: 200, body: { padding } });
  expect(await ask(server.url)).toMatchObject({ kind: 'answered', body: { padding } });
});

test('a redirect is not followed, and the key does not travel', async () => {
  const other = await startServer();
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await startServer({ status, headers: { location: `${other.url}/elsewhere` } });
    expect(await ask(server.url)).toMatchObject({ kind: 'answered', status });
  }
  expect(other.requests).toEqual([]);
});

test('no message contains the key', async () => {
  const server = await startServer();
  for (const how of ['drop', 'truncate', 'huge'] as const) server.fail({ action: 'any', how });
  const answers = [await ask(await closedPort())];
  for (let index = 0; index < 3; index += 1) answers.push(await ask(server.url));
  expect(answers.map(({ kind }) => kind)).toEqual(['not-sent', 'lost', 'lost', 'lost']);
  expect(JSON.stringify(answers)).not.toContain(KEY);
});

test('a service that repeats the key is not quoted', async () => {
  const server = await startServer({ status: 401, body: { message: `wrong key ${KEY}!`, [KEY]: [KEY] } });
  const client = keep(createUpstreamClient({ baseUrl: server.url, headers: {}, secrets: [KEY, ''] }));
  expect(await client.send(READ, SIGNAL)).toMatchObject({
    body: { message: 'wrong key [redacted]!', '[redacted]': ['[redacted]'] },
  });
});

test('a key that is repeated with escapes is not quoted either', async () => {
  const [secret, escaped] = ['pass/word"s', String.raw`\u0070ass\/word\"s`];
  const server = await startServer({ status: 400, body: `{"message":["was ${escaped}?"]}` });
  const client = keep(createUpstreamClient({ baseUrl: server.url, headers: {}, secrets: [secret] }));
  expect(await client.send(READ, SIGNAL)).toMatchObject({ body: { message: ['was [redacted]?'] } });
});

test.each([
  ['7', 7000],
  ['0', 0],
  ['0.5', 500],
  ['-3', 0],
  ['86400', 3_600_000],
  ['soon', null],
  ['', null],
])('Retry-After %j is %j ms', async (header, retryAfterMs) => {
  const server = await startServer({ status: 429, body: {}, headers: { 'retry-after': header } });
  expect(await ask(server.url)).toMatchObject({ kind: 'answered', status: 429, retryAfterMs });
});

test('Retry-After may be a date', async () => {
  const date = new Date(Date.now() + 20_000).toUTCString();
  const server = await startServer({ status: 503, body: {}, headers: { 'retry-after': date } });
  const answer = await ask(server.url);
  if (answer.kind !== 'answered') throw new Error(answer.kind);
  expect(answer.retryAfterMs).toBeGreaterThan(10_000);
  expect(answer.retryAfterMs).toBeLessThanOrEqual(20_000);
  const past = await startServer({ status: 503, body: {}, headers: { 'retry-after': new Date(0).toUTCString() } });
  expect(await ask(past.url)).toMatchObject({ retryAfterMs: 0 });
});
