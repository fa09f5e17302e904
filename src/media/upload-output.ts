import { putSafely, type PutOutcome } from '../lib/safe-put.js';
import type { AssetStore } from './asset-store.js';
import type { FileStore } from './file-store.js';
import { openUploadUrl, type AddressRoom } from './upload-address.js';

/** Half an hour for the largest video there is, on a slow line; a quarter of a minute of silence is too long. */
const TOTAL_TIMEOUT_MS = 30 * 60_000;
const IDLE_TIMEOUT_MS = 15_000;

export type UploadRoom = AddressRoom & { assets: Pick<AssetStore, 'find'>; files: Pick<FileStore, 'read'> };

/** `sealedUrl` is what `sealUploadUrl` made. */
export type OutputToUpload = { callerId: string; assetId: string; sealedUrl: string };

/**
 * How an upload ended. `uploadedTo` is the address without its query, which may hold a signature. `refused` stays
 * refused; `unreachable` may be better next time.
 */
export type UploadOutcome = { kind: 'uploaded'; uploadedTo: string } | Exclude<PutOutcome, { kind: 'stored' }>;

/** Sends a kept video to the address that its caller gave. */
export async function uploadOutput(
  room: UploadRoom,
  { callerId, assetId, sealedUrl }: OutputToUpload,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  const url = openUploadUrl(room, callerId, sealedUrl);
  if (url === null) return refuse('The address was stored with another signing secret and cannot be read.');
  const asset = await room.assets.find(callerId, assetId);
  const body = asset === null ? null : await room.files.read(asset.storageKey, null);
  if (asset === null || body === null) return refuse('The video is not here any more.');
  const outcome = await putSafely(url.href, body, {
    bytes: asset.bytes,
    totalTimeoutMs: TOTAL_TIMEOUT_MS,
    idleTimeoutMs: IDLE_TIMEOUT_MS,
    allowPrivate: room.allowPrivateUrls,
    signal,
  });
  return outcome.kind === 'stored' ? { kind: 'uploaded', uploadedTo: `${url.origin}${url.pathname}` } : outcome;
}

function refuse(reason: string): UploadOutcome {
  return { kind: 'refused', reason };
}
