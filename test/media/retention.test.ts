import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureCaller } from '../../src/callers/named-caller.js';
import type { PrismaClient } from '../../src/database/generated/client.js';
import { LEFT_BEHIND_MS } from '../../src/lib/left-behind.js';
import { newId } from '../../src/lib/new-id.js';
import type { MediaAsset } from '../../src/media/asset.js';
import { checkInput } from '../../src/media/check-role.js';
import { keepFile, type FileToKeep } from '../../src/media/keep-file.js';
import { openInputs } from '../../src/media/open-inputs.js';
import { resolveSource } from '../../src/media/resolve-source.js';
import { sweepExpired } from '../../src/media/sweep-expired.js';
import { sweepMedia } from '../../src/media/sweep.js';
import { sweepRenders } from '../../src/providers/animatic/sweep-renders.js';
import { findLiveStartKeys } from '../../src/tasks/find-live-start-keys.js';
import { createInsertTask } from '../../src/tasks/insert-task.js';
import { DATABASES } from '../poller/support/databases.js';
import { newTask } from '../support/new-task.js';
import type { TestDatabase } from '../support/test-database.js';
import { imageBytes, write } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** With the ten minutes between two sweeps, nothing is older than an hour. */
const SWEPT_MS = HOUR_MS - 10 * MINUTE_MS;
const SILENT = {
  taskStored: () => undefined,
  taskChanged: () => undefined,
  taskDeleted: () => undefined,
  workDue: () => undefined,
};
const nowPlus = (ms: number): Date => new Date(Date.now() + ms);

