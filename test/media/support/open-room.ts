import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createAssetStore } from '../../../src/media/asset-store.js';
import { openDiskFileStore } from '../../../src/media/disk-file-store.js';
import { inspectFile } from '../../../src/media/inspect-file.js';
import type { MediaRoom } from '../../../src/media/media-room.js';
import { createUploadStore } from '../../../src/media/upload-store.js';
import { openEmbedded } from '../../support/test-database.js';
import { makeTemporaryDirectory } from './temporary-directory.js';

/** A media room over a real database and a real folder. */
export type TestRoom = AsyncDisposable & {
  room: MediaRoom;
  /** A folder for the test's own files. */
  directory: string;
  storedKeys: () => Promise<string[]>;
  storedPath: (key: string) => string;
  temporaryNames: () => Promise<string[]>;
};

export async function openRoom(open = openEmbedded): Promise<TestRoom> {
  const directory = await makeTemporaryDirectory();
  const database = await open();
  const temporaryDirectory = join(directory.path, 'data', 'tmp');
  const room: MediaRoom = {
    assets: createAssetStore(database.prisma),
    uploads: createUploadStore(database.prisma),
    // In this process: test files mean no harm, and hundreds of processes would only cost time.
    probe: inspectFile,
    files: await openDiskFileStore(join(directory.path, 'data', 'media')),
    temporaryDirectory,
    retentionMs: null,
    allowPrivateUrls: true,
  };
  return {
    room,
    directory: directory.path,
    storedKeys: async () => {
      const keys: string[] = [];
      for await (const file of room.files.list()) keys.push(file.key);
      return keys.sort();
    },
    storedPath: (key) => join(directory.path, 'data', 'media', key),
    temporaryNames: () => readdir(temporaryDirectory).catch(() => []),
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
    },
  };
}
