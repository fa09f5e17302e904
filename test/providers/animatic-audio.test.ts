import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { frameLoudness } from '../../src/providers/animatic/audio/loudness.js';
import { readSound } from '../../src/providers/animatic/audio/read-sound.js';
import { fitSound, SAMPLE_RATE, silence, type Sound } from '../../src/providers/animatic/audio/sound.js';
import { soundscapeOf, type AmbienceLevels } from '../../src/providers/animatic/audio/soundscape.js';
import { synthesise } from '../../src/providers/animatic/audio/synthesise.js';
import type { Mood } from '../../src/providers/animatic/scene/scene.js';
import { readScene } from '../../src/providers/animatic/scene/read-scene.js';
import { makeAudio, makeClip } from '../support/make-media.js';
import { inputFile } from '../support/video-request.js';

const QUIET: AmbienceLevels = { rain: 0, wind: 0, waves: 0, city: 0, crickets: 0, birds: 0, thunder: 0 };
const MOODS: Mood[] = ['calm', 'tense', 'joyful', 'melancholic', 'epic', 'dreamy'];
const tone = (seconds: number): number => 0.5 * Math.sin(2 * Math.PI * 440 * seconds);
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'animatic-audio-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.each(['tone.wav', 'tone.mp3'])('decodes %s to stereo at the sample rate of the engine', async (name) => {
  const path = await makeAudio(join(directory, name), { seconds: 2, wave: tone });
  const sound = await readSound(inputFile(path, 'audio/*'), 15);
  expect(sound).not.toBeNull();
  const { left, right } = sound ?? silence(0);
  // mp3 adds up to some 1,105 samples of encoder delay and padding to whole frames.
  expect(left.length / SAMPLE_RATE).toBeGreaterThan(1.99);
  expect(left.length / SAMPLE_RATE).toBeLessThan(2.1);
  const middle = left.subarray(SAMPLE_RATE / 2, SAMPLE_RATE * 1.5);
  // LAME takes 5 % off the level by default.
  expect(rootMeanSquare(middle) / (0.5 / Math.SQRT2)).toBeGreaterThan(0.94);
  expect(rootMeanSquare(middle) / (0.5 / Math.SQRT2)).toBeLessThan(1.01);
  expect(risingEdges(middle)).toBeGreaterThanOrEqual(439);
  expect(risingEdges(middle)).toBeLessThanOrEqual(441);
  expect(right.subarray(SAMPLE_RATE / 2, SAMPLE_RATE * 1.5)).toEqual(middle);
});

test('decodes no more of a long sound than was asked for', async () => {
  const path = await makeAudio(join(directory, 'long.wav'), { seconds: 6, wave: tone });
  const sound = await readSound(inputFile(path, 'audio/wav'), 2);
  expect(sound?.left.length).toBe(2 * SAMPLE_RATE);
  expect(rootMeanSquare(sound?.left.subarray(-SAMPLE_RATE / 10) ?? new Float32Array())).toBeGreaterThan(0.3);
});

test('a video without sound has none, and a broken file is the fault of the input', async () => {
  const path = join(directory, 'mute.mp4');
  await makeClip(path, { width: 64, height: 64, frames: 5, draw: () => undefined });
  expect(await readSound(inputFile(path, 'video/mp4'), 2)).toBeNull();

  const broken = inputFile(join(directory, 'broken.wav'), 'audio/wav');
  await writeFile(broken.path, 'RIFF and then nothing of use');
  await expect(readSound(broken, 2)).rejects.toThrow(`The sound of ${broken.assetId} (audio/wav) cannot be decoded.`);
});

test('a sound that is too long is cut with a short fade, one too short is followed by silence', () => {
  const loud = {
    left: new Float32Array(SAMPLE_RATE * 2).fill(0.8),
    right: new Float32Array(SAMPLE_RATE * 2).fill(0.8),
  };
  const cut = fitSound(loud, 1);
  expect(cut.left.length).toBe(SAMPLE_RATE);
  expect(cut.left[SAMPLE_RATE / 2]).toBeCloseTo(0.8);
  expect(cut.left[SAMPLE_RATE - 1]).toBeLessThan(0.01);

  const padded = fitSound(loud, 3);
  expect(padded.left.length).toBe(SAMPLE_RATE * 3);
  expect(padded.left[SAMPLE_RATE * 2 - 1]).toBeCloseTo(0.8);
  expect(padded.left.subarray(SAMPLE_RATE * 2).every((sample) => sample === 0)).toBe(true);
});

