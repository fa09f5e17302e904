import { describe, expect, test } from 'vitest';
import type { MediaInputs } from '../../src/tasks/task-input.js';
import { accept, mistakeLines, mistakes } from './input-support.js';

const FILE = { assetId: 'asset_1' };
const SINGLE_ROLES = ['firstFrame', 'lastFrame', 'continueFrom', 'editVideo', 'audio'] as const;
const LIST_ROLES = ['referenceImages', 'referenceVideos'] as const;
const ROLES = [...SINGLE_ROLES, ...LIST_ROLES];
type Role = (typeof ROLES)[number];

function inputsOf(roles: readonly Role[]): MediaInputs {
  return Object.fromEntries(roles.map((role) => [role, LIST_ROLES.some((list) => list === role) ? [FILE] : FILE]));
}

const VALID: readonly (readonly [string, readonly Role[]])[] = [
  ['TEXT_TO_VIDEO', []],
  ['TEXT_TO_VIDEO', ['audio']],
  ['IMAGE_TO_VIDEO', ['firstFrame']],
  ['IMAGE_TO_VIDEO', ['firstFrame', 'audio']],
  ['FIRST_LAST_FRAME', ['firstFrame', 'lastFrame']],
  ['FIRST_LAST_FRAME', ['firstFrame', 'lastFrame', 'audio']],
  ['VIDEO_CONTINUATION', ['continueFrom']],
  ['VIDEO_CONTINUATION', ['continueFrom', 'lastFrame']],
  ['REFERENCE_TO_VIDEO', ['referenceImages']],
  ['REFERENCE_TO_VIDEO', ['referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['referenceImages', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'referenceImages']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'referenceImages', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['audio', 'referenceImages']],
  ['REFERENCE_TO_VIDEO', ['audio', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['audio', 'referenceImages', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'audio', 'referenceImages']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'audio', 'referenceVideos']],
  ['REFERENCE_TO_VIDEO', ['firstFrame', 'audio', 'referenceImages', 'referenceVideos']],
  ['VIDEO_EDIT', ['editVideo']],
  ['VIDEO_EDIT', ['editVideo', 'referenceImages']],
];

describe('a valid combination makes its mode', () => {
  test.each(VALID)('%s: %j', (mode, roles) => {
    expect(accept({ prompt: 'a cat', inputs: inputsOf(roles) }).mode).toBe(mode);
  });
});

test('every other combination is refused as such, and nothing else is wrong with it', () => {
  const key = (roles: readonly Role[]): string => [...roles].sort().join(' ');
  const valid = new Set(VALID.map(([, roles]) => key(roles)));
  const subsets = ROLES.reduce<Role[][]>((sets, role) => [...sets, ...sets.map((set) => [...set, role])], [[]]);
  const accepted: string[] = [];
  for (const roles of subsets) {
    const found = mistakes({ prompt: 'a cat', inputs: inputsOf(roles) });
    if (found.length === 0) accepted.push(key(roles));
    for (const { code, path, message } of found) {
      expect(code).toBe('UNSUPPORTED_COMBINATION');
      expect(roles).toContain(path[2]);
      expect(message).toMatch(/^\w+ (cannot be combined with the other inputs: [A-Z_]+ takes \w.*|needs .*)\.$/);
    }
  }
  expect(accepted.sort()).toEqual([...valid].sort());
});

describe('what a refusal says', () => {
  test.each<[readonly Role[], string]>([
    [['lastFrame'], 'lastFrame needs firstFrame, or continueFrom, beside it.'],
    [
      ['continueFrom', 'audio'],
      'audio cannot be combined with the other inputs: VIDEO_CONTINUATION takes continueFrom and optionally lastFrame.',
    ],
    [
      ['referenceVideos', 'lastFrame'],
      'lastFrame cannot be combined with the other inputs: REFERENCE_TO_VIDEO takes referenceImages or ' +
        'referenceVideos and optionally firstFrame and audio.',
    ],
  ])('%j', (roles, message) => {
    expect(mistakes({ prompt: 'a cat', inputs: inputsOf(roles) }).map((error) => error.message)).toEqual([message]);
  });
});

describe('the number of references', () => {
  test.each<[number, number, boolean, string[]]>([
    [5, 0, false, []],
    [0, 5, false, []],
    [3, 2, false, []],
    [6, 0, false, ['OUT_OF_RANGE inputs.referenceImages']],
    [0, 6, false, ['OUT_OF_RANGE inputs.referenceVideos']],
    [2, 4, false, ['OUT_OF_RANGE inputs.referenceVideos']],
    [4, 0, true, []],
    [5, 0, true, ['OUT_OF_RANGE inputs.referenceImages']],
  ])('%i images, %i videos, edit: %s', (images, videos, isEdit, expected) => {
    const inputs: MediaInputs = {
      referenceImages: Array.from({ length: images }, () => FILE),
      referenceVideos: Array.from({ length: videos }, () => FILE),
      editVideo: isEdit ? FILE : null,
    };
    expect(mistakeLines({ prompt: 'a cat', inputs })).toEqual(expected);
  });

  test('empty lists are no references', () => {
    const task = accept({ prompt: 'a cat', inputs: { referenceImages: [], referenceVideos: [] } });
    expect(task.mode).toBe('TEXT_TO_VIDEO');
  });
});

describe('a source', () => {
  test('is one of four kinds', () => {
    const inputs: MediaInputs = {
      firstFrame: { url: 'https://a.example/cat.png' },
      referenceImages: [{ dataUri: 'data:image/png;base64,AA==' }, { base64: 'AA==', url: null }],
      referenceVideos: [{ assetId: 'asset_1' }],
    };
    expect(accept({ prompt: 'a cat', inputs }).inputs).toMatchObject({
      firstFrame: { kind: 'url', value: 'https://a.example/cat.png' },
      referenceImages: [
        { kind: 'dataUri', value: 'data:image/png;base64,AA==' },
        { kind: 'base64', value: 'AA==' },
      ],
      referenceVideos: [{ kind: 'assetId', value: 'asset_1' }],
    });
  });

  test('has exactly one field set', () => {
    const inputs: MediaInputs = { firstFrame: { url: null }, referenceImages: [FILE, { ...FILE, base64: 'AA==' }] };
    expect(mistakeLines({ prompt: 'a cat', inputs })).toEqual([
      'REQUIRED inputs.firstFrame',
      'UNSUPPORTED_COMBINATION inputs.referenceImages.1',
    ]);
  });
});

test('generateAudio: false beside audio is noted as ignored', () => {
  const [warning, ...others] = accept({ prompt: 'a cat', generateAudio: false, inputs: { audio: FILE } }).warnings;
  expect(warning).toMatchObject({ code: 'OPTION_IGNORED', path: ['input', 'generateAudio'] });
  expect(others).toEqual([]);
});
