import type { InputFile, InputFiles } from '../providers/provider.js';
import type { TaskInputs } from '../tasks/task.js';
import type { MediaAsset } from './asset.js';
import type { AssetPlaces } from './keep-file.js';

/**
 * A task's input files as local copies, or the id of one that is gone.
 * @param linkOf gives a link under which a provider can fetch an asset; null when it cannot reach this gateway.
 */
export async function openInputs(
  { assets, files }: Pick<AssetPlaces, 'assets' | 'files'>,
  linkOf: (asset: MediaAsset) => Promise<string | null>,
  callerId: string,
  inputs: TaskInputs,
): Promise<InputFiles | { missingAssetId: string }> {
  const { firstFrame, lastFrame, continueFrom, editVideo, audio, referenceImages, referenceVideos } = inputs;
  const wanted = [firstFrame, lastFrame, continueFrom, editVideo, audio, ...referenceImages, ...referenceVideos];
  const ids = wanted.filter((id) => id !== null);
  const found = (await assets.findMany(callerId, ids)).filter(({ removedAt }) => removedAt === null);
  const missingAssetId = ids.find((id) => !found.some((asset) => asset.id === id));
  if (missingAssetId !== undefined) return { missingAssetId };

  const opened: InputFile[] = [];
  for (const asset of found) {
    const { id: assetId, mimeType, sha256, bytes, storageKey } = asset;
    const path = await files.localPath(storageKey);
    if (path === null) return { missingAssetId: assetId };
    opened.push({ assetId, mimeType, sha256, bytes, path, url: await linkOf(asset) });
  }
  const one = (assetId: string | null): InputFile | null => opened.find((file) => file.assetId === assetId) ?? null;
  const many = (assetIds: readonly string[]): InputFile[] => assetIds.flatMap((assetId) => one(assetId) ?? []);
  return {
    firstFrame: one(firstFrame),
    lastFrame: one(lastFrame),
    continueFrom: one(continueFrom),
    editVideo: one(editVideo),
    audio: one(audio),
    referenceImages: many(referenceImages),
    referenceVideos: many(referenceVideos),
  };
}
