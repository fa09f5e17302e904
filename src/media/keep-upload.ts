import { checkInput } from './check-role.js';
import { keepFile, type KeepOutcome } from './keep-file.js';
import { expiryOf, type MediaRoom } from './media-room.js';
import type { MediaUpload } from './upload-store.js';

/** Makes the promised asset of a file that was sent, once; the promise goes with it. The file stays. */
export async function keepUpload(room: MediaRoom, upload: MediaUpload, path: string): Promise<KeepOutcome> {
  const { assetId, callerId, fileName } = upload;
  const expiresAt = expiryOf(room, new Date());
  const file = { assetId, callerId, path, fileName, expiresAt, reuse: false, check: checkInput };
  const outcome = await keepFile(room, { ...file, origin: 'UPLOADED' });
  if (outcome.kind === 'kept') await room.uploads.delete(assetId);
  return outcome;
}
