import { copyFile, mkdir, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LEFT_BEHIND_MS } from '../../src/lib/left-behind.js';
import { newId } from '../../src/lib/new-id.js';
import { checkInput } from '../../src/media/check-role.js';
import { deleteAssets } from '../../src/media/delete-assets.js';
import { hashFile } from '../../src/media/hash-file.js';
import { keepFile, type FileToKeep } from '../../src/media/keep-file.js';
import { keepProducedFile } from '../../src/media/keep-produced-file.js';
import { sweepFiles } from '../../src/media/sweep-files.js';
import { sweepTemporary } from '../../src/media/sweep-temporary.js';
import { reserveTemporaryFile } from '../../src/media/temporary-file.js';
import { imageBytes, wavBytes, write } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

let test: TestRoom;
let callerId: string;
let blue: string;
let red: string;
beforeAll(async () => {
  test = await openRoom();
  blue = await write(join(test.directory, 'blue.png'), await imageBytes('png', 300, 300, 'blue'));
  red = await write(join(test.directory, 'red.png'), await imageBytes('png', 300, 300, 'red'));
}, 60_000);
afterAll(() => test[Symbol.asyncDispose]());
beforeEach(async () => {
  callerId = newId('caller');
  for (const key of await test.storedKeys()) await test.room.files.delete(key);
});

function fileToKeep(path: string, change: Partial<FileToKeep> = {}): FileToKeep {
  const assetId = newId('asset');
  return {
    assetId,
    callerId,
    path,
    fileName: 'a.png',
    origin: 'IMPORTED',
    expiresAt: null,
    reuse: false,
    check: checkInput,
    ...change,
  };
}

async function keep(file: FileToKeep) {
  const outcome = await keepFile(test.room, file);
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome;
}

const nowPlus = (ms: number): Date => new Date(Date.now() + ms);

describe('keeping a file', () => {
  it('gives an asset with the facts of its content, and a copy of the bytes', async () => {
    const { asset, isNew } = await keep(fileToKeep(blue, { fileName: '../../etc/Bläu\u202E.exe' }));
    expect(isNew).toBe(true);
    expect(asset).toMatchObject({ kind: 'IMAGE', mimeType: 'image/png', width: 300, fileName: 'Bläu.png' });
    expect(asset.sha256).toBe(await hashFile(blue));
    expect(await hashFile(test.storedPath(asset.storageKey))).toBe(asset.sha256);
    expect(await test.room.assets.find(callerId, asset.id)).toEqual(asset);
  });

  it('refuses what is broken or does not fit, and stores nothing', async () => {
    const broken = await write(join(test.directory, 'broken.png'), 'words');
    const short = await write(join(test.directory, 'short.wav'), wavBytes(0.5));
    for (const path of [broken, short]) {
      expect(await keepFile(test.room, fileToKeep(path))).toMatchObject({ kind: 'refused', code: 'MEDIA_REJECTED' });
    }
    expect(await test.storedKeys()).toEqual([]);
  });

  it('hides an asset from other callers', async () => {
    const { asset } = await keep(fileToKeep(blue));
    expect(await test.room.assets.find(newId('caller'), asset.id)).toBeNull();
    expect(await test.room.assets.findMany(newId('caller'), [asset.id])).toEqual([]);
  });

  it('refuses keys that nobody made', async () => {
    for (const key of ['../x', '/etc/passwd', 'ab/../../x', 'ab/c/d', 'ab/..', '']) {
      await expect(test.room.files.localPath(key)).rejects.toThrow('no key');
    }
  });
});

describe('keeping an output', () => {
  const produced = (path: string, assetId: string) =>
    keepProducedFile(test.room, { callerId, path, fileName: 'out.png', expiresAt: null, assetId });

  it('again gives the same asset, one row and one file', async () => {
    const assetId = newId('asset');
    const first = await produced(blue, assetId);
    expect(first).toMatchObject({ kind: 'kept', isNew: true, asset: { id: assetId, origin: 'PRODUCED' } });
    expect(await produced(blue, assetId)).toMatchObject({ kind: 'kept', isNew: false, asset: { id: assetId } });
    // A second rendering may differ; the asset that stands does not change.
    expect(await produced(red, assetId)).toMatchObject({ isNew: false, asset: { sha256: await hashFile(blue) } });
    expect(await test.storedKeys()).toHaveLength(1);
  });

  it('by several at the same moment, with different bytes, gives one asset whose file is its own', async () => {
    const assetId = newId('asset');
    const outcomes = await Promise.all([blue, red, blue, red].map((path) => produced(path, assetId)));
    const assets = outcomes.map((outcome) => (outcome.kind === 'kept' ? outcome.asset : null));
    expect(new Set(assets.map((asset) => asset?.sha256)).size).toBe(1);
    const [asset] = assets;
    const [key = '', ...others] = await test.storedKeys();
    expect(others).toEqual([]);
    expect(asset?.storageKey).toBe(key);
    expect(await hashFile(test.storedPath(key))).toBe(asset?.sha256);
  });

  it('goes on after a crash between file and row', async () => {
    const assetId = newId('asset');
    const crashing = {
      ...test.room,
      assets: { ...test.room.assets, create: () => Promise.reject(new Error('killed')) },
    };
    const file = { callerId, path: blue, fileName: 'out.png', expiresAt: null, assetId };
    await expect(keepProducedFile(crashing, file)).rejects.toThrow('killed');
    expect(await test.storedKeys()).toHaveLength(1);
    expect(await produced(blue, assetId)).toMatchObject({ kind: 'kept', isNew: true });
    expect(await test.storedKeys()).toHaveLength(1);
  });

  it('may be larger or longer than an input', async () => {
    const long = await write(join(test.directory, 'long.wav'), wavBytes(40));
    expect((await produced(long, newId('asset'))).kind).toBe('kept');
  });
});

