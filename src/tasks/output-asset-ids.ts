import type { OutputFiles, ResultState } from './video-task.js';

type Files = OutputFiles | Pick<ResultState, keyof OutputFiles>;

/** The ids of all assets that were made of one output: they come, and go, together. */
export function outputAssetIds({ storyboard, ...files }: Files): string[] {
  const { videoAssetId, originalAssetId, posterAssetId, previewAssetId } = files;
  const ids = [videoAssetId, originalAssetId, posterAssetId, previewAssetId, storyboard?.assetId ?? null];
  return ids.filter((id) => id !== null);
}
