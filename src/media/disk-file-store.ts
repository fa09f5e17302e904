import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { checkKey, type ByteRange, type FileStore, type StoredFile } from './file-store.js';

/**
 * A file store in a folder of the local disk, which is created when it is missing. It is written with Node alone: flydrive's
 * driver for disks neither flushes a file nor hides it until it is whole, and reads no ranges.
 */
export async function openDiskFileStore(directory: string): Promise<FileStore> {
  await mkdir(directory, { recursive: true });
  const path = (key: string): string => join(directory, checkKey(key));
  return {
    put: (key, sourcePath) => putFile(path(key), sourcePath),
    read: (key, range) => readFile(path(key), range),
    localPath: async (key) => ((await isThere(path(key))) ? path(key) : null),
    exists: (key) => isThere(path(key)),
    delete: (key) => rm(path(key), { force: true }),
    list: () => listFiles(directory),
    link: () => Promise.resolve(null),
    uploads: null,
    tidy: () => Promise.resolve(0),
  };
}

async function putFile(target: string, sourcePath: string): Promise<void> {
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  const temporary = `${target}.${randomUUID()}.partial`;
  try {
    // Shares the blocks where the file system can, so that large files cost nothing.
    await copyFile(sourcePath, temporary, constants.COPYFILE_FICLONE);
    await flush(temporary, 'r+');
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flush(folder, 'r');
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function readFile(path: string, range: ByteRange | null): Promise<Readable | null> {
  try {
    const file = await open(path, 'r');
    return file.createReadStream(range === null ? {} : { start: range.first, end: range.last });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  await using file = await open(path, flags);
  await file.sync();
}

async function* listFiles(directory: string): AsyncIterable<StoredFile> {
  for await (const entry of await opendir(directory, { recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found !== null) yield { key: relative(directory, path).split(sep).join('/'), modifiedAt: found.mtime };
  }
}
