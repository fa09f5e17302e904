import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createAssetStore } from '../../src/media/asset-store.js';
import { openDiskFileStore } from '../../src/media/disk-file-store.js';
import { createProbe } from '../../src/media/probe.js';
import { sweepMedia } from '../../src/media/sweep.js';
import { createUploadStore } from '../../src/media/upload-store.js';
import { sweepRenders } from '../../src/providers/animatic/sweep-renders.js';
import { findLiveStartKeys } from '../../src/tasks/find-live-start-keys.js';
import { imageBytes } from '../media/support/media-files.js';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { startProcess, type KillPoint } from '../support/start-process.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

const UPLOAD = graphql(`
  mutation SweepAfterKillUpload {
    createMediaUpload(input: { fileName: "held.png" }) {
      upload {
        url
      }
    }
  }
`);

const IMPORT = graphql(`
  mutation SweepAfterKillImport($base64: String!) {
    importMedia(input: { source: { base64: $base64 } }) {
      asset {
        id
      }
    }
  }
`);

/** Right before a row of an asset is stored: its file is there, and so is what it was copied from. */
const beforeAsset = (occurrence: number): KillPoint => ({ when: 'before', label: 'asset', occurrence });
/** With the ten minutes between two sweeps, nothing is older than an hour. */
const SOON_MS = 50 * 60 * 1000;

test('killed in an upload, an import and the securing of a video, a server leaves nothing that an hour does not end', async () => {
  await using directory = await createDataDirectory();
  const there = (folder: string) => filesIn(join(directory.path, folder));

  // The upload waits at the point until the import comes to it.
  await using first = startProcess(directory.path, { ...beforeAsset(2), hold: true });
  const url = await first.url;
  const { createMediaUpload } = await request(url, UPLOAD, {});
  const [body, base64] = [await imageBytes('png', 300, 300, 'red'), await imageBytes('png', 300, 300, 'blue')];
  const sending = fetch(createMediaUpload.upload?.url ?? '', { method: 'PUT', body: new Uint8Array(body) });
  await expect.poll(() => there('media'), { timeout: 30_000 }).toHaveLength(1);
  const importing = request(url, IMPORT, { base64: base64.toString('base64') });
  await Promise.allSettled([sending, importing]);
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
  expect([(await there('media')).length, (await there('temporary')).length]).toEqual([2, 2]);

  await using second = startProcess(directory.path, beforeAsset(1));
  const input = {
    prompt: 'A quiet lake',
    durationSeconds: 2,
    generateAudio: false,
    aspectRatio: 'SQUARE_1_1',
  } as const;
  const { id } = await createTask(await second.url, input);
  expect(await second.ended).toMatchObject({ signal: 'SIGKILL' });
  expect((await there('media')).length).toBeGreaterThan(2);
  expect(await sweep(directory.path)).toMatchObject({ assets: [] });
  expect([await there('media'), await there('temporary')]).toEqual([[], []]);
  expect(await there('renders'), 'the video that waits to be secured').toEqual([expect.stringMatching(/\.mp4$/)]);

  await using third = startProcess(directory.path);
  const task = await untilTask(await third.url, id, isFinished);
  expect(task.status).toBe('COMPLETED');
  await expect.poll(() => there('renders'), { timeout: 30_000 }).toEqual([]);
  third.kill('SIGKILL');
  await third.ended;
  const { assets, ...swept } = await sweep(directory.path);
  expect(swept).toEqual({ expired: 0, copies: 0, abandoned: 0, temporary: 0, renders: 0, orphans: 0 });
  expect(await there('media')).toEqual(assets);
  expect(assets).toContainEqual(expect.stringMatching(/\.mp4$/));
});

/** What a later sweep removes, and the names of the files that assets have then. */
async function sweep(dataDir: string) {
  await using database = await openDatabase({ kind: 'pglite', dataDir });
  const { prisma } = database;
  const isLive = (startKeys: readonly string[]) => findLiveStartKeys(prisma, startKeys);
  const room = {
    assets: createAssetStore(prisma),
    uploads: createUploadStore(prisma),
    files: await openDiskFileStore(join(dataDir, 'media')),
    temporaryDirectory: join(dataDir, 'temporary'),
    probe: createProbe(fileURLToPath(new URL('../../dist/media/media-process.js', import.meta.url))),
    retentionMs: null,
    allowPrivateUrls: true,
    sweepRenders: (now: Date) => sweepRenders(join(dataDir, 'renders'), isLive, now),
  };
  const swept = await sweepMedia(room, new Date(Date.now() + SOON_MS));
  const assets = await prisma.mediaAsset.findMany({ where: { removedAt: null } });
  return { ...swept, assets: assets.map(({ storageKey }) => storageKey.split('/').at(-1) ?? '').toSorted() };
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}
