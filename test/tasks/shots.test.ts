import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkShots } from '../../src/tasks/check-shots.js';
import { findShotMarks } from '../../src/tasks/shot-marks.js';
import { compileShots, readShots, shotLanguageOf, tidyShot } from '../../src/tasks/shots.js';
import type { Shot } from '../../src/tasks/task.js';

function shot(startSeconds: number, endSeconds: number, description = 'street'): Shot {
  return { startSeconds, endSeconds, description };
}

describe('one shot, however it is written', () => {
  test.each([
    'Shot 1 [0-3s] wide angle: rainy night street',
    'shot 1 [0-3s] wide angle: rainy night street',
    'SHOT 01 [0-3] wide angle: rainy night street',
    'Shot1[0-3s]wide angle: rainy night street',
    'Shot #1 [0-3 seconds]: wide angle: rainy night street',
    'Shot 1: [0s-3s] wide angle: rainy night street',
    'Shot 1 – [0s – 3s] – wide angle: rainy night street',
    'Shot 1 [0–3 s] wide angle: rainy night street',
    'Shot 1 [0 to 3s] wide angle: rainy night street',
    'Shot 1 (0-3s): wide angle: rainy night street',
    'Shot 1 [0.0-3.0s] wide angle: rainy night street',
    'Shot 1 [00:00-00:03] wide angle: rainy night street',
    'Shot 1 [0:00:00.0-0:00:03.0] wide angle: rainy night street',
    'Shot 1 [0-3s]\nwide angle:\nrainy night street',
    '- **Shot 1** [0-3s]: wide angle: rainy night street',
    '1. Shot 1 [0-3s], wide angle: rainy night street',
    'A film noir.\n\nShot 1 [0-3s] wide angle: rainy night street\n\nGrainy, black and white.',
    'Shot 1 [0-3s] wide angle: rainy night street\nGenerate a single-shot video.',
    'Ｓｈｏｔ　１　［０－３ｓ］：wide angle: rainy night street',
    '镜头1 [0-3秒] wide angle: rainy night street',
    '镜头 1：【0-3秒】wide angle: rainy night street',
    '镜头１［０－３秒］wide angle: rainy night street',
    '镜头一（0秒至3秒）：wide angle: rainy night street',
    '分镜1 [0到3秒钟] wide angle: rainy night street',
    '第1个镜头[0-3秒] wide angle: rainy night street',
    '鏡頭1 [第0秒—第3秒] wide angle: rainy night street',
  ])('%s', (prompt) => {
    const { shots, problems } = readShots(prompt);
    expect(shots).toEqual([shot(0, 3, 'wide angle: rainy night street')]);
    expect(problems).toEqual([]);
  });
});

describe('no shot at all', () => {
  test.each([
    '',
    'Shot 1',
    'Shot 1 [0-] street',
    'Shot [0-3s] street',
    'A screenshot 1 [0-3s] on a desk',
    'A slingshot 1 (0-3) score',
    'The [0-3s] part',
    '镜头 [0-3秒] 远景',
  ])('%s', (prompt) => {
    expect(readShots(prompt)).toEqual({ shots: [], shotType: null, problems: [] });
  });
});

describe('several shots', () => {
  const shots = [
    shot(0, 3, 'wide angle: rainy night street'),
    shot(3, 5.5, 'close-up, neon.'),
    shot(5.5, 8, 'pan left'),
  ];

  test.each([
    'Shot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-5.5s] close-up, neon.\nShot 3 [5.5-8s] pan left',
    'Shot 1 [0-3s] wide angle: rainy night street; Shot 2 [3-5.5s] close-up, neon. Shot 3 [5.5-8s] pan left',
    '1. Shot 1 [0-3s]: wide angle: rainy night street\r\n2. Shot 2 [3-5.5s]: close-up, neon.\r\n3. Shot 3 [5.5-8s]: pan left',
    'Shot 1 [00:00-00:03] wide angle: rainy night street\n\nShot 2 [00:03-00:05.5] close-up, neon.\n\nShot 3 [00:05.5-00:08] pan left',
    '镜头1【0-3秒】wide angle: rainy night street；镜头2【3-5.5秒】close-up, neon.、镜头3【5.5-8秒】pan left',
  ])('%s', (prompt) => {
    expect(readShots(prompt)).toEqual({ shots, shotType: 'MULTI', problems: [] });
  });

  test('Chinese punctuation stays in the description', () => {
    const prompt = '镜头1 [0-3秒] 远景：雨夜的街道，霓虹灯。镜头2 [3-5秒] 近景：猫。';
    expect(readShots(prompt).shots).toEqual([shot(0, 3, '远景：雨夜的街道，霓虹灯。'), shot(3, 5, '近景：猫。')]);
  });
});

describe('the shot type', () => {
  test.each([
    ['generate a single-shot video', 'SINGLE'],
    ['A cat. Generate a single shot video of it.', 'SINGLE'],
    ['Please create one single–shot film', 'SINGLE'],
    ['make a one-shot video', 'SINGLE'],
    ['生成单镜头视频', 'SINGLE'],
    ['请生成一段单一镜头的视频', 'SINGLE'],
    ['生成單鏡頭視頻', 'SINGLE'],
    ['GENERATE A MULTI-SHOT VIDEO', 'MULTI'],
    ['generate a cinematic multi-shot narrative video', 'MULTI'],
    ['generating multiple shots video', 'MULTI'],
    ['生成多镜头视频', 'MULTI'],
    ['请生成一个多镜头叙事视频：', 'MULTI'],
    ['Shot 1 [0-2s] a Shot 2 [2-4s] b', 'MULTI'],
    ['Shot 1 [0-2s] a', null],
    ['a single shot of espresso', null],
    ['do not generate a multi-shot video', null],
    ["don't generate a multi-shot video", null],
    ['不要生成多镜头视频，生成单镜头视频', 'SINGLE'],
    ['generate a single-shot video, generate a multi-shot video', null],
    ['generate a single-shot video. Shot 1 [0-2s] a Shot 2 [2-4s] b', 'SINGLE'],
    ['', null],
  ])('%s', (prompt, shotType) => {
    expect(readShots(prompt).shotType).toBe(shotType);
  });
});

