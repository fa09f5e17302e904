import type { MediaAsset } from './asset.js';
import { keepUpload } from './keep-upload.js';
import { MAX_INPUT_BYTES } from './limits.js';
import { refuse, type MediaRefusal } from './media-refusal.js';
import type { MediaRoom } from './media-room.js';
import { reserveTemporaryFile } from './temporary-file.js';
import type { MediaUpload } from './upload-store.js';

/** The asset, or why what was sent cannot be one. `missing`: nothing was sent yet. */
export type ClaimedUpload = { kind: 'claimed'; asset: MediaAsset } | { kind: 'missing' } | MediaRefusal;

/**
 * Makes the promised asset of a file that was sent straight to the store, with the checks that an upload through the
 * gateway meets. What is kept is the copy that was checked, as the sender can still replace what was sent. Claiming
 * twice, also at once, gives the same asset. A refused file stays where it is: a better one may take its place.
 */
export async function claimUpload(room: MediaRoom, upload: MediaUpload): Promise<ClaimedUpload> {
  const { uploads } = room.files;
  if (uploads === null) return { kind: 'missing' };
  await using temporary = await reserveTemporaryFile(room.temporaryDirectory);
  switch (await uploads.fetch(upload.assetId, temporary.path, MAX_INPUT_BYTES)) {
    case 'missing':
      return { kind: 'missing' };
    case 'too-large':
      return refuse('MEDIA_REJECTED', `A file may have at most ${MAX_INPUT_BYTES / (1024 * 1024)} MB.`);
    case 'fetched':
      break;
  }
  const outcome = await keepUpload(room, upload, temporary.path);
  if (outcome.kind === 'refused') return outcome;
  await uploads.delete(upload.assetId);
  return { kind: 'claimed', asset: outcome.asset };
}
