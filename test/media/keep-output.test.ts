import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/lib/logger.js';
import { newId } from '../../src/lib/new-id.js';
import type { MediaAsset } from '../../src/media/asset.js';
import { createConverter } from '../../src/media/convert.js';
import { createPictureMaker } from '../../src/media/make-pictures.js';
import { hashFile } from '../../src/media/hash-file.js';
import { keepOutput, type OutputRoom } from '../../src/media/keep-output.js';
import type { DeliveredOutput } from '../../src/media/keep-video.js';
import { startsAtOnce } from '../../src/media/starts-at-once.js';
import { compileProcess } from '../support/compile-process.js';
import { readVideo } from '../support/read-video.js';
import { imageBytes, write, writeVideo } from './support/media-files.js';
import { openRoom, type TestRoom } from './support/open-room.js';

/** A box that tells of a file's origin, as C2PA has it. */
const PROVENANCE = 'who made this, and how';
const { signal } = new AbortController();
const callerId = newId('caller');

let test: TestRoom;
let mediaProcess: Awaited<ReturnType<typeof compileProcess>>;
let room: OutputRoom;
/** H.264 and AAC, tables last, with a box about its origin. */
let delivered: string;
beforeAll(async () => {
  test = await openRoom();
  mediaProcess = await compileProcess('media/media-process');
  const convert = createConverter(mediaProcess.path);
  const makePictures = createPictureMaker(mediaProcess.path);
  room = { ...test.room, convert, makePictures, logger: createLogger('silent') };
  delivered = join(test.directory, 'delivered.mp4');
  await writeVideo(delivered, { container: 'mp4', seconds: 2, width: 320, height: 240 });
  await writeFile(delivered, Buffer.concat([await readFile(delivered), uuidBox(PROVENANCE)]));
}, 60_000);
afterAll(async () => {
  await mediaProcess[Symbol.asyncDispose]();
  await test[Symbol.asyncDispose]();
});

function uuidBox(text: string): Buffer {
  const content = Buffer.concat([
    Buffer.from('uuid'),
    Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'),
    Buffer.from(text),
  ]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 4);
  return Buffer.concat([size, content]);
}

function output(change: Partial<DeliveredOutput> = {}): DeliveredOutput {
  const asked = { format: 'MP4', quality: 95 } as const;
  const startKey = randomUUID();
  const owner = { callerId, startKey, fileName: 'a cat', ttlSeconds: null };
  return { ...owner, path: delivered, asked, hasAskedQuality: false, attempt: 1, ...change };
}

async function keep(given: DeliveredOutput, places = room) {
  const kept = await keepOutput(places, given, signal);
  if ('rejected' in kept) throw new Error(kept.rejected);
  return kept;
}

async function found(id: string | null): Promise<{ asset: MediaAsset; path: string }> {
  const asset = await room.assets.find(callerId, id ?? '');
  if (asset === null) throw new Error('There is no such asset.');
  return { asset, path: (await room.files.localPath(asset.storageKey)) ?? '' };
}

describe('an output with stray bytes behind its boxes', () => {
  it('is kept, converted and pictured as any other', async () => {
    const path = join(test.directory, 'stray.mp4');
    await writeFile(path, Buffer.concat([await readFile(delivered), Buffer.alloc(20)]));
    const kept = await keep(output({ path }));
    expect((await found(kept.videoAssetId)).asset).toMatchObject({ mimeType: 'video/mp4', hasAudio: true });
    expect(kept.originalAssetId).not.toBeNull();
    expect(kept.storyboard).not.toBeNull();
  });
});

