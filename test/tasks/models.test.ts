import { describe, expect, test } from 'vitest';
import { findModel, VIDEO_MODELS } from '../../src/tasks/models.js';

describe.each(VIDEO_MODELS)('$name', (model) => {
  test('is found by its exact name only', () => {
    expect(findModel(model.name)).toBe(model);
    expect(findModel(model.name.toUpperCase())).toBeNull();
    expect(findModel(`${model.name} `)).toBeNull();
  });

  test('names the longest duration that any of its modes allows', () => {
    const longest = Math.max(...Object.values(model.modes).map((mode) => mode.maxDurationSeconds));
    expect(model.durationSeconds.max).toBe(longest);
  });

  test('has a default duration that is valid in every mode', () => {
    for (const mode of Object.values(model.modes)) {
      const shortest = Math.min(mode.maxDurationSeconds, mode.maxDurationSecondsWithReferenceVideo);
      expect(model.durationSeconds.default).toBeLessThanOrEqual(shortest);
    }
  });

  test('takes references exactly where it has room for some', () => {
    for (const { inputs, maxReferences } of Object.values(model.modes)) {
      const takesReferences = inputs.referenceImages !== 'forbidden' || inputs.referenceVideos !== 'forbidden';
      expect(takesReferences).toBe(maxReferences > 0);
    }
  });

  test('has sizes of even sides, each once', () => {
    const sizes = Object.values(model.sizes).flatMap((byRatio) => Object.values(byRatio));
    for (const side of sizes.flat()) expect(side % 2).toBe(0);
    expect(new Set(sizes.map((size) => size.join('x'))).size).toBe(10);
  });
});
