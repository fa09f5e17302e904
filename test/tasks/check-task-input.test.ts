import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTaskInput } from '../../src/tasks/check-task-input.js';
import type { TaskInput } from '../../src/tasks/task-input.js';
import { accept, mistakeLines, mistakes } from './input-support.js';

const PROMPT = 'a small kitten running under the moonlight';
const UUID = '24cd5dff-cb81-4db5-8506-b72a9425f9d1';
const MAX_SEED = 2_147_483_647;
const IMAGE = { assetId: 'asset_1' };

test('defaults make every option explicit', () => {
  const none = { firstFrame: null, lastFrame: null, continueFrom: null, editVideo: null, audio: null };
  expect(accept({ prompt: PROMPT })).toEqual({
    idempotencyKey: null,
    taskUUID: null,
    model: 'wan2.7',
    provider: null,
    mode: 'TEXT_TO_VIDEO',
    prompt: PROMPT,
    negativePrompt: null,
    shots: [],
    shotType: null,
    quality: 'P720',
    aspectRatio: 'LANDSCAPE_16_9',
    width: 1280,
    height: 720,
    exactSize: false,
    durationSeconds: 5,
    seed: null,
    numberResults: 1,
    promptExtend: false,
    generateAudio: true,
    outputFormat: 'MP4',
    outputQuality: 95,
    ttlSeconds: null,
    safety: 'NONE',
    uploadUrl: null,
    webhook: null,
    inputs: { ...none, referenceImages: [], referenceVideos: [] },
    warnings: [],
  });
});

test('null means the same as absent', () => {
  const nulls: TaskInput = {
    idempotencyKey: null,
    taskUUID: null,
    model: null,
    provider: null,
    shots: null,
    negativePrompt: null,
    quality: null,
    aspectRatio: null,
    width: null,
    height: null,
    durationSeconds: null,
    seed: null,
    shotType: null,
    promptExtend: null,
    generateAudio: null,
    numberResults: null,
    inputs: { firstFrame: null, referenceImages: null, audio: null },
    output: { format: null, quality: null, ttlSeconds: null },
  };
  expect(accept({ ...nulls, prompt: PROMPT })).toEqual(accept({ prompt: PROMPT }));
});

test('options that differ from the default are kept', () => {
  const input: TaskInput = {
    idempotencyKey: 'order 7',
    taskUUID: UUID.toUpperCase(),
    model: 'wan2.7',
    provider: 'ANIMATIC',
    prompt: PROMPT,
    negativePrompt: 'blurry',
    promptExtend: true,
    generateAudio: false,
    shotType: 'MULTI',
    output: { format: 'WEBM' },
  };
  expect(accept(input)).toMatchObject({
    idempotencyKey: 'order 7',
    taskUUID: UUID,
    provider: 'ANIMATIC',
    negativePrompt: 'blurry',
    promptExtend: true,
    generateAudio: false,
    shotType: 'MULTI',
    outputFormat: 'WEBM',
    warnings: [],
  });
});

