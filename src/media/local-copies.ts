import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A copy goes a day after it was last asked for: a task is done by then. */
const KEEP_MS = 24 * 60 * 60 * 1000;

/** Copies of stored files in a folder, for whoever can read nothing but local files. */
export type LocalCopies = {
  /** The absolute path of a copy, fetched unless it is there; null when there is nothing to copy. */
  open(key: string): Promise<string | null>;
  delete(key: string): Promise<void>;
  /** Deletes the copies that nobody asked for in a day, and what broken-off copying left. Returns their number. */
  sweep(now: Date): Promise<number>;
};

/** Keeps copies of what `read` gives. Under a key lies always the same content, so a copy never has to be renewed. */
export function createLocalCopies(directory: string, read: (key: string) => Promise<Readable | null>): LocalCopies {
  const underWay = new Map<string, Promise<string | null>>();

  async function open(key: string): Promise<string | null> {
    const path = join(directory, key);
    if (await touch(path)) return path;
    const source = await read(key);
    if (source === null) return null;
    await copy(source, path);
    return path;
  }

  return {
    open(key) {
      const joined = underWay.get(key);
      if (joined !== undefined) return joined;
      const opening = open(key).finally(() => underWay.delete(key));
      underWay.set(key, opening);
      return opening;
    },
    delete: (key) => rm(join(directory, key), { force: true }),
    sweep: (now) => sweepFolder(directory, new Date(now.getTime() - KEEP_MS)),
  };
}

/** Whether the copy is there; its time is moved on, so that a sweep lets it be. */
function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}

/** Nobody sees half a copy: it takes its name when it is whole. */
async function copy(source: Readable, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    await pipeline(source, createWriteStream(partial, { flags: 'wx' }));
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function sweepFolder(directory: string, before: Date): Promise<number> {
  const folder = await opendir(directory, { recursive: true }).catch(() => []);
  let deleted = 0;
  for await (const entry of folder) {
    const path = join(entry.parentPath, entry.name);
    const found = entry.isFile() ? await stat(path).catch(() => null) : null;
    if (found === null || found.mtime > before) continue;
    await rm(path, { force: true });
    deleted += 1;
  }
  return deleted;
}
