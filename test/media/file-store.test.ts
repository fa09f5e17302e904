import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDiskFileStore } from '../../src/media/disk-file-store.js';
import { storageKey, type FileStore } from '../../src/media/file-store.js';
import { openS3FileStore } from '../../src/media/s3-file-store.js';
import { newId } from '../../src/lib/new-id.js';
import { startS3Server } from '../support/s3-server.js';
import { write } from './support/media-files.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

type Stores = { name: string; open: (directory: string) => Promise<AsyncDisposable & { files: FileStore }> };

const STORES: readonly Stores[] = [
  {
    name: 'a folder',
    open: async (directory) => ({
      files: await openDiskFileStore(join(directory, 'media')),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
  },
  {
    name: 'a bucket',
    open: async (directory) => {
      const server = await startS3Server();
      const files = await openS3FileStore(server.options, join(directory, 'copies'));
      return { files, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
    },
  },
];

describe.each(STORES)('a file store in $name', ({ open }) => {
  let directory: string;
  let files: FileStore;
  const opened: AsyncDisposable[] = [];
  beforeAll(async () => {
    const folder = await makeTemporaryDirectory();
    opened.push(folder);
    directory = folder.path;
    const store = await open(directory);
    opened.push(store);
    files = store.files;
  });
  afterAll(async () => {
    for (const each of opened.reverse()) await each[Symbol.asyncDispose]();
  });

  const newKey = (): string => storageKey(newId('asset'), randomBytes(32).toString('hex'), 'mp4');

  async function put(bytes: Buffer, key = newKey()): Promise<string> {
    await files.put(key, await write(join(directory, 'source'), bytes));
    return key;
  }

  async function readAll(key: string, range: { first: number; last: number } | null = null): Promise<Buffer | null> {
    const stream = await files.read(key, range);
    return stream === null ? null : buffer(stream);
  }

  async function listed(): Promise<Map<string, Date>> {
    const found = new Map<string, Date>();
    for await (const { key, modifiedAt } of files.list()) found.set(key, modifiedAt);
    return found;
  }

  it('gives back what was put into it, whole and in parts', async () => {
    const bytes = randomBytes(100_000);
    const key = await put(bytes);
    expect((await readAll(key))?.equals(bytes)).toBe(true);
    for (const [first, last] of [
      [0, 1],
      [10, 19],
      [99_990, 99_999],
      [0, 99_999],
    ] as const) {
      expect((await readAll(key, { first, last }))?.equals(bytes.subarray(first, last + 1))).toBe(true);
    }
  });

  it('keeps a file that is larger than one part of an upload', async () => {
    const bytes = randomBytes(20 * 1024 * 1024 + 1);
    const key = await put(bytes);
    expect((await readAll(key))?.equals(bytes)).toBe(true);
    expect((await readAll(key, { first: bytes.length - 5, last: bytes.length - 1 }))?.equals(bytes.subarray(-5))).toBe(
      true,
    );
  });

  it('has what was put twice once, and not what was deleted, twice', async () => {
    const key = await put(Buffer.from('one'));
    await put(Buffer.from('one'), key);
    expect([await files.exists(key), (await listed()).has(key)]).toEqual([true, true]);
    await files.delete(key);
    await files.delete(key);
    expect([await files.exists(key), (await listed()).has(key)]).toEqual([false, false]);
    expect([await files.read(key, null), await files.localPath(key)]).toEqual([null, null]);
  });

  it('lists files with the time at which they came', async () => {
    const before = Date.now() - 2_000;
    const keys = [await put(Buffer.from('one')), await put(Buffer.from('two'))];
    const found = await listed();
    for (const key of keys) {
      expect(found.get(key)?.getTime()).toBeGreaterThan(before);
      expect(found.get(key)?.getTime()).toBeLessThan(Date.now() + 2_000);
    }
  });

  it('opens a file as a local one, to several at once', async () => {
    const bytes = randomBytes(50_000);
    const key = await put(bytes);
    const paths = await Promise.all([files.localPath(key), files.localPath(key), files.localPath(key)]);
    expect(new Set(paths).size).toBe(1);
    expect((await readFile(paths[0] ?? '')).equals(bytes)).toBe(true);
  });

  it('lets nobody read a local copy of what was deleted', async () => {
    const key = await put(Buffer.from('secret'));
    const path = await files.localPath(key);
    await files.delete(key);
    await expect(readFile(path ?? '')).rejects.toThrow('ENOENT');
  });

  it('keeps nothing of a source that cannot be read', async () => {
    const key = newKey();
    await expect(files.put(key, join(directory, 'nothing'))).rejects.toThrow('ENOENT');
    expect(await files.exists(key)).toBe(false);
  });

  it.each(['../x', '/etc/passwd', 'ab/../../x', 'ab/c/d', 'ab/..', ''])('refuses the key "%s"', async (key) => {
    await expect(async () => files.put(key, join(directory, 'source'))).rejects.toThrow('no key');
    await expect(async () => files.read(key, null)).rejects.toThrow('no key');
    await expect(async () => files.localPath(key)).rejects.toThrow('no key');
    await expect(async () => files.exists(key)).rejects.toThrow('no key');
    await expect(async () => files.delete(key)).rejects.toThrow('no key');
  });
});
