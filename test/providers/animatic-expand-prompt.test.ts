import { describe, expect, test } from 'vitest';
import { expandPrompt } from '../../src/providers/animatic/expand-prompt.js';
import { readScene } from '../../src/providers/animatic/scene/read-scene.js';
import { readWords } from '../../src/providers/animatic/scene/read-words.js';

const PROMPTS = [
  'a small kitten running under the moonlight',
  'Wide shot of a red car on a mountain road at sunset, slow pan left',
  'an old man alone',
  'neon city',
  'a whale',
  'dragon over mountains, epic',
  'A serene lake.',
  'lanterns',
  'an astronaut',
  '一只小猫在月光下奔跑',
  '雨夜的街道，霓虹灯闪烁',
  '孤独的宇航员',
  '草原上的马群，夕阳',
  '一条龙飞过群山，史诗',
];
const SEEDS = [0, 1, 7, 12_345, 2_147_483_647];
const CASES = PROMPTS.flatMap((prompt) => SEEDS.map((seed) => [prompt, seed] as const));

describe('an expanded prompt', () => {
  test.each(CASES)('"%s" (seed %i) describes the same scene in more words', (prompt, seed) => {
    const expanded = expandPrompt({ prompt, seed, mode: 'TEXT_TO_VIDEO', hasShots: false });
    expect(expanded.startsWith(prompt.replace(/\.$/u, ''))).toBe(true);
    expect(expanded.length).toBeGreaterThan(prompt.length + 20);
    // One sentence: a second one would be taken for a second shot.
    expect(expanded).not.toMatch(/[.!?。！？；;\n]/u);
    expect(expandPrompt({ prompt, seed, mode: 'TEXT_TO_VIDEO', hasShots: false })).toBe(expanded);

    const before = readWords(prompt);
    const scene = readScene(prompt, seed);
    const after = readWords(expanded);
    expect(after.subjects).toEqual(before.subjects);
    expect(after).toMatchObject({ look: before.look, tint: before.tint, place: scene.place, mood: scene.mood });
    expect(after).toMatchObject({ timeOfDay: scene.timeOfDay, framing: scene.framing });
    expect(after.weather).toBe(scene.place === 'space' ? before.weather : scene.weather);
    expect(after.move).toBe(scene.move === 'drift' ? null : scene.move);
  });

  test('keeps its language', () => {
    const chinese = expandPrompt({ prompt: '一只小猫在月光下奔跑', seed: 3, mode: 'TEXT_TO_VIDEO', hasShots: false });
    expect(chinese.replace(/\d+/gu, '')).not.toMatch(/\p{Script=Latin}/u);
    expect(chinese).toContain('焦距');
    const english = expandPrompt({ prompt: 'a kitten running', seed: 3, mode: 'TEXT_TO_VIDEO', hasShots: false });
    expect(english).not.toMatch(/\p{Script=Han}/u);
    expect(english).toContain('lens');
  });

  test('leaves the camera to the shots, and their text as it is', () => {
    const prompt = 'Shot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-5s] close-up: a kitten looks up';
    const expanded = expandPrompt({ prompt, seed: 3, mode: 'TEXT_TO_VIDEO', hasShots: true });
    expect(expanded.startsWith(prompt)).toBe(true);
    expect(expanded).toContain('grain');
    expect(expanded).not.toContain('lens');
  });

  test.each([4999, 5000])('never exceeds 5000 code points (prompt of %i)', (length) => {
    const prompt = '猫'.repeat(length - 1) + '🎬';
    const expanded = expandPrompt({ prompt, seed: 3, mode: 'TEXT_TO_VIDEO', hasShots: false });
    expect(expanded.startsWith(prompt)).toBe(true);
    expect(Array.from(expanded).length).toBeLessThanOrEqual(5000);
  });

  test('leaves alone what a given picture shows, and what an edit does not name', () => {
    const plain = { prompt: 'a kitten runs', seed: 3, hasShots: false };
    const fromImage = expandPrompt({ ...plain, mode: 'IMAGE_TO_VIDEO' });
    expect(fromImage).toContain('lens');
    expect(readWords(fromImage)).toMatchObject({ place: null, timeOfDay: null, weather: null });
    const edit = expandPrompt({ ...plain, mode: 'VIDEO_EDIT' });
    expect(edit).toBe('a kitten runs, everything else unchanged');
    expect(readWords(edit)).toEqual(readWords(plain.prompt));
  });

  test('of nothing is a whole scene', () => {
    expect(expandPrompt({ prompt: '', seed: 3, mode: 'TEXT_TO_VIDEO', hasShots: false })).toMatch(
      /^\p{L}.*lens.*grain/u,
    );
  });
});
