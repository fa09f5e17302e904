import { randomBytes } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fetchToFile } from '../../src/lib/safe-fetch.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

const FILE = randomBytes(100_000);
const OTHER = randomBytes(90_000);
/** Where the first transfer breaks off. */
const BREAK = 60_000;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let server: Server;
let url: string;
/** How the server answers, one after the other; the last one stands. */
let answers: Answer[] = [];
let asked: { range: string | undefined; ifRange: string | undefined }[] = [];

beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  server = createServer((request, response) => {
    const { range, 'if-range': ifRange } = request.headers;
    asked.push({ range, ifRange: typeof ifRange === 'string' ? ifRange : undefined });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/video.mp4`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await directory[Symbol.asyncDispose]();
});
beforeEach(() => {
  asked = [];
});

/** The whole file is announced, and a part of it sent; then there is silence, so that all of the part is read. */
function breaksOff(headers: Record<string, string>): Answer {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(FILE.length), ...headers });
    response.write(FILE.subarray(0, BREAK));
  };
}

function gives(status: number, body: Buffer, headers: Record<string, string> = {}): Answer {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

function givesRest(from = BREAK): Answer {
  return gives(206, FILE.subarray(from), { 'content-range': `bytes ${from}-${FILE.length - 1}/${FILE.length}` });
}

let count = 0;
async function get(maxResumes: number) {
  const path = join(directory.path, String((count += 1)));
  const { signal } = new AbortController();
  const times = { totalTimeoutMs: 20_000, idleTimeoutMs: 300 };
  const outcome = await fetchToFile(url, { path, maxBytes: 200_000, ...times, maxResumes, allowPrivate: true, signal });
  const bytes = await access(path).then(
    () => readFile(path),
    () => null,
  );
  return { outcome, bytes };
}

test.each([
  ['its tag', { etag: '"v1"' }, '"v1"'],
  ['its date', { etag: 'W/"v1"', 'last-modified': 'Sat, 21 Nov 2026 10:00:00 GMT' }, 'Sat, 21 Nov 2026 10:00:00 GMT'],
])(
  'a transfer that breaks off is taken up where it ended, bound to the file by %s',
  async (_what, headers, ifRange) => {
    answers = [breaksOff(headers), givesRest()];
    const { outcome, bytes } = await get(1);
    expect(outcome).toMatchObject({ kind: 'fetched', bytes: FILE.length });
    expect(bytes?.equals(FILE)).toBe(true);
    expect(asked).toEqual([
      { range: undefined, ifRange: undefined },
      { range: `bytes=${BREAK}-`, ifRange },
    ]);
  },
);

test.each([
  ['has changed', { etag: '"v1"' }, gives(200, OTHER, { etag: '"v2"' })],
  ['cannot prove that it is the same', { etag: 'W/"v1"' }, gives(200, OTHER)],
])('a file that %s comes whole again', async (_what, headers, second) => {
  answers = [breaksOff(headers), second];
  const { outcome, bytes } = await get(1);
  expect(outcome).toMatchObject({ kind: 'fetched', bytes: OTHER.length });
  expect(bytes?.equals(OTHER)).toBe(true);
});

test.each([
  ['another part', givesRest(BREAK - 1)],
  ['no part', gives(416, Buffer.from(''))],
])('a server that answers with %s is asked for the whole', async (_what, second) => {
  answers = [breaksOff({ etag: '"v1"' }), second, gives(200, FILE)];
  const { outcome, bytes } = await get(2);
  expect(outcome).toMatchObject({ kind: 'fetched', bytes: FILE.length });
  expect(bytes?.equals(FILE)).toBe(true);
  expect(asked.map(({ range }) => range)).toEqual([undefined, `bytes=${BREAK}-`, undefined]);
});

test('a transfer that goes on breaking off ends after as many times as it may be taken up, and leaves no file', async () => {
  answers = [
    (_request, response) => {
      response.writeHead(200, { 'content-length': String(FILE.length), etag: '"v1"' });
      response.write(FILE.subarray(0, BREAK), () => response.destroy());
    },
  ];
  const { outcome, bytes } = await get(2);
  expect(outcome).toEqual({ kind: 'unreachable', reason: expect.stringContaining('broke off') });
  expect(bytes).toBeNull();
  expect(asked).toHaveLength(3);
});

test('a rest that makes the file too large ends the transfer', async () => {
  const rest = Buffer.alloc(200_000);
  answers = [breaksOff({ etag: '"v1"' }), gives(206, rest, { 'content-range': `bytes ${BREAK}-259999/260000` })];
  const { outcome, bytes } = await get(3);
  expect(outcome.kind).toBe('too-large');
  expect(bytes).toBeNull();
  expect(asked).toHaveLength(2);
});
