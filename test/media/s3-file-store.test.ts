import { randomBytes } from 'node:crypto';
import { readdir, stat, truncate, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LEFT_BEHIND_MS } from '../../src/lib/left-behind.js';
import { newId } from '../../src/lib/new-id.js';
import type { MediaAsset } from '../../src/media/asset.js';
import { storageKey, type FileStore } from '../../src/media/file-store.js';
import { linkForProvider } from '../../src/media/provider-link.js';
import { openS3Bucket, type S3Bucket } from '../../src/media/s3-bucket.js';
import { openS3FileStore } from '../../src/media/s3-file-store.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { write } from './support/media-files.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

const HOUR_MS = 60 * 60 * 1000;

let server: S3Server;
let directory: string;
let files: FileStore;
let bucket: S3Bucket;
let folder: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
beforeAll(async () => {
  [server, folder] = await Promise.all([startS3Server(), makeTemporaryDirectory()]);
  directory = folder.path;
  files = await openS3FileStore(server.options, join(directory, 'copies'));
  bucket = openS3Bucket(server.options);
});
afterAll(async () => {
  bucket.client.destroy();
  await server[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const newKey = (): string => storageKey(newId('asset'), randomBytes(32).toString('hex'), 'mp4');
const inAMinute = (): Date => new Date(Date.now() + 60_000);

async function put(bytes: Buffer): Promise<string> {
  const key = newKey();
  await files.put(key, await write(join(directory, 'source'), bytes));
  return key;
}

const partsLeft = (): Promise<string[]> =>
  readdir(join(server.directory, server.options.bucket, '._S3rver_uploads')).catch(() => []);

describe('a link into the bucket', () => {
  const linkTo = async (key: string): Promise<string> => (await files.link(key, inAMinute())) ?? '';

  it('gives the file to whoever has it, by its type', async () => {
    const bytes = randomBytes(1000);
    const answer = await fetch(await linkTo(await put(bytes)));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('is good for nothing else: another file, another method, a longer life', async () => {
    const [key, other] = [await put(Buffer.from('a')), await put(Buffer.from('b'))];
    const link = await linkTo(key);
    expect((await fetch(link.replace(key, other))).status).toBe(403);
    expect((await fetch(link, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(link.replace('X-Amz-Expires=', 'X-Amz-Expires=9'))).status).toBe(403);
    expect((await fetch(link.replace(/\?.*/, ''))).status).toBe(403);
    expect((await fetch(link)).status).toBe(200);
  });

  it('ends', async () => {
    const key = await put(Buffer.from('a'));
    vi.useFakeTimers({ now: Date.now() - HOUR_MS, toFake: ['Date'] });
    const link = await linkTo(key);
    vi.useRealTimers();
    expect((await fetch(link)).status).toBe(403);
  });
});

describe('a link for providers', () => {
  const asset = (storageKey: string): MediaAsset => ({
    id: newId('asset'),
    callerId: newId('caller'),
    kind: 'VIDEO',
    mimeType: 'video/mp4',
    bytes: 1,
    width: 1,
    height: 1,
    durationSeconds: 1,
    frameRate: 1,
    hasAudio: false,
    origin: 'UPLOADED',
    storageKey,
    fileName: 'a.mp4',
    sha256: '',
    createdAt: new Date(),
    expiresAt: null,
    linksLast: false,
    removedAt: null,
  });

  it('is ours where we have a public address, or one into a public bucket, or none', async () => {
    const of = (places: { files: FileStore; publicUrl: string }) =>
      linkForProvider({ secret: 'secret', ...places }, asset(newKey()), new Date());
    const isPublic = { ...files, link: () => Promise.resolve('https://bucket.example.com/a.mp4') };
    const [here, everywhere] = ['http://127.0.0.1:4000', 'https://video.example.com'];
    expect(await of({ files: isPublic, publicUrl: everywhere })).toMatch(/^https:\/\/video\.example\.com\/media\//);
    expect(await of({ files: isPublic, publicUrl: here })).toBe('https://bucket.example.com/a.mp4');
    expect(await of({ files, publicUrl: here })).toBeNull();
  });
});

describe('an upload link', () => {
  const announce = (change: { mimeType?: string; bytes?: number } = {}) => {
    const assetId = newId('asset');
    return { assetId, mimeType: null, bytes: null, expiresAt: inAMinute(), ...change };
  };
  const uploads = () => files.uploads ?? expect.unreachable();
  const send = (url: string, body: string, type = 'image/png') =>
    fetch(url, { method: 'PUT', body, headers: { 'content-type': type } });

  it('takes a file of the announced type and size, and no other', async () => {
    const upload = announce({ mimeType: 'image/png', bytes: 4 });
    const url = await uploads().sign(upload);
    expect((await send(url, 'four', 'text/html')).status).toBe(403);
    expect((await send(url, 'fourteen')).status).toBe(403);
    expect((await fetch(url)).status).toBe(403);
    expect((await send(url.replace(upload.assetId, newId('asset')), 'four')).status).toBe(403);
    expect((await send(url, 'four')).status).toBe(200);
    const path = join(directory, upload.assetId);
    expect(await uploads().fetch(upload.assetId, path, 4)).toBe('fetched');
    expect((await stat(path)).size).toBe(4);
  });

  it('takes any file when nothing was announced; too large a one is not brought here', async () => {
    const upload = announce();
    expect((await send(await uploads().sign(upload), 'fourteen', 'any/thing')).status).toBe(200);
    expect(await uploads().fetch(upload.assetId, join(directory, 'none'), 4)).toBe('too-large');
    await expect(stat(join(directory, 'none'))).rejects.toThrow('ENOENT');
  });

  it('has nothing under it before it was used, and after what was sent is deleted', async () => {
    const upload = announce();
    const sent = async () => {
      const ids: string[] = [];
      for await (const { assetId } of uploads().list()) ids.push(assetId);
      return ids.includes(upload.assetId);
    };
    expect(await uploads().fetch(upload.assetId, join(directory, 'none'), 4)).toBe('missing');
    await send(await uploads().sign(upload), 'four');
    expect(await sent()).toBe(true);
    await uploads().delete(upload.assetId);
    expect(await sent()).toBe(false);
    await expect(async () => uploads().delete('../media/x')).rejects.toThrow('no id');
  });
});

it('keeps nothing of a large file that breaks off in the middle', async () => {
  const path = join(directory, 'sparse');
  await write(path, '');
  await truncate(path, 40 * 1024 * 1024);
  const key = newKey();
  await server.refuseThirdParts(true);
  await expect(files.put(key, path)).rejects.toThrow('Refused');
  await server.refuseThirdParts(false);
  expect(await partsLeft()).toEqual([]);
  expect(await files.exists(key)).toBe(false);
});

describe('tidying', () => {
  it('gives up the parts of what a crash cut off, within the hour', async () => {
    const { client, name: Bucket } = bucket;
    await client.send(new CreateMultipartUploadCommand({ Bucket, Key: `test/media/${newKey()}` }));
    await files.tidy(new Date(Date.now() + LEFT_BEHIND_MS - 60_000));
    expect(await partsLeft()).toHaveLength(1);
    expect(await files.tidy(new Date(Date.now() + LEFT_BEHIND_MS + 60_000))).toBe(1);
    expect(await partsLeft()).toEqual([]);
  });

  it('removes local copies that nobody has asked for in a day', async () => {
    const [used, unused] = [await put(Buffer.from('a')), await put(Buffer.from('b'))];
    const longAgo = new Date(Date.now() - 25 * HOUR_MS);
    for (const key of [used, unused]) await utimes((await files.localPath(key)) ?? '', longAgo, longAgo);
    const path = await files.localPath(used);
    expect(await files.tidy(new Date())).toBe(1);
    expect(await readdir(join(directory, 'copies', unused.slice(0, 2)))).not.toContain(unused.slice(3));
    expect((await stat(path ?? '')).size).toBe(1);
    expect(await files.exists(unused)).toBe(true);
  });
});

it('never lists what is not its own', async () => {
  const { client, name: Bucket } = bucket;
  const others = [
    'theirs.mp4',
    'test/theirs.mp4',
    'test/media/theirs.mp4',
    'test/media/AB/x.mp4',
    'testing/media/ab/x.mp4',
  ];
  for (const Key of others) await client.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const key = await put(Buffer.from('ours'));
  const keys: string[] = [];
  for await (const file of files.list()) keys.push(file.key);
  expect(keys).toContain(key);
  expect(keys.filter((each) => /theirs|x\.mp4/.test(each))).toEqual([]);
});

it.each([
  [{ bucket: 'no-such-bucket' }, 'The bucket no-such-bucket cannot be used. NoSuchBucket'],
  [{ endpoint: 'http://127.0.0.1:9' }, 'The bucket films cannot be used. '],
  [{ secretAccessKey: 'wrong' }, 'The bucket films cannot be used. SignatureDoesNotMatch'],
])('is not opened with %o', async (change, message) => {
  await expect(openS3FileStore({ ...server.options, ...change }, directory)).rejects.toThrow(message);
});
