import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LEFT_BEHIND_MS } from '../lib/left-behind.js';

/**
 * Deletes what nobody has written to for long in the folder for temporary files. A file that arrives slowly stays, and
 * a folder as long as anything in it does. Returns how many entries there were.
 */
export async function sweepTemporary(directory: string, now: Date): Promise<number> {
  const names = await readdir(directory).catch(() => []);
  let deleted = 0;
  for (const name of names) {
    const path = join(directory, name);
    if (now.getTime() - (await lastWrittenMs(path)) < LEFT_BEHIND_MS) continue;
    await rm(path, { recursive: true, force: true });
    deleted += 1;
  }
  return deleted;
}

/** Of a folder, when anything in it was. What is gone meanwhile is nobody's business here. */
async function lastWrittenMs(path: string): Promise<number> {
  const inner = await readdir(path, { recursive: true }).catch(() => []);
  const times = [path, ...inner.map((name) => join(path, name))].map(async (each) => {
    return (await stat(each).catch(() => null))?.mtimeMs ?? Infinity;
  });
  return Math.max(...(await Promise.all(times)));
}
