import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePoster } from '../../src/media/poster.js';
import { compileProcess } from '../support/compile-process.js';
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

function poster(videoPath: string, options: { deadlineMs?: number; signal?: AbortSignal; entryPath?: string } = {}) {
  const { signal = new AbortController().signal, entryPath = mediaProcess.path } = options;
  return makePoster({ ...options, videoPath, outPath: `${videoPath}.jpg`, entryPath, signal });
}

/** Red, green and blue of the picture at parts of its size. */
async function colourAt(path: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(await readFile(path));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(image.width * x, image.height * y, 1, 1).data.subarray(0, 3)];
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
    expect(await poster(path)).toEqual({ kind: 'made', width: 640, height: 360 });
    expect((await readFile(`${path}.jpg`)).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expectGreen(await colourAt(`${path}.jpg`, 0.7, 0.7));
    expect(Math.min(...(await colourAt(`${path}.jpg`, 0.25, 0.25)))).toBeGreaterThan(200);
  });

  it('of a turned video stands upright', async () => {
    const path = at('turned.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1, width: 320, height: 240, rotation: 90 });
    expect(await poster(path)).toEqual({ kind: 'made', width: 240, height: 320 });
    // A quarter turn clockwise takes the square from the upper left to the upper right.
    expect(Math.min(...(await colourAt(`${path}.jpg`, 0.75, 0.25)))).toBeGreaterThan(200);
    expectGreen(await colourAt(`${path}.jpg`, 0.25, 0.25));
  });

  it('of an all black video is black', async () => {
    const path = at('black.mp4');
    await writeVideo(path, { container: 'mp4', seconds: 1, blackSeconds: 1 });
    expect(await poster(path)).toMatchObject({ kind: 'made' });
  });

  it('fails with a reason for what is no video, and leaves nothing behind', async () => {
    for (const path of [await write(at('a.wav'), wavBytes(2)), await write(at('b.mp4'), 'words'), at('missing.mp4')]) {
      expect(await poster(path)).toEqual({ kind: 'failed', reason: expect.stringContaining('cannot be read') });
      expect(await exists(`${path}.jpg`)).toBe(false);
    }
  });

  it('fails when its process crashes, hangs, talks nonsense or cannot start', async () => {
    const crash = await write(
      at('crash.mjs'),
      `
      import { writeFileSync } from 'node:fs';
      writeFileSync(JSON.parse(process.argv[2]).outPath, 'half a picture');
      process.kill(process.pid, 'SIGSEGV');
      setInterval(() => 0, 1000);`,
    );
    const hang = await write(at('hang.mjs'), 'setInterval(() => 0, 1000);');
    const nonsense = await write(at('nonsense.mjs'), 'process.send({ kind: "perfect" }, () => process.exit());');
    const path = at('any.mp4');
    expect(await poster(path, { entryPath: crash })).toEqual({
      kind: 'failed',
      reason: expect.stringContaining('SIGSEGV'),
    });
    expect(await exists(`${path}.jpg`)).toBe(false);
    expect(await poster(path, { entryPath: hang, deadlineMs: 300 })).toEqual({
      kind: 'failed',
      reason: expect.stringContaining('SIGKILL'),
    });
    expect(await poster(path, { entryPath: nonsense })).toMatchObject({ reason: expect.stringContaining('sensible') });
    expect(await poster(path, { entryPath: at('missing.mjs') })).toMatchObject({ kind: 'failed' });
  });

  it('can be stopped, before and meanwhile', async () => {
    const hang = await write(at('hang.mjs'), 'setInterval(() => 0, 1000); process.send({});');
    expect(await poster(at('any.mp4'), { signal: AbortSignal.abort() })).toMatchObject({ kind: 'failed' });
    const controller = new AbortController();
    const stopped = poster(at('any.mp4'), { entryPath: hang, signal: controller.signal });
    controller.abort();
    expect(await stopped).toMatchObject({ kind: 'failed' });
  });
});