test('loudness follows the sound frame by frame, whatever its level, and is 0 in silence', () => {
  const bursts = (gain: number): Sound => {
    const left = Float32Array.from({ length: SAMPLE_RATE * 2 }, (_, index) => {
      const second = index / SAMPLE_RATE;
      return second % 1 < 0.5 ? gain * tone(second) : 0;
    });
    return { left, right: left };
  };
  const loudness = frameLoudness(bursts(1), 90);
  expect(loudness).toHaveLength(90);
  expect(Math.max(...loudness)).toBeLessThanOrEqual(1);
  expect(loudness[12]).toBeGreaterThan(0.9);
  expect(loudness[29]).toBeLessThan(0.1);
  expect(loudness[42]).toBeGreaterThan(0.9);
  expect(loudness[89]).toBeLessThan(0.01);
  const quiet = frameLoudness(bursts(0.1), 90);
  quiet.forEach((level, frame) => expect(level).toBeCloseTo(loudness[frame] ?? Number.NaN, 4));
  expect(frameLoudness(silence(1), 30).every((level) => level === 0)).toBe(true);
});

test.each(MOODS)('%s music is heard throughout, fades at both ends and never clips', (mood) => {
  const { left, right } = synthesise({ mood, ambience: QUIET }, 11, 4);
  expect(left.length).toBe(4 * SAMPLE_RATE);
  for (const channel of [left, right]) {
    expect(channel.every((sample) => Math.abs(sample) <= 0.71)).toBe(true);
    expect(Math.abs(channel[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(channel.at(-1) ?? 1)).toBeLessThan(0.001);
    for (const second of [0, 1, 2]) {
      const part = channel.subarray((second + 0.4) * SAMPLE_RATE, (second + 1) * SAMPLE_RATE);
      expect(rootMeanSquare(part)).toBeGreaterThan(0.02);
    }
  }
  expect(left).not.toEqual(right);
});

test('the same seed sounds the same, another seed and another mood do not', () => {
  const one = synthesise({ mood: 'calm', ambience: { ...QUIET, rain: 1 } }, 3, 2);
  expect(synthesise({ mood: 'calm', ambience: { ...QUIET, rain: 1 } }, 3, 2)).toEqual(one);
  expect(synthesise({ mood: 'calm', ambience: { ...QUIET, rain: 1 } }, 4, 2)).not.toEqual(one);
  expect(synthesise({ mood: 'tense', ambience: { ...QUIET, rain: 1 } }, 3, 2)).not.toEqual(one);
});

test.each(Object.keys(QUIET).map((noise) => [noise]))('%s changes what is heard', (noise) => {
  const music = synthesise({ mood: 'calm', ambience: QUIET }, 3, 3);
  const both = synthesise({ mood: 'calm', ambience: { ...QUIET, [noise]: 1 } }, 3, 3);
  const difference = both.left.map((sample, index) => sample - (music.left[index] ?? 0));
  expect(rootMeanSquare(difference)).toBeGreaterThan(0.001);
});

test('a scene sounds like its weather, place and hour', () => {
  const heard = (prompt: string): string[] => {
    const { ambience } = soundscapeOf(readScene(prompt, 1));
    return Object.entries(ambience).flatMap(([noise, level]) => (level > 0 ? [noise] : []));
  };
  expect(heard('a rainy street in the city at night')).toEqual(expect.arrayContaining(['rain', 'city']));
  expect(heard('a thunderstorm over the open sea')).toEqual(expect.arrayContaining(['rain', 'thunder', 'waves']));
  expect(heard('a clear night in a meadow')).toContain('crickets');
  expect(heard('sunrise in a forest, clear sky')).toContain('birds');
  expect(heard('an astronaut drifting in outer space')).toEqual([]);
});

function rootMeanSquare(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

function risingEdges(samples: Float32Array): number {
  return samples.filter((sample, index) => sample >= 0 && (samples[index - 1] ?? 0) < 0).length;
}
