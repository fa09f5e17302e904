import { join } from 'node:path';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadClassifier, PICTURE_SIZE } from '../../src/media/classify-frames.js';
import { createSafetyJudge, type VideoToJudge } from '../../src/media/judge-safety.js';
import { likeliestCategory, scoreFrame } from '../../src/media/safety-score.js';
import { compileProcess } from '../support/compile-process.js';
import { drawFields, makeClip } from '../support/make-media.js';
import { write } from './support/media-files.js';
import { makeTemporaryDirectory } from './support/temporary-directory.js';

const FRAMES = 20;
const NOTHING = { DRAWING: 0, HENTAI: 0, NEUTRAL: 0, PORN: 0, SEXY: 0 };

let directory: Awaited<ReturnType<typeof makeTemporaryDirectory>>;
let mediaProcess: Awaited<ReturnType<typeof compileProcess>>;
let clip: string;
beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  mediaProcess = await compileProcess('media/media-process');
  const draw = (context: SKRSContext2D, index: number): void => drawFields(context, index * 10);
  clip = await makeClip(join(directory.path, 'clip.mp4'), { width: 320, height: 180, frames: FRAMES, draw });
}, 60_000);
afterAll(async () => {
  await directory[Symbol.asyncDispose]();
  await mediaProcess[Symbol.asyncDispose]();
});

function judge(given: Partial<VideoToJudge> & { threshold?: number } = {}) {
  const { threshold = 0.7, ...video } = given;
  const { signal } = new AbortController();
  return createSafetyJudge(mediaProcess.path, threshold)({ videoPath: clip, frames: 'FULL', signal, ...video });
}

test('what is pornographic counts in full, drawn or not, and what is suggestive counts half', () => {
  expect(scoreFrame({ ...NOTHING, NEUTRAL: 0.6, DRAWING: 0.4 })).toBe(0);
  expect(scoreFrame({ ...NOTHING, PORN: 0.4, HENTAI: 0.3, NEUTRAL: 0.3 })).toBeCloseTo(0.7);
  expect(scoreFrame({ ...NOTHING, SEXY: 1 })).toBe(0.5);
  expect(likeliestCategory({ ...NOTHING, PORN: 0.3, HENTAI: 0.3, SEXY: 0.4 })).toBe('SEXY');
});

test('the classifier tells likelihoods that add up to one, and a batch says what each picture says alone', async () => {
  const classify = await loadClassifier();
  const picture = (hue: number): Uint8ClampedArray => {
    const context = createCanvas(PICTURE_SIZE, PICTURE_SIZE).getContext('2d');
    drawFields(context, hue);
    return context.getImageData(0, 0, PICTURE_SIZE, PICTURE_SIZE).data;
  };
  const pictures = [picture(0), picture(200)];
  const together = await classify(pictures);
  expect(together).toHaveLength(2);
  for (const [index, likelihood] of together.entries()) {
    expect(Object.values(likelihood).reduce((sum, each) => sum + each)).toBeCloseTo(1, 3);
    expect(['DRAWING', 'NEUTRAL']).toContain(likeliestCategory(likelihood));
    const [alone] = await classify(pictures.slice(index, index + 1));
    expect(alone?.DRAWING).toBeCloseTo(likelihood.DRAWING, 3);
  }
  expect(together[0]).not.toEqual(together[1]);
}, 30_000);

test('FULL looks at every frame in a process of its own, FAST at three; a drawing is not sensitive', async () => {
  const full = await judge();
  expect(full).toMatchObject({
    kind: 'judged',
    verdict: { sensitive: false, checkedBy: 'GATEWAY', framesChecked: FRAMES },
  });
  if (full.kind !== 'judged') return;
  expect(['DRAWING', 'NEUTRAL']).toContain(full.verdict.category);
  expect(full.verdict.score).toBeLessThan(0.7);
  const fast = await judge({ frames: 'FAST' });
  expect(fast).toMatchObject({ kind: 'judged', verdict: { framesChecked: 3 } });
}, 30_000);

test('a score that reaches the threshold is sensitive', async () => {
  expect(await judge({ frames: 'FAST', threshold: 0 })).toMatchObject({ verdict: { sensitive: true } });
}, 30_000);

test('what cannot be decoded, or is stopped, is not judged', async () => {
  const noVideo = await write(join(directory.path, 'page.html'), '<h1>Not ready</h1>');
  expect(await judge({ videoPath: noVideo })).toMatchObject({ kind: 'unjudged' });
  expect(await judge({ signal: AbortSignal.timeout(300) })).toMatchObject({ kind: 'unjudged' });
}, 30_000);
