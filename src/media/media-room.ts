import type { AssetPlaces } from './keep-file.js';
import type { UploadStore } from './upload-store.js';

/** What bringing media in needs besides the file itself. */
export type MediaRoom = AssetPlaces & {
  uploads: UploadStore;
  /** Absolute path of the folder for bytes that are not judged yet. */
  temporaryDirectory: string;
  /** How long uploaded and imported files are kept; null = until they are deleted. */
  retentionMs: number | null;
  /** Whether URLs may be http and lead to private addresses: tests and closed networks only. */
  allowPrivateUrls: boolean;
};

/** When a file that arrives now has to go; null = never. */
export function expiryOf(room: MediaRoom, now: Date): Date | null {
  return room.retentionMs === null ? null : new Date(now.getTime() + room.retentionMs);
}
