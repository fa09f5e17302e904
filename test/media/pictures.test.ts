import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePictures } from '../../src/media/make-pictures.js';
import { startsAtOnce } from '../../src/media/starts-at-once.js';
import { compileProcess } from '../support/compile-process.js';
import { readVideo } from '../support/read-video.js';
import { wavBytes, write, writeVideo } from './support/media-files.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let mediaProcess: Awaited<ReturnType<typeof compileProcess>>;
beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  mediaProcess = await compileProcess('media/media-process');
}, 30_000);
afterAll(async () => {
  await directory[Symbol.asyncDispose]();
  await mediaProcess[Symbol.asyncDispose]();
});

const at = (name: string): string => join(directory.path, name);
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function pathsFor(videoPath: string) {
  return {
    videoPath,
    posterPath: `${videoPath}.jpg`,
    spritePath: `${videoPath}.sprite.jpg`,
    previewPath: `${videoPath}.preview.mp4`,
  };
}

function pictures(videoPath: string, options: { deadlineMs?: number; signal?: AbortSignal; entryPath?: string } = {}) {
  const { signal = new AbortController().signal, entryPath = mediaProcess.path } = options;
  return makePictures({ ...options, paths: pathsFor(videoPath), entryPath, signal });
}

async function left(videoPath: string): Promise<string[]> {
  const { posterPath, spritePath, previewPath } = pathsFor(videoPath);
  const found = await Promise.all([posterPath, spritePath, previewPath].map(exists));
  return ['poster', 'sprite', 'preview'].filter((_, index) => found[index]);
}

/** Red, green and blue of the picture at parts of its size. */
async function colourAt(path: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(await readFile(path));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(Math.floor(image.width * x), Math.floor(image.height * y), 1, 1).data.subarray(0, 3)];
}

function expectGreen([red = 255, green = 0, blue = 255]: number[]): void {
  expect(red).toBeLessThan(40);
  expect(green).toBeGreaterThan(130);
  expect(blue).toBeLessThan(40);
}

