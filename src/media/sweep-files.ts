import { LEFT_BEHIND_MS } from '../lib/left-behind.js';
import type { StoredFile } from './file-store.js';
import type { AssetPlaces } from './keep-file.js';

const BATCH = 500;

/**
 * Deletes stored files that no asset needs: what crashes left behind. A young one may belong to a row that is about to be
 * written. Returns their number.
 */
export async function sweepFiles(places: Pick<AssetPlaces, 'assets' | 'files'>, now: Date): Promise<number> {
  let deleted = 0;
  let batch: StoredFile[] = [];
  for await (const file of places.files.list()) {
    if (now.getTime() - file.modifiedAt.getTime() < LEFT_BEHIND_MS) continue;
    batch.push(file);
    if (batch.length < BATCH) continue;
    deleted += await deleteOrphans(places, batch);
    batch = [];
  }
  return deleted + (await deleteOrphans(places, batch));
}

async function deleteOrphans(
  { assets, files }: Pick<AssetPlaces, 'assets' | 'files'>,
  batch: readonly StoredFile[],
): Promise<number> {
  const inUse = await assets.keysInUse(batch.map((file) => file.key));
  let deleted = 0;
  for (const { key } of batch.filter((file) => !inUse.has(file.key))) {
    // Deleting takes its time: what was repeated meanwhile, after a crash, has its row by now.
    if ((await assets.keysInUse([key])).has(key)) continue;
    await files.delete(key);
    deleted += 1;
  }
  return deleted;
}