describe('numbers at both ends of their range', () => {
  const editVideo = { prompt: PROMPT, inputs: { editVideo: IMAGE } };
  const referenceVideo = { prompt: PROMPT, inputs: { referenceVideos: [IMAGE] } };
  const referenceImage = { prompt: PROMPT, inputs: { referenceImages: [IMAGE] } };

  test.each<[TaskInput, string[]]>([
    [{ durationSeconds: 1 }, ['OUT_OF_RANGE durationSeconds']],
    [{ durationSeconds: 2 }, []],
    [{ durationSeconds: 15 }, []],
    [{ durationSeconds: 16 }, ['OUT_OF_RANGE durationSeconds']],
    [{ durationSeconds: 2.5 }, ['INVALID_FORMAT durationSeconds']],
    [{ durationSeconds: NaN }, ['INVALID_FORMAT durationSeconds']],
    [{ ...editVideo, durationSeconds: 10 }, []],
    [{ ...editVideo, durationSeconds: 11 }, ['OUT_OF_RANGE durationSeconds']],
    [{ ...referenceVideo, durationSeconds: 10 }, []],
    [{ ...referenceVideo, durationSeconds: 11 }, ['OUT_OF_RANGE durationSeconds']],
    [{ ...referenceImage, durationSeconds: 15 }, []],
    [{ ...referenceImage, durationSeconds: 16 }, ['OUT_OF_RANGE durationSeconds']],
    [{ seed: -1 }, ['OUT_OF_RANGE seed']],
    [{ seed: 0 }, []],
    [{ seed: MAX_SEED }, []],
    [{ seed: MAX_SEED + 1 }, ['OUT_OF_RANGE seed']],
    [{ seed: MAX_SEED - 3, numberResults: 4 }, []],
    [{ seed: MAX_SEED - 2, numberResults: 4 }, ['OUT_OF_RANGE seed']],
    [{ seed: 0.5 }, ['INVALID_FORMAT seed']],
    [{ numberResults: 0 }, ['OUT_OF_RANGE numberResults']],
    [{ numberResults: 1 }, []],
    [{ numberResults: 4 }, []],
    [{ numberResults: 5 }, ['OUT_OF_RANGE numberResults']],
    [{ output: { quality: 19 } }, ['OUT_OF_RANGE output.quality']],
    [{ output: { quality: 20 } }, []],
    [{ output: { quality: 99 } }, []],
    [{ output: { quality: 100 } }, ['OUT_OF_RANGE output.quality']],
    [{ output: { ttlSeconds: 59 } }, ['OUT_OF_RANGE output.ttlSeconds']],
    [{ output: { ttlSeconds: 60 } }, []],
    [{ output: { ttlSeconds: 315_360_000 } }, []],
    [{ output: { ttlSeconds: 315_360_001 } }, ['OUT_OF_RANGE output.ttlSeconds']],
    [{ idempotencyKey: '' }, ['OUT_OF_RANGE idempotencyKey']],
    [{ idempotencyKey: 'k' }, []],
    [{ idempotencyKey: '🐈'.repeat(255) }, []],
    [{ idempotencyKey: 'k'.repeat(256) }, ['OUT_OF_RANGE idempotencyKey']],
    [{ idempotencyKey: 'a\0b' }, ['INVALID_FORMAT idempotencyKey']],
    [{ taskUUID: UUID }, []],
    [{ taskUUID: '' }, ['INVALID_FORMAT taskUUID']],
    [{ taskUUID: `${UUID} ` }, ['INVALID_FORMAT taskUUID']],
    [{ taskUUID: '24cd5dff-cb81-1db5-8506-b72a9425f9d1' }, ['INVALID_FORMAT taskUUID']],
    [{ taskUUID: '24cd5dff-cb81-4db5-c506-b72a9425f9d1' }, ['INVALID_FORMAT taskUUID']],
    [{ model: 'wan2.6' }, ['NOT_FOUND model']],
    [{ model: '' }, ['NOT_FOUND model']],
  ])('%j', (input, expected) => {
    expect(mistakeLines({ prompt: PROMPT, ...input })).toEqual(expected);
  });

  test('seed 0 is a seed', () => {
    expect(accept({ prompt: PROMPT, seed: 0 }).seed).toBe(0);
  });

  test('ends reach the task as given', () => {
    const input = { prompt: PROMPT, durationSeconds: 15, numberResults: 4, output: { quality: 20, ttlSeconds: 60 } };
    const expected = { durationSeconds: 15, numberResults: 4, outputQuality: 20, ttlSeconds: 60 };
    expect(accept(input)).toMatchObject(expected);
  });
});

describe('the size', () => {
  test.each<[TaskInput, string, string, string]>([
    [{}, 'P720', 'LANDSCAPE_16_9', '1280x720'],
    [{ aspectRatio: 'PORTRAIT_9_16' }, 'P720', 'PORTRAIT_9_16', '720x1280'],
    [{ aspectRatio: 'SQUARE_1_1' }, 'P720', 'SQUARE_1_1', '960x960'],
    [{ aspectRatio: 'LANDSCAPE_4_3' }, 'P720', 'LANDSCAPE_4_3', '1104x832'],
    [{ aspectRatio: 'PORTRAIT_3_4' }, 'P720', 'PORTRAIT_3_4', '832x1104'],
    [{ quality: 'P1080' }, 'P1080', 'LANDSCAPE_16_9', '1920x1080'],
    [{ quality: 'P1080', aspectRatio: 'PORTRAIT_9_16' }, 'P1080', 'PORTRAIT_9_16', '1080x1920'],
    [{ quality: 'P1080', aspectRatio: 'SQUARE_1_1' }, 'P1080', 'SQUARE_1_1', '1440x1440'],
    [{ quality: 'P1080', aspectRatio: 'LANDSCAPE_4_3' }, 'P1080', 'LANDSCAPE_4_3', '1648x1248'],
    [{ quality: 'P1080', aspectRatio: 'PORTRAIT_3_4' }, 'P1080', 'PORTRAIT_3_4', '1248x1648'],
    [{ width: 1248, height: 1648 }, 'P1080', 'PORTRAIT_3_4', '1248x1648'],
    [{ width: 960, height: 960, aspectRatio: 'SQUARE_1_1' }, 'P720', 'SQUARE_1_1', '960x960'],
    [{ inputs: { firstFrame: IMAGE }, aspectRatio: 'PORTRAIT_9_16' }, 'P720', 'PORTRAIT_9_16', '720x1280'],
  ])('%j', (input, quality, aspectRatio, size) => {
    const task = accept({ prompt: PROMPT, ...input });
    expect([task.quality, task.aspectRatio, `${task.width}x${task.height}`]).toEqual([quality, aspectRatio, size]);
  });

  test.each<[TaskInput, string[]]>([
    [{ width: 1280 }, ['REQUIRED height']],
    [{ height: 720 }, ['REQUIRED width']],
    [{ width: 1280, height: 721 }, ['OUT_OF_RANGE width']],
    [{ width: 1088, height: 832 }, ['OUT_OF_RANGE width']],
    [{ width: 0, height: 0 }, ['OUT_OF_RANGE width']],
    [{ width: 1280, height: 720, quality: 'P1080' }, ['UNSUPPORTED_COMBINATION quality']],
    [{ width: 1280, height: 720, aspectRatio: 'SQUARE_1_1' }, ['UNSUPPORTED_COMBINATION aspectRatio']],
    [
      { width: 1280, height: 720, quality: 'P1080', aspectRatio: 'SQUARE_1_1' },
      ['UNSUPPORTED_COMBINATION quality', 'UNSUPPORTED_COMBINATION aspectRatio'],
    ],
  ])('%j is refused', (input, expected) => {
    expect(mistakeLines({ prompt: PROMPT, ...input })).toEqual(expected);
  });

  test('a wrong one is answered with the valid ones', () => {
    expect(mistakes({ prompt: PROMPT, width: 640, height: 480 })[0]?.message).toBe(
      'width x height must be one of 1280x720, 720x1280, 960x960, 1104x832, 832x1104, ' +
        '1920x1080, 1080x1920, 1440x1440, 1648x1248, 1248x1648.',
    );
  });
});

