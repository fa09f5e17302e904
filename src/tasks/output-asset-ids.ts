import { Prisma } from '../database/generated/client.js';
import type { OutputFiles, ResultState } from './video-task.js';

type Files = OutputFiles | Pick<ResultState, keyof OutputFiles>;

/** The ids of all assets that were made of one output: they come, and go, together. */
export function outputAssetIds({ storyboard, ...files }: Files): string[] {
  const { videoAssetId, originalAssetId, posterAssetId, previewAssetId } = files;
  const ids = [videoAssetId, originalAssetId, posterAssetId, previewAssetId, storyboard?.assetId ?? null];
  return ids.filter((id) => id !== null);
}

/** A query of the ids of all assets that results have, in a column named `id`; a storyboard may name several. */
export const ALL_OUTPUT_ASSET_IDS = Prisma.sql`
  SELECT unnest(ARRAY[video_asset_id, original_asset_id, poster_asset_id, preview_asset_id]) AS id FROM video_results
  UNION ALL
  SELECT part #>> '{}' FROM video_results, jsonb_path_query(storyboard, 'strict $.**') AS part
  WHERE jsonb_typeof(part) = 'string'`;