describe.each(DATABASES)('retention on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let media: TestRoom;
  let callerId: string;
  let renders: string;
  const pictures: string[] = [];
  beforeAll(async () => {
    if (!isThere) return;
    media = await openRoom(async () => (database = await open()));
    prisma = database.prisma;
    callerId = (await ensureCaller(prisma, 'local')).id;
    renders = join(media.directory, 'renders');
    await mkdir(renders);
    for (const colour of ['red', 'green', 'blue']) {
      pictures.push(await write(join(media.directory, `${colour}.png`), await imageBytes('png', 300, 300, colour)));
    }
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    await prisma.videoTask.deleteMany();
    await prisma.mediaAsset.deleteMany();
    for (const key of await media.storedKeys()) await media.room.files.delete(key);
  });
  afterAll(() => media?.[Symbol.asyncDispose]());

  async function keep(change: Partial<FileToKeep> = {}): Promise<MediaAsset> {
    const [path = ''] = pictures;
    const named = { assetId: newId('asset'), callerId, path, fileName: 'a.png', origin: 'IMPORTED' } as const;
    const outcome = await keepFile(media.room, {
      ...named,
      expiresAt: null,
      reuse: false,
      check: checkInput,
      ...change,
    });
    if (outcome.kind === 'refused') throw new Error(outcome.message);
    return outcome.asset;
  }

  function sweep(now: Date) {
    const isLive = (startKeys: readonly string[]) => findLiveStartKeys(prisma, startKeys);
    return sweepMedia({ ...media.room, sweepRenders: (at) => sweepRenders(renders, isLive, at) }, now);
  }

  const found = (id: string) => media.room.assets.find(callerId, id);

  test.skipIf(!isThere)(
    'removes the file of an asset whose time has come, tells of it for 30 days, and touches no other',
    async () => {
      const [expiring, later, stays] = [
        await keep({ expiresAt: nowPlus(MINUTE_MS) }),
        await keep({ expiresAt: nowPlus(DAY_MS * 90) }),
        await keep(),
      ];
      expect(await sweep(nowPlus(0))).toMatchObject({ expired: 0 });
      const at = nowPlus(2 * MINUTE_MS);
      expect(await sweep(at)).toMatchObject({ expired: 1 });
      expect(await found(expiring.id)).toEqual({ ...expiring, removedAt: at });
      expect(await media.storedKeys()).toEqual([later.storageKey, stays.storageKey].toSorted());
      await sweep(nowPlus(29 * DAY_MS));
      expect(await found(expiring.id)).not.toBeNull();
      await sweep(nowPlus(31 * DAY_MS));
      expect(await found(expiring.id)).toBeNull();
      expect([await found(later.id), await found(stays.id)]).toEqual([later, stays]);
    },
  );

  test.skipIf(!isThere)(
    'of many sweeps at once, each file goes by one, and none that was prolonged meanwhile',
    async () => {
      const soon = nowPlus(MINUTE_MS);
      const assets = await Promise.all(Array.from({ length: 30 }, () => keep({ expiresAt: soon })));
      const [, content = ''] = pictures;
      const kept = await keep({ path: content, expiresAt: soon, reuse: true });
      const deleted: string[] = [];
      const files = { ...media.room.files, delete: async (key: string) => void deleted.push(key) };
      const sweeps = Array.from({ length: 4 }, () => sweepExpired({ ...media.room, files }, nowPlus(2 * MINUTE_MS)));
      const prolonging = keep({ path: content, expiresAt: null, reuse: true });
      const counts = await Promise.all(sweeps);
      const prolonged = await prolonging;
      const stillThere = prolonged.id === kept.id ? [] : [kept];
      expect(counts.reduce((sum, count) => sum + count)).toBe(assets.length + stillThere.length);
      expect(deleted.toSorted()).toEqual([...assets, ...stillThere].map(({ storageKey }) => storageKey).toSorted());
      expect(await found(prolonged.id)).toMatchObject({ expiresAt: null, removedAt: null });
    },
  );

  test.skipIf(!isThere)('a sweep that is killed between the mark and the file is finished by the next', async () => {
    const { id, storageKey } = await keep({ expiresAt: nowPlus(-MINUTE_MS) });
    const killed = { ...media.room.files, delete: () => Promise.reject(new Error('killed')) };
    await expect(sweepExpired({ ...media.room, files: killed }, nowPlus(0))).rejects.toThrow('killed');
    expect([(await found(id))?.removedAt, await media.storedKeys()]).toEqual([expect.any(Date), [storageKey]]);
    expect(await sweep(nowPlus(SWEPT_MS))).toMatchObject({ expired: 0, orphans: 1 });
    expect(await media.storedKeys()).toEqual([]);
  });

  test.skipIf(!isThere)('what cannot be swept is told, and holds up nothing else', async () => {
    const { id } = await keep({ expiresAt: nowPlus(-MINUTE_MS) });
    const tidy = () => Promise.reject(new Error('AccessDenied'));
    await mkdir(media.room.temporaryDirectory, { recursive: true });
    await write(join(media.room.temporaryDirectory, 'left'), 'x');
    const room = { ...media.room, files: { ...media.room.files, tidy }, sweepRenders: () => Promise.resolve(0) };
    await expect(sweepMedia(room, nowPlus(SWEPT_MS))).rejects.toMatchObject({ errors: [new Error('AccessDenied')] });
    expect((await found(id))?.removedAt).not.toBeNull();
    expect(await media.temporaryNames()).toEqual([]);
  });

  test.skipIf(!isThere)('content whose file was removed is kept anew when it comes again', async () => {
    const old = await keep({ expiresAt: nowPlus(-MINUTE_MS), reuse: true });
    await sweep(nowPlus(0));
    const fresh = await keep({ reuse: true });
    expect(fresh.id).not.toBe(old.id);
    expect(await media.storedKeys()).toEqual([fresh.storageKey]);
  });

  test.skipIf(!isThere)('an expired asset is refused as an input, and missing when a start wants it', async () => {
    const { id } = await keep({ expiresAt: nowPlus(-MINUTE_MS) });
    const request = { callerId, source: { assetId: id }, role: null, signal: new AbortController().signal };
    expect(await resolveSource(media.room, request)).toMatchObject({
      kind: 'refused',
      code: 'MEDIA_EXPIRED',
      message: expect.stringMatching(/was kept until 20.*Upload or import it again\.$/),
    });
    const none = { lastFrame: null, continueFrom: null, editVideo: null, audio: null };
    const inputs = { ...none, firstFrame: id, referenceImages: [], referenceVideos: [] };
    const opened = () => openInputs(media.room, async () => null, callerId, inputs);
    expect(await opened()).toMatchObject({ firstFrame: { assetId: id } });
    await sweep(nowPlus(0));
    expect(await opened()).toEqual({ missingAssetId: id });
  });

  /** A task with one result, as some moment left it. */
  async function resultLike(work: { phase?: 'SECURING' | 'DONE'; videoAssetId?: string; storyboard?: object }) {
    const task = await createInsertTask(prisma, SILENT)(newTask(callerId));
    if (task === null) throw new Error('There is no key that could conflict.');
    const id = task.results[0]?.id ?? '';
    return prisma.videoResult.update({ where: { id }, data: { phase: 'DONE', ...work } });
  }

  test.skipIf(!isThere)(
    'outputs that no result has go after an hour, but not while a result is being secured',
    async () => {
      const produced = (): Promise<MediaAsset> => keep({ origin: 'PRODUCED' });
      const securing = await resultLike({ phase: 'SECURING' });
      const [video, sprite, abandoned] = [await produced(), await produced(), await produced()];
      await resultLike({ videoAssetId: video.id });
      await resultLike({ storyboard: { sprite: { assetId: sprite.id }, columns: 5 } });
      expect(await sweep(nowPlus(LEFT_BEHIND_MS - MINUTE_MS))).toMatchObject({ abandoned: 0 });
      expect(await sweep(nowPlus(SWEPT_MS))).toMatchObject({ abandoned: 0 });
      await prisma.videoResult.update({ where: { id: securing.id }, data: { phase: 'DONE' } });
      expect(await sweep(nowPlus(SWEPT_MS))).toMatchObject({ abandoned: 1 });
      expect(await found(abandoned.id)).toBeNull();
      expect(await media.storedKeys()).toEqual([video.storageKey, sprite.storageKey].toSorted());
    },
  );

  test.skipIf(!isThere)(
    'of renders, what killed processes left goes after an hour; what a result waits for stays',
    async () => {
      const { startKey } = await resultLike({ phase: 'SECURING' });
      const dead = randomUUID();
      const names = [
        `${startKey}.mp4`,
        `${startKey}.${randomUUID()}.part`,
        `${dead}.mp4`,
        `${dead}.a.part`,
        'notes.txt',
      ];
      for (const name of names) await write(join(renders, name), 'x');
      expect(await sweep(nowPlus(LEFT_BEHIND_MS - MINUTE_MS))).toMatchObject({ renders: 0 });
      expect(await sweep(nowPlus(SWEPT_MS))).toMatchObject({ renders: 3 });
      expect((await readdir(renders)).toSorted()).toEqual([`${startKey}.mp4`, 'notes.txt'].toSorted());
    },
  );

  test.skipIf(!isThere)('an upload that was promised and never came is forgotten', async () => {
    const { uploads } = media.room;
    const assetId = newId('asset');
    await uploads.create({ assetId, callerId, fileName: 'a', createdAt: nowPlus(0), expiresAt: nowPlus(HOUR_MS) });
    await sweep(nowPlus(0));
    expect(await uploads.findLinked(assetId)).not.toBeNull();
    await sweep(nowPlus(HOUR_MS + MINUTE_MS));
    expect(await uploads.findLinked(assetId)).toBeNull();
  });
});