describe('the same content', () => {
  it('is kept once per caller, also when it comes twice at the same moment', async () => {
    const imports = await Promise.all([1, 2, 3].map(() => keep(fileToKeep(blue, { reuse: true }))));
    expect(new Set(imports.map(({ asset }) => asset.id)).size).toBe(1);
    expect(imports.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await test.storedKeys()).toHaveLength(1);
    const other = await keep(fileToKeep(blue, { reuse: true, callerId: newId('caller') }));
    expect(other.isNew).toBe(true);
  });

  it('is not shared with an output, which goes with its task', async () => {
    await keepProducedFile(test.room, { callerId, path: blue, fileName: 'x', expiresAt: null, assetId: null });
    expect((await keep(fileToKeep(blue, { reuse: true }))).isNew).toBe(true);
  });

  it('stays as long as its last use asks', async () => {
    const [soon, late] = [nowPlus(60_000), nowPlus(120_000)];
    const { asset } = await keep(fileToKeep(blue, { reuse: true, expiresAt: soon }));
    expect((await keep(fileToKeep(blue, { reuse: true, expiresAt: late }))).asset).toMatchObject({
      id: asset.id,
      expiresAt: late,
    });
    expect((await keep(fileToKeep(blue, { reuse: true, expiresAt: soon }))).asset.expiresAt).toEqual(late);
    expect((await keep(fileToKeep(blue, { reuse: true, expiresAt: null }))).asset.expiresAt).toBeNull();
  });
});

describe('deleting', () => {
  it('removes rows and files, of this caller only', async () => {
    const [mine, kept] = [(await keep(fileToKeep(blue))).asset, (await keep(fileToKeep(red))).asset];
    const foreign = (await keep(fileToKeep(blue, { callerId: newId('caller') }))).asset;
    await deleteAssets(test.room, callerId, [mine.id, foreign.id, newId('asset')]);
    await deleteAssets(test.room, callerId, [mine.id]);
    expect(await test.room.assets.find(callerId, mine.id)).toBeNull();
    expect(await test.storedKeys()).toEqual([kept.storageKey, foreign.storageKey].sort());
  });

  it('leaves to the sweep what a crash left: files without a row, once they are old', async () => {
    const { asset } = await keep(fileToKeep(blue));
    const gone = (await keep(fileToKeep(red))).asset;
    await test.room.assets.deleteMany(callerId, [gone.id]);
    const path = test.storedPath(asset.storageKey);
    await copyFile(path, `${path}.half.partial`);
    expect(await sweepFiles(test.room, nowPlus(LEFT_BEHIND_MS - 60_000))).toBe(0);
    expect(await sweepFiles(test.room, nowPlus(LEFT_BEHIND_MS + 60_000))).toBe(2);
    expect(await test.storedKeys()).toEqual([asset.storageKey]);
  });

  it('of temporary files waits until they are old', async () => {
    const folder = join(test.directory, 'old-and-new');
    expect(await sweepTemporary(folder, new Date())).toBe(0);
    await mkdir(folder);
    const old = await write(join(folder, 'old'), 'x');
    await write(join(folder, 'new'), 'x');
    await utimes(old, nowPlus(-LEFT_BEHIND_MS), nowPlus(-LEFT_BEHIND_MS));
    expect(await sweepTemporary(folder, new Date())).toBe(1);
    expect(await readdir(folder)).toEqual(['new']);
  });

  it('of temporary files leaves those that somebody holds, however long they wait', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const folder = join(test.directory, 'held');
      const held = await reserveTemporaryFile(folder);
      await write(held.path, 'x');
      await utimes(held.path, nowPlus(-LEFT_BEHIND_MS), nowPlus(-LEFT_BEHIND_MS));
      vi.advanceTimersByTime(LEFT_BEHIND_MS / 2);
      const isNew = async (): Promise<boolean> => (await stat(held.path)).mtimeMs > Date.now() - LEFT_BEHIND_MS / 2;
      await vi.waitFor(async () => expect(await isNew()).toBe(true));
      expect(await sweepTemporary(folder, new Date())).toBe(0);
      await held[Symbol.asyncDispose]();
      expect([await readdir(folder), vi.getTimerCount()]).toEqual([[], 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('of temporary folders waits for as long as anything in them is written to', async () => {
    const folder = join(test.directory, 'quiet-and-busy');
    const [quiet, busy] = [join(folder, 'quiet'), join(folder, 'busy')];
    for (const each of [quiet, busy]) await mkdir(each, { recursive: true });
    const old = await write(join(quiet, 'part'), 'x');
    await write(join(busy, 'part'), 'x');
    for (const each of [old, quiet, busy]) await utimes(each, nowPlus(-LEFT_BEHIND_MS), nowPlus(-LEFT_BEHIND_MS));
    expect(await sweepTemporary(folder, new Date())).toBe(1);
    expect(await readdir(folder)).toEqual(['busy']);
  });
});
