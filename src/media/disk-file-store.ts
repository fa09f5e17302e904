import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { checkKey, type FileStore, type StoredFile } from './file-store.js';

/** A file store in a folder of the local disk, which is created when it is missing. */
export async function openDiskFileStore(directory: string): Promise<FileStore> {
  await mkdir(directory, { recursive: true });
  const path = (key: string): string => join(directory, checkKey(key));
  return {
    path,
    put: (key, sourcePath) => putFile(path(key), sourcePath),
    exists: (key) =>
      access(path(key)).then(
        () => true,
        () => false,
      ),
    delete: (key) => rm(path(key), { force: true }),
    list: () => listFiles(directory),
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
