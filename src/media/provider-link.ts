import { checkUrl } from '../lib/check-url.js';
import type { MediaAsset } from './asset.js';
import { linkAsset } from './asset-link.js';
import type { FileStore } from './file-store.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What links are made of; `publicUrl` is this gateway's address, without a slash at the end. */
type LinkPlaces = { files: FileStore; secret: string; publicUrl: string };

/**
 * A link, good for a day, under which a provider can fetch an asset. Ours where the gateway has a public address, as
 * that one is meant for everyone; otherwise one into the bucket, whose address may be reached from here alone. Null
 * when neither is public.
 */
export async function linkForProvider(
  { files, secret, publicUrl }: LinkPlaces,
  asset: MediaAsset,
  now: Date,
): Promise<string | null> {
  const isPublic = (url: string): boolean => checkUrl(url, false).kind === 'allowed';
  if (isPublic(publicUrl)) return linkAsset({ secret, publicUrl }, asset, now)?.url ?? null;
  const direct = await files.link(asset.storageKey, new Date(now.getTime() + DAY_MS));
  return direct !== null && isPublic(direct) ? direct : null;
}
