import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileShots } from '../../src/tasks/shots.js';
import type { MediaInputs, TaskInput } from '../../src/tasks/task-input.js';
import { countCharacters, cutCharacters } from '../../src/tasks/text-limits.js';
import { accept, mistakeLines, mistakes } from './input-support.js';

const FILE = { assetId: 'asset_1' };
const SHOTS = [
  { startSeconds: 0, endSeconds: 3, description: 'wide angle: rainy night street' },
  { startSeconds: 3, endSeconds: 5, description: 'close-up of a cat' },
];

describe('a prompt is needed', () => {
  test.each<[MediaInputs, string[]]>([
    [{}, ['REQUIRED prompt']],
    [{ audio: FILE }, ['REQUIRED prompt']],
    [{ referenceImages: [FILE] }, ['REQUIRED prompt']],
    [{ referenceImages: [FILE], firstFrame: FILE }, ['REQUIRED prompt']],
    [{ firstFrame: FILE }, []],
    [{ firstFrame: FILE, lastFrame: FILE }, []],
    [{ continueFrom: FILE }, []],
    [{ editVideo: FILE }, []],
  ])('with %j: %j', (inputs, expected) => {
    for (const prompt of [undefined, null, '', ' \n\t\u3000'])
      expect(mistakeLines({ prompt, inputs })).toEqual(expected);
  });

  test('unless a shot list says it all', () => {
    expect(accept({ shots: SHOTS }).prompt).toBe(compileShots(SHOTS));
  });

  test('and an optional one that is blank is empty', () => {
    expect(accept({ prompt: ' ', negativePrompt: ' ', inputs: { firstFrame: FILE } })).toMatchObject({
      prompt: '',
      negativePrompt: null,
    });
  });
});

describe('length counts code points', () => {
  test.each(['a', '猫', '🐈', '𠮷'])('%s', (character) => {
    const fits = accept({ prompt: character.repeat(5000), negativePrompt: character.repeat(500) });
    expect(fits.warnings).toEqual([]);
    expect(fits.prompt).toBe(character.repeat(5000));
    expect(fits.negativePrompt).toBe(character.repeat(500));

    const cut = accept({ prompt: character.repeat(5001), negativePrompt: character.repeat(501) });
    expect(cut.prompt).toBe(character.repeat(5000));
    expect(cut.negativePrompt).toBe(character.repeat(500));
    expect(cut.warnings).toEqual([
      {
        code: 'PROMPT_TRUNCATED',
        message: 'prompt has 5001 characters, but the model reads 5000. The rest is cut.',
        path: ['input', 'prompt'],
      },
      {
        code: 'NEGATIVE_PROMPT_TRUNCATED',
        message: 'negativePrompt has 501 characters, but the model reads 500. The rest is cut.',
        path: ['input', 'negativePrompt'],
      },
    ]);
  });

  test('and a cut never leaves half of a pair', () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat({ max: 40 }), (whole, maxCharacters) => {
        const cut = cutCharacters(whole, maxCharacters);
        expect(whole.startsWith(cut)).toBe(true);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
        expect(countCharacters(cut)).toBe(Math.min(countCharacters(whole), maxCharacters));
        expect(countCharacters(whole)).toBe([...whole].length);
      }),
    );
  });
});

describe('text that cannot be stored', () => {
  test.each(['a\0b', '\ud83d', 'cat \udc08 cat', '🐈'.slice(1)])('%j is refused', (text) => {
    expect(mistakeLines({ prompt: text })).toEqual(['INVALID_FORMAT prompt']);
    expect(mistakeLines({ prompt: 'a cat', negativePrompt: text })).toEqual(['INVALID_FORMAT negativePrompt']);
    const shots = [{ startSeconds: 0, endSeconds: 1, description: text }];
    expect(mistakeLines({ shots })).toEqual(['INVALID_FORMAT shots.0.description']);
  });
});

