import { claimUpload } from './claim-upload.js';
import type { DirectUploads } from './direct-uploads.js';
import type { MediaRoom } from './media-room.js';

/** What was begun in the last moment of a link into a bucket may arrive until then. */
const GRACE_MS = 30 * 60 * 1000;

/** Forgets promised uploads whose link has ended, and what was sent for them and is no asset. */
export async function sweepUploads(room: MediaRoom, now: Date): Promise<void> {
  const { uploads } = room.files;
  if (uploads === null) await room.uploads.deleteExpired(now);
  else await sweepDirectUploads(room, uploads, new Date(now.getTime() - GRACE_MS));
}

/** What was sent and never used becomes an asset first, as it does at once when it comes through the gateway. */
async function sweepDirectUploads(room: MediaRoom, uploads: DirectUploads, ended: Date): Promise<void> {
  for (const upload of await room.uploads.findExpired(ended)) await claimUpload(room, upload);
  await room.uploads.deleteExpired(ended);
  for await (const { assetId } of uploads.list()) {
    if ((await room.uploads.findLinked(assetId)) === null) await uploads.delete(assetId);
  }
}
