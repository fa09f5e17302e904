import type { StoryboardLayout } from '../tasks/video-task.js';
import { linkAsset, type MediaLink } from './asset-link.js';
import type { MediaAsset } from './asset.js';
import { signStoryboardLink } from './links.js';

const FILE_NAME = /^(\d{1,4})-(\d{1,4})-(\d{1,5})-(\d{1,5})-(\d{1,8})\.vtt$/;

/**
 * The signed link of a sprite's cues as WebVTT; it lives as long as the link of the sprite. It carries the layout, so that
 * the cues are written when they are fetched, with a link to the sprite that is good by then. Null once the sprite has
 * expired.
 */
export function linkStoryboard(
  place: { secret: string; publicUrl: string },
  sprite: MediaAsset,
  { columns, count, tileWidth, tileHeight, intervalSeconds }: StoryboardLayout,
  now: Date,
): MediaLink | null {
  const link = linkAsset(place, sprite, now);
  if (link === null) return null;
  const figures = [columns, count, tileWidth, tileHeight, Math.round(intervalSeconds * 1000)];
  const { expiresAt } = link;
  const fileName = `${figures.join('-')}.vtt`;
  return { url: signStoryboardLink({ ...place, assetId: sprite.id, fileName, expiresAt }), expiresAt };
}

/** The layout that a link carries; null when it is none of ours. */
export function layoutOf(fileName: string): StoryboardLayout | null {
  const figures = FILE_NAME.exec(fileName)?.slice(1).map(Number) ?? [];
  const [columns = 0, count = 0, tileWidth = 0, tileHeight = 0, intervalMs = 0] = figures;
  if (columns === 0) return null;
  const rows = Math.ceil(count / columns);
  return { columns, rows, count, tileWidth, tileHeight, intervalSeconds: intervalMs / 1000 };
}
