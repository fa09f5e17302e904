import type { AssetPlaces } from './keep-file.js';

const BATCH = 200;

/**
 * Removes the files of assets whose time has come: first they are marked, so that nothing serves them any more, then the
 * files go. What a crash leaves in between is removed by `sweepFiles`. Returns their number.
 */
export async function sweepExpired(
  { assets, files }: Pick<AssetPlaces, 'assets' | 'files'>,
  now: Date,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const marked = await assets.markExpired(now, BATCH);
    for (const asset of marked) await files.delete(asset.storageKey);
    removed += marked.length;
    if (marked.length === 0) return removed;
  }
}
