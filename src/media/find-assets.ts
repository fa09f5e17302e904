import { describeExpiry, isExpired, type MediaAsset } from './asset.js';
import { claimUpload } from './claim-upload.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import type { MediaRoom } from './media-room.js';

/** The caller's assets among these ids. What was sent straight to the store becomes an asset here, at its first use. */
export async function findAssets(room: MediaRoom, callerId: string, ids: readonly string[]): Promise<MediaAsset[]> {
  const found = await room.assets.findMany(callerId, ids);
  if (room.files.uploads === null) return found;
  const foundIds = new Set(found.map(({ id }) => id));
  const missing = ids.filter((id) => !foundIds.has(id));
  if (missing.length === 0) return found;
  for (const upload of await room.uploads.findMany(callerId, missing)) {
    const claimed = await claimUpload(room, upload);
    if (claimed.kind === 'claimed') found.push(claimed.asset);
  }
  return found;
}

/** One asset of the caller, or why there is none. */
export async function findAsset(room: MediaRoom, callerId: string, id: string): Promise<MediaAsset | MediaRefusal> {
  const asset = await room.assets.find(callerId, id);
  if (asset !== null) return isExpired(asset, new Date()) ? refuse('MEDIA_EXPIRED', describeExpiry(asset)) : asset;
  const [upload] = await room.uploads.findMany(callerId, [id]);
  if (upload === undefined) return refuse('NOT_FOUND', 'You have no media asset of this id.');
  const claimed = await claimUpload(room, upload);
  if (claimed.kind === 'claimed') return claimed.asset;
  if (claimed.kind === 'refused') return claimed;
  return refuse('NOT_FOUND', 'Nothing was sent for this asset yet. PUT the file to its upload address first.');
}
