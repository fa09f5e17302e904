import { isExpired, type MediaAsset } from './asset.js';
import { signLink } from './links.js';

const HOUR_MS = 60 * 60 * 1000;
const LINK_LIFE_MS = 24 * HOUR_MS;

export type MediaLink = { url: string; expiresAt: Date };

/**
 * The signed link of an asset; null once the asset has expired. It lives as long as the file when its task asked for a
 * time to live, and otherwise for 24 hours rounded up to the next hour, so that everyone who asks within one hour gets
 * the same link, and players and caches keep what they have.
 */
export function linkAsset(
  { secret, publicUrl }: { secret: string; publicUrl: string },
  asset: MediaAsset,
  now: Date,
): MediaLink | null {
  if (isExpired(asset, now)) return null;
  const rounded = Math.ceil((now.getTime() + LINK_LIFE_MS) / HOUR_MS) * HOUR_MS;
  const last = asset.expiresAt?.getTime() ?? Infinity;
  const expiresAt = new Date(asset.linksLast && asset.expiresAt !== null ? last : Math.min(rounded, last));
  const { id: assetId, fileName } = asset;
  return { url: signLink({ secret, publicUrl, assetId, fileName, expiresAt }), expiresAt };
}
