import { randomUUID } from 'node:crypto';
import { mkdir, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { LEFT_BEHIND_MS } from '../lib/left-behind.js';

/** A path for bytes that are not judged yet. Nothing is created; disposing removes what lies there by then. */
export type TemporaryFile = AsyncDisposable & { path: string };

/**
 * Reserves a path in the folder, which is created for us alone when it is missing. The name is never a stranger's. What
 * lies there is held: a video that waits for an hour until others are converted was not left behind.
 */
export async function reserveTemporaryFile(directory: string): Promise<TemporaryFile> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, randomUUID());
  const hold = (): void => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  };
  const holding = setInterval(hold, LEFT_BEHIND_MS / 3).unref();
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      clearInterval(holding);
      await rm(path, { force: true });
    },
  };
}
