import { expect, test } from 'vitest';
import type { MediaFacts } from '../../src/media/asset.js';
import { planConversion, type AskedVideo, type DeliveredVideo } from '../../src/media/plan-conversion.js';
import { videoBitrate } from '../../src/lib/video-bitrate.js';

/** Five seconds at 4 Mbit/s. */
const FACTS: MediaFacts = {
  kind: 'VIDEO',
  mimeType: 'video/mp4',
  bytes: 2_500_000,
  width: 1280,
  height: 720,
  durationSeconds: 5,
  frameRate: 30,
  hasAudio: true,
};
const WEBM = { ...FACTS, mimeType: 'video/webm' };
const MOV = { ...FACTS, mimeType: 'video/quicktime' };

function plan(delivered: Partial<DeliveredVideo>, asked: Partial<AskedVideo> = {}): string {
  const whole = { facts: FACTS, startsAtOnce: true, hasAskedQuality: false, ...delivered };
  const made = planConversion(whole, { format: 'MP4', quality: 95, ...asked });
  return made.kind === 'none' ? 'none' : `${made.kind} ${made.format}`;
}

test.each<[string, string, Partial<DeliveredVideo>, Partial<AskedVideo>]>([
  ['what is as it was asked for', 'none', {}, {}],
  ['MP4 whose tables come last', 'repack MP4', { startsAtOnce: false }, {}],
  ['MOV whose tables come last', 'repack MOV', { facts: MOV, startsAtOnce: false }, { format: 'MOV' }],
  ['WEBM, which has no such tables', 'none', { facts: WEBM, startsAtOnce: false }, { format: 'WEBM' }],
  ['MP4 asked as MOV', 'repack MOV', {}, { format: 'MOV' }],
  ['MOV asked as MP4', 'repack MP4', { facts: MOV }, {}],
  ['MP4 asked as WEBM', 'repack WEBM', {}, { format: 'WEBM' }],
  ['WEBM asked as MP4', 'repack MP4', { facts: WEBM }, {}],
  ['a quality that makes the file smaller', 'recode MP4', {}, { quality: 40 }],
  ['a quality that would make it larger', 'none', {}, { quality: 94 }],
  ['a quality that the provider has applied', 'none', { hasAskedQuality: true }, { quality: 40 }],
  ['a quality and a container', 'recode WEBM', {}, { format: 'WEBM', quality: 40 }],
  [
    'a container of a provider that applies qualities',
    'repack MOV',
    { hasAskedQuality: true },
    { format: 'MOV', quality: 40 },
  ],
  ['the default quality, however large the file', 'none', { facts: { ...FACTS, bytes: 90_000_000 } }, {}],
  ['a file that is too large to be put together anew', 'none', { facts: { ...WEBM, bytes: 2 ** 30 } }, { quality: 40 }],
])('%s: %s', (_what, expected, delivered, asked) => {
  expect(plan(delivered, asked)).toBe(expected);
});

test('the bitrate of a quality is 0.04 to 0.25 bits per pixel, and rises evenly on the way', () => {
  const picture = { codec: 'avc', width: 1280, height: 720, frameRate: 30 } as const;
  const perPixel = (quality: number) => videoBitrate({ ...picture, quality }) / (1280 * 720 * 30);
  expect(perPixel(20)).toBeCloseTo(0.04, 6);
  expect(perPixel(99)).toBeCloseTo(0.25, 6);
  expect(perPixel(60) / perPixel(50)).toBeCloseTo(perPixel(50) / perPixel(40), 4);
  const made = planConversion(
    { facts: FACTS, startsAtOnce: true, hasAskedQuality: false },
    { format: 'WEBM', quality: 20 },
  );
  expect(made).toEqual({ kind: 'recode', format: 'WEBM', bitrate: Math.round(0.7 * 0.04 * 1280 * 720 * 30) });
});
