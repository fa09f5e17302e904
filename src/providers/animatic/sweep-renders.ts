import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LEFT_BEHIND_MS } from '../../lib/left-behind.js';

const NAME = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(.+)$/;

/**
 * Deletes what killed processes left in the folder of renders: half-done files, and finished ones of results that nobody
 * renders here any more, once nobody has written to them for long. Returns how many there were.
 * @param findLive which of these start keys have results that still need their finished file, however old it is.
 */
export async function sweepRenders(
  workDir: string,
  findLive: (startKeys: readonly string[]) => Promise<ReadonlySet<string>>,
  now: Date,
): Promise<number> {
  const old: { path: string; startKey: string; isPart: boolean }[] = [];
  for (const name of await readdir(workDir).catch(() => [])) {
    const [, startKey, ending] = NAME.exec(name) ?? [];
    if (startKey === undefined || ending === undefined) continue;
    const path = join(workDir, name);
    const found = await stat(path).catch(() => null);
    const isOld = found !== null && now.getTime() - found.mtimeMs >= LEFT_BEHIND_MS;
    if (isOld) old.push({ path, startKey, isPart: ending.endsWith('.part') });
  }
  if (old.length === 0) return 0;
  const live = await findLive(old.map(({ startKey }) => startKey));
  const left = old.filter(({ startKey, isPart }) => isPart || !live.has(startKey));
  for (const { path } of left) await rm(path, { force: true });
  return left.length;
}
