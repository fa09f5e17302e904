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
  linkOf: (asset: MediaAsset) => string | null,
  callerId: string,
  inputs: TaskInputs,
): Promise<InputFiles | { missingAssetId: string }> {
  const { firstFrame, lastFrame, continueFrom, editVideo, audio, referenceImages, referenceVideos } = inputs;
  const wanted = [firstFrame, lastFrame, continueFrom, editVideo, audio, ...referenceImages, ...referenceVideos];
  const ids = wanted.filter((id) => id !== null);
  const found = new Map((await assets.findMany(callerId, ids)).map((asset) => [asset.id, asset]));
  const missingAssetId = ids.find((id) => !found.has(id));
  if (missingAssetId !== undefined) return { missingAssetId };

  const many = (assetIds: readonly string[]): InputFile[] =>
    assetIds.flatMap((assetId) => {
      const asset = found.get(assetId);
      if (asset === undefined) return [];
      const { mimeType, sha256, bytes, storageKey } = asset;
      return [{ assetId, mimeType, sha256, bytes, path: files.path(storageKey), url: linkOf(asset) }];
    });
  const one = (assetId: string | null): InputFile | null => (assetId === null ? null : (many([assetId])[0] ?? null));
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
