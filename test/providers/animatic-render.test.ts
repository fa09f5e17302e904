import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VideoSample } from 'mediabunny';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { rgbaPixels } from '../../src/providers/animatic/clip-pixels.js';
import { renderInChild } from '../../src/providers/animatic/renderer.js';
import type { VideoRequest } from '../../src/providers/provider.js';
import { compileProcess } from '../support/compile-process.js';
import { drawFields, makeAudio, makeClip, makePicture } from '../support/make-media.js';
import { frameDifference, loudnessBetween, readVideo, type ReadVideo } from '../support/read-video.js';
import { inputFile, videoRequest } from '../support/video-request.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
const SIZE = { width: 320, height: 180 };
/** Mean difference per colour value that lossy encoding may make of a picture, of 255. */
const CODEC_LOSS = 4;
const tone = (seconds: number): number => 0.4 * Math.sin(2 * Math.PI * 330 * seconds);

let renderProcess: Awaited<ReturnType<typeof compileProcess>>;
let directory: string;

beforeAll(async () => {
  renderProcess = await compileProcess('providers/animatic/render-process');
  directory = await mkdtemp(join(tmpdir(), 'animatic-render-'));
});
afterAll(async () => {
  await renderProcess[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

async function renderFile(request: VideoRequest): Promise<string> {
  const options = { renderProcessPath: renderProcess.path, silenceTimeoutMs: 60_000, logger: null };
  const outputPath = join(directory, `${request.startKey}.${request.outputFormat.toLowerCase()}`);
  const order = { request, outputPath };
  const outcome = await renderInChild(options, order, () => undefined, new AbortController().signal);
  expect(outcome).toEqual({ kind: 'done' });
  return outputPath;
}

async function render(...given: Parameters<typeof videoRequest>): Promise<ReadVideo> {
  return readVideo(await renderFile(videoRequest(...given)));
}

async function picture(name: string, width: number, height: number, hue: number) {
  const path = join(directory, name);
  const canvas = await makePicture(path, width, height, hue);
  return { pixels: canvas.data(), file: inputFile(path, 'image/png') };
}

/** A clip of one hue after another; its frames are told apart by their pictures. */
async function clip(name: string, options: Partial<Parameters<typeof makeClip>[1]> = {}) {
  const path = join(directory, name);
  const draw = (context: Parameters<typeof drawFields>[0], index: number) => drawFields(context, index * 5);
  await makeClip(path, { ...SIZE, frames: 30, draw, ...options });
  return { file: inputFile(path, 'video/mp4'), video: await readVideo(path) };
}

describe('the file', () => {
  const h264 = { videoCodec: 'avc', audioCodec: 'aac' };
  const vp9 = { videoCodec: 'vp9', audioCodec: 'opus' };
  const mov = 'QuickTime File Format';
  test.each([
    { format: 'MP4', width: 1280, height: 720, ...h264, container: 'MP4' },
    { format: 'MOV', width: 960, height: 960, ...h264, container: mov },
    { format: 'WEBM', width: 832, height: 1104, ...vp9, container: 'WebM' },
    { format: 'MP4', width: 1920, height: 1080, ...h264, container: 'MP4' },
  ] as const)('$format at $width x $height has its codecs, its size and exactly its frames', async (expected) => {
    const { format, width, height, videoCodec, audioCodec, container } = expected;
    const video = await render({ outputFormat: format, width, height, generateAudio: true });
    expect(video).toMatchObject({ container, videoCodec, width, height, durationSeconds: 2, frameCount: 60 });
    // Matroska keeps whole milliseconds.
    video.timestamps.forEach((timestamp, index) => expect(timestamp).toBeCloseTo(index / 30, 2));
    expect(video.comment).toMatch(/^Animatic \(moving storyboard\) rendered by Reelay/u);
    expect(new Set(video.hashes).size).toBeGreaterThan(50);

    const { audio } = video;
    if (audio === null) throw new Error('no audio');
    expect(audio).toMatchObject({ codec: audioCodec, sampleRate: 48_000, channels: 2 });
    expect(audio.left.length / 48_000).toBeGreaterThan(1.95);
    expect(audio.left.length / 48_000).toBeLessThanOrEqual(2);
    expect(loudnessBetween(audio, 0.3, 1.2)).toBeGreaterThan(0.02);
    expect(audio.left.every((sample) => Math.abs(sample) < 0.95)).toBe(true);
  });

  test.each(['MP4', 'MOV'] as const)(
    '%s can be played before it is loaded: the metadata come first',
    async (format) => {
      const bytes = await readFile(await renderFile(videoRequest({ outputFormat: format })));
      const moov = bytes.indexOf('moov', 0, 'latin1');
      expect(moov).toBeGreaterThan(0);
      expect(moov).toBeLessThan(bytes.indexOf('mdat', 0, 'latin1'));
    },
  );

  test('has no audio track when none is asked for, and its size follows the output quality', async () => {
    const rough = videoRequest({ ...SIZE, outputQuality: 20 });
    const fine = videoRequest({ ...SIZE, outputQuality: 99 });
    const [roughPath, finePath] = [await renderFile(rough), await renderFile(fine)];
    expect((await readVideo(roughPath)).audio).toBeNull();
    expect((await stat(finePath)).size).toBeGreaterThan((await stat(roughPath)).size * 1.5);
  });

  test('is the same for the same request, and another for another seed', async () => {
    const one = await render({ generateAudio: true });
    const again = await render({ generateAudio: true });
    expect(again.hashes).toEqual(one.hashes);
    expect(again.audio).toEqual(one.audio);
    const other = await render({ generateAudio: true, seed: 8 });
    expect(other.hashes.filter((hash) => one.hashes.includes(hash))).toEqual([]);
    expect(other.audio?.left).not.toEqual(one.audio?.left);
  });
});

describe('pictures and clips', () => {
  test('an image is the first frame, and the scene moves on from it', async () => {
    const { pixels, file } = await picture('first.png', SIZE.width, SIZE.height, 200);
    const video = await render({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: file } });
    expect(frameDifference(video.firstFrame, pixels)).toBeLessThan(CODEC_LOSS);
    expect(frameDifference(video.lastFrame, pixels)).toBeGreaterThan(CODEC_LOSS);
  });

  test('an image of another shape covers the frame, cut on both sides', async () => {
    const { file } = await picture('tall.png', 640, 1200, 90);
    const { pixels } = await picture('cut.png', SIZE.width, SIZE.height, 90);
    const video = await render({ mode: 'IMAGE_TO_VIDEO', inputs: { firstFrame: file } });
    expect(frameDifference(video.firstFrame, pixels)).toBeLessThan(CODEC_LOSS);
  });

  test('the last frame is the other image', async () => {
    const first = await picture('from.png', SIZE.width, SIZE.height, 20);
    const last = await picture('to.png', SIZE.width, SIZE.height, 220);
    const inputs = { firstFrame: first.file, lastFrame: last.file };
    const video = await render({ mode: 'FIRST_LAST_FRAME', inputs });
    expect(frameDifference(video.firstFrame, first.pixels)).toBeLessThan(CODEC_LOSS);
    expect(frameDifference(video.lastFrame, last.pixels)).toBeLessThan(CODEC_LOSS);
    expect(frameDifference(first.pixels, last.pixels)).toBeGreaterThan(10 * CODEC_LOSS);
  });

  test('a continuation starts where the clip ends, and ends on the given frame', async () => {
    const { file, video: source } = await clip('continued.mp4');
    const last = await picture('end.png', SIZE.width, SIZE.height, 300);
    const video = await render({ mode: 'VIDEO_CONTINUATION', inputs: { continueFrom: file, lastFrame: last.file } });
    expect(frameDifference(video.firstFrame, source.lastFrame)).toBeLessThan(CODEC_LOSS);
    expect(frameDifference(video.firstFrame, source.firstFrame)).toBeGreaterThan(4 * CODEC_LOSS);
    expect(frameDifference(video.lastFrame, last.pixels)).toBeLessThan(CODEC_LOSS);
  });

  test('references change the picture, images and videos alike', async () => {
    const image = await picture('reference.png', 400, 400, 120);
    const { file } = await clip('reference.mp4');
    const bare = await render({ mode: 'REFERENCE_TO_VIDEO' });
    const withImage = await render({ mode: 'REFERENCE_TO_VIDEO', inputs: { referenceImages: [image.file] } });
    const withVideo = await render({ mode: 'REFERENCE_TO_VIDEO', inputs: { referenceVideos: [file] } });
    for (const [one, other] of [
      [bare, withImage],
      [bare, withVideo],
      [withImage, withVideo],
    ] as const) {
      const equal = one.hashes.filter((hash, index) => hash === other.hashes[index]);
      expect(equal.length).toBeLessThan(30);
    }
  });

  test('an edit restyles the clip frame by frame, holds its last frame and keeps its sound', async () => {
    const { file, video: source } = await clip('edited.mp4', { audio: { seconds: 1, wave: tone } });
    const edit = { mode: 'VIDEO_EDIT', prompt: 'make it black and white', inputs: { editVideo: file } } as const;
    const video = await render({ ...edit, generateAudio: true });
    expect(video).toMatchObject({ durationSeconds: 2, frameCount: 60 });
    expect(frameDifference(video.firstFrame, source.firstFrame)).toBeGreaterThan(CODEC_LOSS);
    const { audio } = video;
    if (audio === null) throw new Error('no audio');
    expect(loudnessBetween(audio, 0.1, 0.9)).toBeGreaterThan(0.2);
    expect(loudnessBetween(audio, 1.1, 1.9)).toBeLessThan(0.005);
    expect((await render({ ...edit, generateAudio: false })).audio).toBeNull();
  });

  test('an edit shows its reference images', async () => {
    const { file } = await clip('edited-with-reference.mp4');
    const image = await picture('edit-reference.png', 400, 400, 120);
    const edit = { mode: 'VIDEO_EDIT', prompt: 'make it black and white' } as const;
    const bare = await render({ ...edit, inputs: { editVideo: file } });
    const shown = await render({ ...edit, inputs: { editVideo: file, referenceImages: [image.file] } });
    expect(frameDifference(shown.firstFrame, bare.firstFrame)).toBeGreaterThan(CODEC_LOSS);
  });

  test('an edit of a silent clip gets a fitting sound', async () => {
    const { file } = await clip('silent.mp4');
    const { audio } = await render({ mode: 'VIDEO_EDIT', generateAudio: true, inputs: { editVideo: file } });
    if (audio === null) throw new Error('no audio');
    expect(loudnessBetween(audio, 0.3, 1.2)).toBeGreaterThan(0.02);
  });

  test.each([
    ['smpte170m', [81, 90, 240]],
    ['bt709', [63, 102, 240]],
  ] as const)('red stays red when a clip is encoded with the matrix %s', async (matrix, [luma, blue, red]) => {
    const data = Uint8Array.from([luma, luma, luma, luma, blue, red]);
    using sample = new VideoSample(data, { format: 'I420', codedWidth: 2, codedHeight: 2, timestamp: 0 });
    const pixels = await rgbaPixels(sample, { matrix, fullRange: false, primaries: null, transfer: null });
    expect(frameDifference(pixels, Array.from({ length: 4 }, () => [255, 0, 0, 255]).flat())).toBeLessThan(2);
  });
});

describe('driving audio', () => {
  test('is heard, followed by silence, and moves the picture; nothing else is heard', async () => {
    const path = await makeAudio(join(directory, 'short.wav'), { seconds: 1, wave: tone });
    const inputs = { audio: inputFile(path, 'audio/wav') };
    const driven = await render({ generateAudio: false, inputs });
    const { audio } = driven;
    if (audio === null) throw new Error('no audio');
    expect(loudnessBetween(audio, 0.1, 0.9)).toBeGreaterThan(0.2);
    expect(loudnessBetween(audio, 1.1, 1.9)).toBeLessThan(0.005);
    const mute = await render();
    expect(driven.hashes.filter((hash, index) => hash !== mute.hashes[index]).length).toBeGreaterThan(20);
  });

  test('is cut at the end of the video', async () => {
    const path = await makeAudio(join(directory, 'long.mp3'), { seconds: 5, wave: tone });
    const video = await render({ inputs: { audio: inputFile(path, 'audio/mpeg') } });
    expect(video.durationSeconds).toBe(2);
    expect(video.audio && loudnessBetween(video.audio, 1.5, 1.9)).toBeGreaterThan(0.2);
  });
});
