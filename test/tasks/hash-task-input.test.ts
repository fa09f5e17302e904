import { describe, expect, test } from 'vitest';
import { hashTaskInput } from '../../src/tasks/hash-task-input.js';
import type { TaskInput } from '../../src/tasks/task-input.js';

const INPUT: TaskInput = {
  idempotencyKey: 'first',
  prompt: 'a cat',
  seed: 0,
  inputs: { firstFrame: { url: 'https://a.example/cat.png' }, referenceImages: [{ assetId: 'a' }, { assetId: 'b' }] },
};

test('is a SHA-256 in hexadecimal', () => {
  expect(hashTaskInput(INPUT)).toMatch(/^[0-9a-f]{64}$/);
});

describe('the same', () => {
  test.each<[string, TaskInput]>([
    ['with another idempotency key', { ...INPUT, idempotencyKey: 'second' }],
    [
      'with null and undefined',
      { ...INPUT, taskUUID: null, width: undefined, inputs: { ...INPUT.inputs, audio: null } },
    ],
    [
      'in another order',
      {
        inputs: {
          referenceImages: [{ assetId: 'a', url: null }, { assetId: 'b' }],
          firstFrame: { url: 'https://a.example/cat.png' },
        },
        seed: 0,
        prompt: 'a cat',
      },
    ],
  ])('%s', (_, input) => {
    expect(hashTaskInput(input)).toBe(hashTaskInput(INPUT));
  });
});

describe('another', () => {
  test.each<[string, TaskInput]>([
    ['prompt', { ...INPUT, prompt: 'a cat ' }],
    ['seed, 0 not being none', { ...INPUT, seed: null }],
    ['seed as text', { ...INPUT, prompt: 'a cat","seed":"0' }],
    [
      'order of a list',
      { ...INPUT, inputs: { ...INPUT.inputs, referenceImages: [{ assetId: 'b' }, { assetId: 'a' }] } },
    ],
    ['kind of source', { ...INPUT, inputs: { ...INPUT.inputs, firstFrame: { base64: 'https://a.example/cat.png' } } }],
    ['explicit default', { ...INPUT, numberResults: 1 }],
    ['task UUID', { ...INPUT, taskUUID: '24cd5dff-cb81-4db5-8506-b72a9425f9d1' }],
  ])('%s', (_, input) => {
    expect(hashTaskInput(input)).not.toBe(hashTaskInput(INPUT));
  });
});