const MANY_MISTAKES: TaskInput = {
  idempotencyKey: '',
  taskUUID: 'x',
  model: 'wan9',
  prompt: ' ',
  negativePrompt: '\0',
  width: 640,
  durationSeconds: 99,
  seed: -1,
  numberResults: 9,
  inputs: { firstFrame: {}, editVideo: { url: 'https://a.example/', base64: 'AA==' } },
  output: { quality: 1, ttlSeconds: 1 },
  shots: [
    { startSeconds: 3, endSeconds: 3, description: 'a' },
    { startSeconds: 0, endSeconds: 1, description: ' ' },
  ],
};

test('all mistakes come back together', () => {
  expect(mistakeLines(MANY_MISTAKES)).toEqual([
    'OUT_OF_RANGE idempotencyKey',
    'INVALID_FORMAT taskUUID',
    'NOT_FOUND model',
    'UNSUPPORTED_COMBINATION inputs.firstFrame',
    'REQUIRED inputs.firstFrame',
    'UNSUPPORTED_COMBINATION inputs.editVideo',
    'REQUIRED height',
    'OUT_OF_RANGE numberResults',
    'OUT_OF_RANGE durationSeconds',
    'OUT_OF_RANGE seed',
    'OUT_OF_RANGE output.quality',
    'OUT_OF_RANGE output.ttlSeconds',
    'REQUIRED shots.1.description',
    'OUT_OF_RANGE shots.0.endSeconds',
    'INVALID_FORMAT negativePrompt',
  ]);
});

test('every path starts at the argument', () => {
  for (const { path } of mistakes(MANY_MISTAKES)) expect(path[0]).toBe('input');
});

test('every message is one sentence or two', () => {
  const more = mistakes({
    prompt: 'Shot 1 [3-1s] a Shot 2 [2-20s] b',
    shots: [{ startSeconds: -1, endSeconds: 9, description: 'Shot 2 [0-1s] x' }],
    inputs: { lastFrame: IMAGE, referenceImages: [IMAGE, IMAGE, IMAGE, IMAGE, IMAGE, IMAGE] },
    width: 960,
    height: 960,
    quality: 'P1080',
  });
  const messages = [...mistakes(MANY_MISTAKES), ...more, ...mistakes({})].map(({ message }) => message);
  expect(messages.length).toBeGreaterThan(18);
  for (const message of messages) {
    expect(message).toMatch(/^\w.*[^.]\.$/);
    expect(message.split(/\. (?=[A-Z])/).length).toBeLessThanOrEqual(2);
    expect(message).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test('any input is either accepted or refused with a reason', () => {
  const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const number = fc.option(fc.oneof(fc.integer(), fc.double()), { nil: null });
  const source = fc.record({ assetId: text, url: text, dataUri: text, base64: text }, { requiredKeys: [] });
  const input = fc.record(
    {
      idempotencyKey: text,
      taskUUID: text,
      model: fc.constantFrom('wan2.7', 'x', null),
      prompt: text,
      negativePrompt: text,
      width: number,
      height: number,
      durationSeconds: number,
      seed: number,
      numberResults: number,
      shots: fc.array(fc.record({ startSeconds: fc.double(), endSeconds: fc.double(), description: fc.string() })),
      inputs: fc.record({ firstFrame: source, referenceVideos: fc.array(source), audio: source }, { requiredKeys: [] }),
      output: fc.record({ quality: number, ttlSeconds: number }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(input, (any) => {
      const checked = checkTaskInput(any);
      return checked.kind === 'accepted' || checked.userErrors.length > 0;
    }),
  );
});
