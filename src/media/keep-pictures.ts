import { stat } from 'node:fs/promises';
import type { KeptOutput } from '../tasks/video-task.js';
import type { MediaFacts } from './asset.js';
import type { AssetPlaces } from './keep-file.js';
import { keepPart, type OutputOwner, type PartName } from './keep-part.js';
import type { PicturePaths, PicturesOutcome } from './make-pictures.js';
import { PREVIEW_FRAME_RATE } from './media-order.js';

export type KeptPictures = Pick<KeptOutput, 'posterAssetId' | 'previewAssetId' | 'storyboard'>;

/** Keeps the pictures that were made of a video. They are our own work, so their measures are known. */
export async function keepPictures(
  places: AssetPlaces,
  owner: OutputOwner,
  { paths, made, expiresAt }: { paths: PicturePaths; made: PicturesOutcome; expiresAt: Date | null },
): Promise<KeptPictures> {
  if (made.kind === 'failed') return { posterAssetId: null, previewAssetId: null, storyboard: null };
  const keep = async (name: PartName, path: string, facts: Omit<MediaFacts, 'bytes'>): Promise<string> => {
    const { size: bytes } = await stat(path);
    const kept = await keepPart(places, owner, { name, path, facts: { ...facts, bytes }, expiresAt });
    if (kept.kind === 'refused') throw new Error(kept.message);
    return kept.asset.id;
  };
  const { poster, storyboard } = made;
  const posterAssetId = await keep('poster', paths.posterPath, picture(poster.width, poster.height));
  if (storyboard === null) return { posterAssetId, previewAssetId: null, storyboard: null };
  const { tileWidth, tileHeight, columns, rows, count } = storyboard;
  const sprite = picture(columns * tileWidth, rows * tileHeight);
  const assetId = await keep('storyboard', paths.spritePath, sprite);
  const previewAssetId = await keep('preview', paths.previewPath, {
    kind: 'VIDEO',
    mimeType: 'video/mp4',
    width: tileWidth,
    height: tileHeight,
    durationSeconds: count / PREVIEW_FRAME_RATE,
    frameRate: PREVIEW_FRAME_RATE,
    hasAudio: false,
  });
  return { posterAssetId, previewAssetId, storyboard: { assetId, ...storyboard } };
}

function picture(width: number, height: number): Omit<MediaFacts, 'bytes'> {
  const unknown = { durationSeconds: null, frameRate: null, hasAudio: null };
  return { kind: 'IMAGE', mimeType: 'image/jpeg', width, height, ...unknown };
}