describe('an output whose tables come last', () => {
  it('starts playing at once, with every sample as it was, and its own bytes kept beside it', async () => {
    const given = output();
    const kept = await keep(given);
    const { asset: video, path } = await found(kept.videoAssetId);
    expect(video).toMatchObject({ mimeType: 'video/mp4', width: 320, height: 240, frameRate: 30, hasAudio: true });
    expect(video.fileName).toBe('a cat.mp4');
    expect([await startsAtOnce(delivered), await startsAtOnce(path)]).toEqual([false, true]);
    const [before, after] = await Promise.all([readVideo(delivered), readVideo(path)]);
    expect(after.hashes).toEqual(before.hashes);
    expect(after.timestamps).toEqual(before.timestamps);
    expect(after.audio?.left.length).toBe(before.audio?.left.length);
    const original = await found(kept.originalAssetId);
    expect(original.asset).toMatchObject({ fileName: 'a cat original.mp4', sha256: await hashFile(delivered) });
    expect((await readFile(original.path)).includes(PROVENANCE)).toBe(true);

    // Again, as after a crash: the same files, without another conversion.
    const places = { ...room, convert: () => Promise.reject(new Error('It was converted again.')) };
    expect(await keep(given, places)).toEqual(kept);
  });

  it('comes with pictures whose facts are those of the files', async () => {
    const { posterAssetId, previewAssetId, storyboard } = await keep(output());
    expect((await found(posterAssetId)).asset).toMatchObject({ mimeType: 'image/jpeg', width: 320, height: 240 });
    const preview = await found(previewAssetId);
    expect(await room.probe(preview.path)).toMatchObject({
      facts: { kind: 'VIDEO', width: 256, height: 192, durationSeconds: 1, frameRate: 10, hasAudio: false },
    });
    expect(preview.asset).toMatchObject({
      durationSeconds: 1,
      frameRate: 10,
      hasAudio: false,
      width: 256,
      height: 192,
    });
    const sprite = await found(storyboard?.assetId ?? null);
    expect(await room.probe(sprite.path)).toMatchObject({ facts: { width: 5 * 256, height: 2 * 192 } });
    expect(sprite.asset).toMatchObject({
      width: 5 * 256,
      height: 2 * 192,
      bytes: (await readFile(sprite.path)).length,
    });
    expect(storyboard).toMatchObject({ columns: 5, rows: 2, count: 10, intervalSeconds: 0.2 });
  });
});

describe('an output in another container than was asked for', () => {
  it.each([
    ['WEBM', 'video/webm', 'vp9', 'opus'],
    ['MOV', 'video/quicktime', 'avc', 'aac'],
  ] as const)('becomes a %s that plays', async (format, mimeType, videoCodec, audioCodec) => {
    const kept = await keep(output({ asked: { format, quality: 95 } }));
    const { asset, path } = await found(kept.videoAssetId);
    expect(asset).toMatchObject({ mimeType, width: 320, height: 240 });
    // WEBM does not tell how long its last frame stands.
    expect(asset.durationSeconds).toBeCloseTo(2, 1);
    const played = await readVideo(path);
    expect(played).toMatchObject({ videoCodec, frameCount: 60, audio: { codec: audioCodec } });
    // Green, with a white square in the upper left.
    expect(played.firstFrame[(5 * 320 + 5) * 4]).toBeLessThan(60);
    expect(played.firstFrame[(60 * 320 + 80) * 4]).toBeGreaterThan(200);
    expect((await found(kept.originalAssetId)).asset.mimeType).toBe('video/mp4');
  });

  it('is put off when it cannot be converted, and in the end kept as it was delivered', async () => {
    const convert = () => Promise.resolve({ kind: 'failed', reason: 'The encoder is broken.' } as const);
    const given = output({ asked: { format: 'WEBM', quality: 95 } });
    for (const attempt of [1, 2]) {
      await expect(keep({ ...given, attempt }, { ...room, convert })).rejects.toThrow('The encoder is broken.');
    }
    const kept = await keep({ ...given, attempt: 3 }, { ...room, convert });
    expect(kept.originalAssetId).toBeNull();
    expect((await found(kept.videoAssetId)).asset.sha256).toBe(await hashFile(delivered));
  });
});

it('a lower quality makes a smaller file, with the sound as it was', async () => {
  const large = join(test.directory, 'large.mp4');
  await copyFile(delivered, large);
  // Padding that no player reads: the picture itself is too plain to be large.
  await writeFile(large, Buffer.concat([await readFile(delivered), uuidBox('x'.repeat(400_000))]));
  const kept = await keep(output({ path: large, asked: { format: 'MP4', quality: 20 } }));
  const { asset, path } = await found(kept.videoAssetId);
  expect(asset.bytes).toBeLessThan(200_000);
  const [before, after] = await Promise.all([readVideo(large), readVideo(path)]);
  expect(after.hashes).not.toEqual(before.hashes);
  expect(after.audio?.left).toEqual(before.audio?.left);
  await rm(large);
});

it('what is no video is refused, and nothing of it is kept', async () => {
  const before = await test.storedKeys();
  const picture = await write(join(test.directory, 'picture.mp4'), await imageBytes('png', 300, 300));
  const words = await write(join(test.directory, 'words.mp4'), 'words');
  for (const path of [picture, words]) {
    expect(await keepOutput(room, output({ path }), signal)).toEqual({ rejected: expect.stringMatching(/^The /) });
  }
  expect(await test.storedKeys()).toEqual(before);
  expect(await test.temporaryNames()).toEqual([]);
});