describe('shots as input', () => {
  test('are compiled into the prompt, after its text', () => {
    const task = accept({ prompt: 'Film noir.', shots: SHOTS });
    expect(task.prompt).toBe(
      'Film noir.\nShot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-5s] close-up of a cat',
    );
    expect(task).toMatchObject({ shots: SHOTS, shotType: 'MULTI', warnings: [] });
  });

  test('speak the language of the text', () => {
    const shots = [{ startSeconds: 0, endSeconds: 5, description: '远景：雨夜的街道' }];
    expect(accept({ shots }).prompt).toBe('镜头1 [0-5秒] 远景：雨夜的街道');
  });

  test('stay whole when the prompt before them is too long', () => {
    const list = compileShots(SHOTS);
    const task = accept({ prompt: '🐈'.repeat(5000), shots: SHOTS });
    expect(countCharacters(task.prompt)).toBe(5000);
    expect(task.prompt.endsWith(`🐈\n${list}`)).toBe(true);
    expect(task.shots).toEqual(SHOTS);
    expect(task.warnings.map(({ code }) => code)).toEqual(['PROMPT_TRUNCATED']);
    const room = 5000 - list.length - 1;
    expect(accept({ prompt: 'a'.repeat(room), shots: SHOTS }).warnings).toEqual([]);
  });

  const mark = 'Shot 1 [0-5s] '.length;
  const chineseMark = '镜头1 [0-5秒] '.length;
  const one = (description: string): TaskInput => ({ shots: [{ startSeconds: 0, endSeconds: 5, description }] });
  const shot = (startSeconds: number, endSeconds: number) => ({ startSeconds, endSeconds, description: 'a cat' });

  test.each<[string, TaskInput, string[]]>([
    ['an empty list', { prompt: 'a cat', shots: [] }, []],
    ['ends at the end', { shots: [shot(0, 5)] }, []],
    ['ends later', { shots: [shot(0, 3), shot(3, 5.001)] }, ['OUT_OF_RANGE shots.1.endSeconds']],
    ['fits a longer video', { durationSeconds: 8, shots: [shot(0, 8)] }, []],
    ['with an unknown duration', { durationSeconds: 99, shots: [shot(0, 20)] }, ['OUT_OF_RANGE durationSeconds']],
    ['overlap', { shots: [shot(0, 3), shot(2, 5)] }, ['OUT_OF_RANGE shots.1.startSeconds']],
    ['unordered', { shots: [shot(3, 5), shot(0, 3)] }, ['OUT_OF_RANGE shots.1.startSeconds']],
    ['zero length to the millisecond', { shots: [shot(1, 1.0004)] }, ['OUT_OF_RANGE shots.0.endSeconds']],
    ['says nothing', one(' - '), ['REQUIRED shots.0.description']],
    ['a shot in a shot', one('a cat, Shot 2 [3-5s] a dog'), ['INVALID_FORMAT shots.0.description']],
    ['a list twice', { prompt: 'Shot 1 [0-3s] a', shots: SHOTS }, ['UNSUPPORTED_COMBINATION shots']],
    ['the longest text', one('a'.repeat(5000 - mark)), []],
    ['the longest Chinese text', one('猫'.repeat(5000 - chineseMark)), []],
    ['a Chinese text too long', one('猫'.repeat(5000 - chineseMark + 1)), ['OUT_OF_RANGE shots']],
    ['a text too long', one('a'.repeat(5000 - mark + 1)), ['OUT_OF_RANGE shots']],
    ['100 shots', { shots: Array.from({ length: 100 }, (_, n) => shot(n / 20, (n + 1) / 20)) }, []],
    ['101 shots', { shots: Array.from({ length: 101 }, () => shot(3, 1)) }, ['OUT_OF_RANGE shots']],
  ])('%s', (_, input, expected) => {
    expect(mistakeLines(input)).toEqual(expected);
  });

  test('are in the task exactly as its prompt reads', () => {
    const task = accept(one('  a cat\n\n on  a roof; '));
    expect(task.shots).toEqual([{ startSeconds: 0, endSeconds: 5, description: 'a cat on a roof' }]);
  });
});

describe('shots in the prompt', () => {
  test('are read', () => {
    const prompt = '镜头1 [0-3秒] 远景。镜头2 [3-5秒] 近景。';
    expect(accept({ prompt })).toMatchObject({
      prompt,
      shotType: 'MULTI',
      shots: [
        { startSeconds: 0, endSeconds: 3, description: '远景。' },
        { startSeconds: 3, endSeconds: 5, description: '近景。' },
      ],
    });
  });

  test('are wrong at the prompt, each with its sentence', () => {
    const errors = mistakes({ prompt: 'Shot 1 [0-3s] a Shot 2 [2-4s] b Shot 3 [4-6s] c' });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['OUT_OF_RANGE', ['input', 'prompt']],
      ['OUT_OF_RANGE', ['input', 'prompt']],
    ]);
    expect(errors.map(({ message }) => message.slice(0, 6))).toEqual(['Shot 2', 'Shot 3']);
  });
});

describe('the shot type', () => {
  test.each<[TaskInput, 'SINGLE' | 'MULTI' | null, string[]]>([
    [{ prompt: 'a cat' }, null, []],
    [{ prompt: 'a cat', shotType: 'SINGLE' }, 'SINGLE', []],
    [{ prompt: 'generate a multi-shot video' }, 'MULTI', []],
    [{ prompt: 'generate a multi-shot video', shotType: 'MULTI' }, 'MULTI', []],
    [{ prompt: 'generate a multi-shot video', shotType: 'SINGLE' }, 'SINGLE', ['OPTION_IGNORED prompt']],
    [{ shots: SHOTS, shotType: 'SINGLE' }, 'SINGLE', ['OPTION_IGNORED shots']],
    [{ shots: SHOTS.slice(0, 1), shotType: 'MULTI' }, 'MULTI', []],
  ])('%j', (input, shotType, warnings) => {
    const task = accept(input);
    expect(task.shotType).toBe(shotType);
    expect(task.warnings.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`)).toEqual(warnings);
  });
});