describe('a poster', { timeout: 20_000 }, () => {
  it.each(['mp4', 'mov', 'webm'] as const)('of a %s is a JPEG of its size that is not black', async (container) => {
    const path = at(`video.${container}`);
    // Black past the place that is looked at first.
    await writeVideo(path, { container, seconds: 2, width: 640, height: 360, blackSeconds: 0.9 });
    expect(await pictures(path)).toMatchObject({ kind: 'pictured', poster: { width: 640, height: 360 } });
    expect((await readFile(`${path}.jpg`)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expectGreen(await colourAt(`${path}.jpg`, 0.7, 0.7));
    expect(Math.min(...(await colourAt(`${path}.jpg`, 0.25, 0.25)))).toBeGreaterThan(200);
  });

  it('of a turned video stands upright, and so do its tiles', async () => {
    const path = at('turned.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1, width: 320, height: 240, rotation: 90 });
    expect(await pictures(path)).toEqual({
      kind: 'pictured',
      poster: { width: 240, height: 320 },
      storyboard: { columns: 5, rows: 1, count: 5, tileWidth: 192, tileHeight: 256, intervalSeconds: 0.2 },
      problem: null,
    });
    // A quarter turn clockwise takes the square from the upper left to the upper right.
    for (const [file, tiles] of [
      ['jpg', 1],
      ['sprite.jpg', 5],
    ] as const) {
      expect(Math.min(...(await colourAt(`${path}.${file}`, 0.75 / tiles, 0.25)))).toBeGreaterThan(200);
      expectGreen(await colourAt(`${path}.${file}`, 0.25 / tiles, 0.25));
    }
  });

  it('of an all black video is black', async () => {
    const path = at('black.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1, blackSeconds: 1 });
    expect(await pictures(path)).toMatchObject({ kind: 'pictured' });
    expect(Math.max(...(await colourAt(`${path}.jpg`, 0.25, 0.25)))).toBeLessThan(20);
  });
});

describe('a storyboard and a preview', { timeout: 20_000 }, () => {
  it('show the same frames at equal distances, in their order', async () => {
    const path = at('half.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 6, width: 640, height: 360, blackSeconds: 3 });
    const { spritePath, previewPath } = pathsFor(path);
    expect(await pictures(path)).toMatchObject({
      storyboard: { columns: 5, rows: 5, count: 25, tileWidth: 256, tileHeight: 144, intervalSeconds: 0.24 },
    });
    // The upper left of each tile is the square, white in the second half: from 3 s on, which the 13th tile shows.
    const squares = await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        colourAt(spritePath, ((index % 5) + 0.25) / 5, (Math.floor(index / 5) + 0.25) / 5),
      ),
    );
    expect(squares.map((colour) => Math.min(...colour) > 200)).toEqual(squares.map((_, index) => index >= 12));
    const preview = await readVideo(previewPath);
    expect(preview).toMatchObject({ width: 256, height: 144, frameCount: 25, durationSeconds: 2.5, audio: null });
    expect(preview.firstFrame[0]).toBeLessThan(40);
    expect(preview.lastFrame[1]).toBeGreaterThan(100);
    expect(await startsAtOnce(previewPath)).toBe(true);
  });

  it('that cannot be made leave the poster alone', async () => {
    const path = at('no-room.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1 });
    const paths = { ...pathsFor(path), spritePath: at('no-such-folder/sprite.jpg') };
    const made = await makePictures({ paths, entryPath: mediaProcess.path, signal: new AbortController().signal });
    expect(made).toMatchObject({ kind: 'pictured', storyboard: null, problem: expect.stringContaining('ENOENT') });
    expect(await left(path)).toEqual(['poster']);
  });
});

describe('pictures', { timeout: 20_000 }, () => {
  it('fail with a reason for what is no video, and leave nothing behind', async () => {
    for (const path of [await write(at('a.wav'), wavBytes(2)), await write(at('b.mp4'), 'words'), at('missing.mp4')]) {
      expect(await pictures(path)).toEqual({ kind: 'failed', reason: expect.stringContaining('cannot be read') });
      expect(await left(path)).toEqual([]);
    }
  });

  it('fail when their process crashes, hangs, talks nonsense or cannot start', async () => {
    const crash = await write(
      at('crash.mjs'),
      `
      import { writeFileSync } from 'node:fs';
      const { posterPath, previewPath } = JSON.parse(process.argv[2]);
      for (const path of [posterPath, previewPath]) writeFileSync(path, 'half a picture');
      process.kill(process.pid, 'SIGSEGV');
      setInterval(() => 0, 1000);`,
    );
    const hang = await write(at('hang.mjs'), 'setInterval(() => 0, 1000);');
    const nonsense = await write(at('nonsense.mjs'), 'process.send({ kind: "perfect" }, () => process.exit());');
    const mixedUp = await write(at('mixed-up.mjs'), 'process.send({ kind: "converted" }, () => process.exit());');
    const path = at('any.mp4');
    const reasonOf = (told: string) => ({ kind: 'failed', reason: expect.stringContaining(told) });
    expect(await pictures(path, { entryPath: crash })).toEqual(reasonOf('SIGSEGV'));
    expect(await left(path)).toEqual([]);
    expect(await pictures(path, { entryPath: hang, deadlineMs: 300 })).toEqual(reasonOf('SIGKILL'));
    expect(await pictures(path, { entryPath: nonsense })).toEqual(reasonOf('sensible'));
    expect(await pictures(path, { entryPath: mixedUp })).toEqual(reasonOf('mixed up'));
    expect(await pictures(path, { entryPath: at('missing.mjs') })).toMatchObject({ kind: 'failed' });
  });

  it('can be stopped, before and meanwhile', async () => {
    const hang = await write(at('hang.mjs'), 'setInterval(() => 0, 1000); process.send({});');
    expect(await pictures(at('any.mp4'), { signal: AbortSignal.abort() })).toMatchObject({ kind: 'failed' });
    const controller = new AbortController();
    const stopped = pictures(at('any.mp4'), { entryPath: hang, signal: controller.signal });
    controller.abort();
    expect(await stopped).toMatchObject({ kind: 'failed' });
  });
});