describe('the times of a list', () => {
  test.each<[string, Shot[], number | null, string[]]>([
    ['in order', [shot(0, 3), shot(3, 5)], 5, []],
    ['with a gap, not from 0', [shot(1, 2), shot(3, 5)], 5, []],
    ['zero length', [shot(0, 3), shot(3, 3)], null, ['ZERO_LENGTH 1 endSeconds']],
    ['backwards', [shot(3, 0)], null, ['BACKWARDS 0 endSeconds']],
    ['negative', [shot(-1, 2)], null, ['INVALID_TIME 0 startSeconds']],
    [
      'not numbers',
      [shot(NaN, 2), shot(0, Infinity)],
      null,
      ['INVALID_TIME 0 startSeconds', 'INVALID_TIME 1 endSeconds'],
    ],
    ['overlapping', [shot(0, 3), shot(2.999, 5)], null, ['OVERLAP 1 startSeconds']],
    [
      'both in the first',
      [shot(0, 5), shot(1, 2), shot(3, 4)],
      null,
      ['OVERLAP 1 startSeconds', 'OVERLAP 2 startSeconds'],
    ],
    ['twice the same', [shot(0, 3), shot(0, 3)], null, ['OVERLAP 1 startSeconds']],
    ['unordered', [shot(3, 5), shot(0, 3)], null, ['UNORDERED 1 startSeconds']],
    ['longer than the video', [shot(0, 3), shot(3, 5.001)], 5, ['TOO_LONG 1 endSeconds']],
    ['all of it after the end', [shot(6, 8)], 5, ['TOO_LONG 0 endSeconds']],
    ['two mistakes in one shot', [shot(0, 3), shot(2, 6)], 5, ['OVERLAP 1 startSeconds', 'TOO_LONG 1 endSeconds']],
  ])('%s', (_, shots, durationSeconds, expected) => {
    const problems = checkShots(shots, durationSeconds);
    expect(problems.map(({ kind, shotIndex, field }) => `${kind} ${shotIndex} ${field}`)).toEqual(expected);
  });

  test('a message says which shot is wrong and what would be right', () => {
    const { problems } = readShots('Shot 1 [0-3s] a\nShot 2 [2-5s] b');
    expect(problems.map(({ message }) => message)).toEqual([
      'Shot 2 starts at 2 s, before shot 1 ends at 3 s. Start it at 3 s or later.',
    ]);
  });
});

describe('compiled shots', () => {
  test('are the text of the documentation', () => {
    expect(compileShots([shot(0, 3, 'wide angle: rainy night street'), shot(3, 4.5, 'neon')])).toBe(
      'Shot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-4.5s] neon',
    );
    expect(compileShots([shot(0, 3, '远景：雨夜')], 'zh')).toBe('镜头1 [0-3秒] 远景：雨夜');
  });

  test('are marked in the language of the text', () => {
    expect(shotLanguageOf('雨夜的街道 neon')).toBe('zh');
    expect(shotLanguageOf('a sign that reads 面馆')).toBe('en');
    expect(shotLanguageOf('')).toBe('en');
  });

  test('read back as they were, in both languages', () => {
    const seconds = fc.oneof(fc.integer({ min: 0, max: 15 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
    const words = fc.constantFrom(
      'Shot ',
      '镜头',
      '第',
      '1',
      '2. ',
      '[0-3s',
      '秒]',
      '\n',
      '\n\n',
      ': ',
      '- ',
      '猫',
      '👩‍👩‍👧',
      '生成多镜头视频',
    );
    const description = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc.array(words).map((parts) => parts.join('')),
      )
      .filter((text) => findShotMarks(tidyShot(shot(0, 1, text)).description).length === 0);
    const anyShot = fc.record({ startSeconds: seconds, endSeconds: seconds, description });
    fc.assert(
      fc.property(fc.array(anyShot, { maxLength: 8 }), fc.constantFrom('en', 'zh'), (shots, language) => {
        expect(readShots(compileShots(shots, language)).shots).toEqual(shots.map(tidyShot));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any text', () => {
  test('is read without throwing', () => {
    const pieces = fc.constantFrom(
      'Shot 1 ',
      '镜头',
      '[',
      ']',
      '0',
      '-',
      '3s',
      ':',
      '\n',
      'generate a ',
      'multi-shot video',
      '\ud800',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(fc.property(texts, (text) => Array.isArray(readShots(text).shots)));
  });

  test.each(['shot 1 ', ' ', '-', 'generate a ', '第一', '\n', '* ', 'Shot 1 [0-3s]', '生成一个', '1:', 'no not '])(
    'is read in a time that grows with its length: %j',
    (piece) => {
      const elapsed = (length: number): number => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const startedAt = performance.now();
        readShots(text);
        return performance.now() - startedAt;
      };
      const long = Math.min(...[1, 2, 3].map(() => elapsed(200_000)));
      const short = Math.max(...[1, 2, 3].map(() => elapsed(20_000)), 1);
      expect(long / short).toBeLessThan(60);
    },
  );
});
