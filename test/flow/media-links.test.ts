import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { completed } from '../support/outcomes.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { create, createTask, isFinished, untilTask } from '../support/video-tasks.js';

const LINKS = graphql(`
  query MediaLinks($id: ID!) {
    videoTask(id: $id) {
      status
      expiresAt
      results {
        video {
          id
          url
          urlExpiresAt
          expiresAt
          removedAt
          bytes
          sha256
          mimeType
        }
        poster {
          url
          mimeType
          bytes
        }
      }
    }
  }
`);

const HOUR_MS = 60 * 60 * 1000;
const PROMPT = 'A kitten "in Café" / 雨夜';

let directory: DataDirectory;
let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };
let clip: Buffer;
let links: NonNullable<Awaited<ReturnType<typeof readLinks>>>;

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  const path = await makeShortClip(folder.path);
  clip = await readFile(path);
  directory = await createDataDirectory();
  const providers = [createDirectedProvider(() => completed(path))];
  gateway = await startGateway({ providers, dataDir: directory.path });
  const { id } = await createTask(gateway.url, { prompt: PROMPT });
  await untilTask(gateway.url, id, isFinished);
  links = await readLinks(id);
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function readLinks(id: string) {
  const { videoTask } = await request(gateway.url, LINKS, { id });
  const [result] = videoTask?.results ?? [];
  if (result?.video?.url == null || result.poster?.url == null) throw new Error('There are no links.');
  return {
    task: videoTask,
    video: { ...result.video, url: result.video.url },
    poster: { ...result.poster, url: result.poster.url },
  };
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

describe('a link', () => {
  test('gives the very file, with what a player and a cache need', async () => {
    const response = await fetch(links.video.url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': String(clip.length),
      'accept-ranges': 'bytes',
      etag: `"${createHash('sha256').update(clip).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    });
    expect(response.headers.get('cache-control')).toMatch(/^private, max-age=\d+, immutable$/);
    expect(await bytesOf(response)).toEqual(clip);
    expect(links.video).toMatchObject({ bytes: clip.length, mimeType: 'video/mp4' });
  });

  test('gives parts, and says when there is no such part', async () => {
    const read = async (range: string) => {
      const response = await fetch(links.video.url, { headers: { range } });
      return { status: response.status, range: response.headers.get('content-range'), bytes: await bytesOf(response) };
    };
    const { length } = clip;
    expect(await read('bytes=0-99')).toEqual({
      status: 206,
      range: `bytes 0-99/${length}`,
      bytes: clip.subarray(0, 100),
    });
    expect(await read(`bytes=${length - 10}-`)).toMatchObject({ status: 206, bytes: clip.subarray(length - 10) });
    expect(await read('bytes=-10')).toMatchObject({ status: 206, bytes: clip.subarray(length - 10) });
    expect(await read(`bytes=${length}-`)).toMatchObject({ status: 416, range: `bytes */${length}` });
  });

  test('answers HEAD like GET without the bytes', async () => {
    const response = await fetch(links.video.url, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(clip.length));
    expect((await bytesOf(response)).length).toBe(0);
  });

  test('answers whoever has the file that it is the same', async () => {
    const etag = `"${links.video.sha256}"`;
    expect((await fetch(links.video.url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const other = await fetch(links.video.url, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });

  test('names the file after the prompt, to be shown or saved', async () => {
    const shown = await fetch(links.video.url, { method: 'HEAD' });
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename=/);
    const saved = await fetch(`${links.video.url}&download=1`, { method: 'HEAD' });
    const disposition = saved.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename=/);
    const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
    expect(decodeURIComponent(name)).toMatch(/^A kitten .*雨夜\.mp4$/);
  });

  test('to the poster gives a picture', async () => {
    const response = await fetch(links.poster.url);
    expect(response.headers.get('content-type')).toBe(links.poster.mimeType);
    expect(links.poster.mimeType).toMatch(/^image\//);
    expect((await bytesOf(response)).length).toBe(links.poster.bytes);
  });

  test('lives for 24 hours or a little more', () => {
    const lifeMs = Date.parse(links.video.urlExpiresAt ?? '') - Date.now();
    expect(lifeMs).toBeGreaterThan(24 * HOUR_MS - 60_000);
    expect(lifeMs).toBeLessThanOrEqual(25 * HOUR_MS);
    expect([links.video.expiresAt, links.task?.expiresAt]).toEqual([null, null]);
  });
});

describe('403 is what comes of', () => {
  test.each([
    ['another signature', (url: URL) => url.searchParams.set('signature', 'A'.repeat(43))],
    ['no signature', (url: URL) => url.searchParams.delete('signature')],
    [
      'a later expiry',
      (url: URL) => url.searchParams.set('expires', String(Number(url.searchParams.get('expires')) + 60)),
    ],
    ['a time that is over', (url: URL) => url.searchParams.set('expires', '1')],
    ['another asset', (url: URL) => void (url.pathname = new URL(links.poster.url).pathname)],
    ['another name', (url: URL) => void (url.pathname = url.pathname.replace('.mp4', '.html'))],
  ])('%s', async (_what, change) => {
    const url = new URL(links.video.url);
    change(url);
    const response = await fetch(url);
    expect(response.status).toBe(403);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ error: { code: 'LINK_INVALID' } });
  });
});

test('a ttl ends the link, and then the file: the task stays, and says so', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'for a minute', output: { ttlSeconds: 60 } });
  await untilTask(gateway.url, id, isFinished);
  const { task, video } = await readLinks(id);
  expect(task?.expiresAt).toBe(video.expiresAt);
  expect(video.urlExpiresAt).toBe(video.expiresAt);
  const lifeMs = Date.parse(video.expiresAt ?? '') - Date.now();
  expect(lifeMs).toBeGreaterThan(0);
  expect(lifeMs).toBeLessThanOrEqual(60_000);
  expect((await fetch(video.url, { method: 'HEAD' })).status).toBe(200);

  await gateway[Symbol.asyncDispose]();
  await endOf(id);
  gateway = await startGateway({ providers: [createDirectedProvider(() => completed(''))], dataDir: directory.path });
  const after = async () => (await request(gateway.url, LINKS, { id })).videoTask;
  const gone = { url: null, urlExpiresAt: null, removedAt: expect.any(String), sha256: video.sha256 };
  expect(await after()).toMatchObject({ status: 'COMPLETED', results: [{ video: gone, poster: { url: null } }] });
  const { pathname, search } = new URL(video.url);
  expect((await fetch(new URL(`${pathname}${search}`, gateway.url))).status).toBe(410);
  const stored = async () => (await readdir(join(directory.path, 'media'), { recursive: true })).join(' ');
  await expect.poll(stored, { timeout: 30_000 }).not.toContain(video.id);
  const input = { prompt: 'on', inputs: { continueFrom: { assetId: video.id } } };
  expect((await create(gateway.url, input)).userErrors).toMatchObject([
    { __typename: 'MediaError', code: 'MEDIA_EXPIRED', path: ['input', 'inputs', 'continueFrom'] },
  ]);
});

/** As if the time of a task's files were over. */
async function endOf(taskId: string): Promise<void> {
  await using database = await openDatabase({ kind: 'pglite', dataDir: directory.path });
  const { prisma } = database;
  const results = await prisma.videoResult.findMany({ where: { taskId } });
  const ids = results.flatMap(({ videoAssetId, posterAssetId }) => [videoAssetId ?? '', posterAssetId ?? '']);
  const expiresAt = new Date(Date.now() - 60_000);
  await prisma.mediaAsset.updateMany({ where: { id: { in: ids } }, data: { expiresAt } });
}

test('a link holds over a restart, and is refused by a gateway with another secret', async () => {
  const before = new URL(links.video.url);
  await gateway[Symbol.asyncDispose]();
  gateway = await startGateway({ providers: [createDirectedProvider(() => completed(''))], dataDir: directory.path });
  const same = await fetch(new URL(`${before.pathname}${before.search}`, gateway.url), { method: 'HEAD' });
  expect(same.status).toBe(200);
  const config = { secret: 'another secret of more than thirty-two characters' };
  await using stranger = await startGateway({ providers: [createDirectedProvider(() => completed(''))], config });
  const refused = await fetch(new URL(`${before.pathname}${before.search}`, stranger.url), { method: 'HEAD' });
  expect(refused.status).toBe(403);
});
