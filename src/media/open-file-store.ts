import { join } from 'node:path';
import { openDiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import type { S3Options } from './s3-bucket.js';

/** Which file store, by the configuration. */
export type FileStoreChoice = { kind: 'disk' } | ({ kind: 's3' } & S3Options);

/** Opens the store for the bytes of assets: the folder `media` of the data folder, or a bucket with `copies` beside it. */
export async function openFileStore(choice: FileStoreChoice, dataDir: string): Promise<FileStore> {
  if (choice.kind === 'disk') return openDiskFileStore(join(dataDir, 'media'));
  // Loading what speaks S3 takes as long as the rest of a start: only who keeps files there waits for it.
  const { openS3FileStore } = await import('./s3-file-store.js');
  return openS3FileStore(choice, join(dataDir, 'copies'));
}
