import type { AssetPlaces } from './keep-file.js';

const BATCH = 200;

/** Deletes assets whose time has come: rows first, then files. Returns their number. */
export async function sweepExpired({ assets, files }: AssetPlaces, now: Date): Promise<number> {
  let deleted = 0;
  for (;;) {
    const expired = await assets.deleteExpired(now, BATCH);
    for (const asset of expired) await files.delete(asset.storageKey);
    deleted += expired.length;
    if (expired.length === 0) return deleted;
  }
}
