import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing takes longer than this to arrive. */
export const TEMPORARY_AGE_MS = 60 * 60 * 1000;

/** Deletes what lies in the folder for temporary files for more than an hour. Returns how many entries there were. */
export async function sweepTemporary(directory: string, now: Date): Promise<number> {
  const names = await readdir(directory).catch(() => []);
  let deleted = 0;
  for (const name of names) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found === null || now.getTime() - found.mtimeMs < TEMPORARY_AGE_MS) continue;
    await rm(path, { recursive: true, force: true });
    deleted += 1;
  }
  return deleted;
}
