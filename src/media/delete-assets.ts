import type { AssetPlaces } from './keep-file.js';

/**
 * Deletes a caller's assets: first the rows, so that nothing can be served any more, then the files. What a crash
 * leaves in between is removed by `sweepFiles`. Ids that are unknown, or another caller's, are passed over.
 */
export async function deleteAssets(
  places: Pick<AssetPlaces, 'assets' | 'files'>,
  callerId: string,
  ids: readonly string[],
): Promise<void> {
  const deleted = await places.assets.deleteMany(callerId, ids);
  for (const asset of deleted) await places.files.delete(asset.storageKey);
}
