import { LEFT_BEHIND_MS } from '../lib/left-behind.js';
import type { AssetPlaces } from './keep-file.js';

const BATCH = 200;

/**
 * Deletes outputs that no result has: a crash came after they were kept for a task that was cancelled meanwhile. Returns
 * their number.
 */
export async function sweepAbandoned(
  { assets, files }: Pick<AssetPlaces, 'assets' | 'files'>,
  now: Date,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const storageKeys = await assets.deleteAbandoned(new Date(now.getTime() - LEFT_BEHIND_MS), BATCH);
    for (const key of storageKeys) await files.delete(key);
    deleted += storageKeys.length;
    if (storageKeys.length === 0) return deleted;
  }
}
