import { describe, expect, test } from 'vitest';
import { ANIMATIC_CAPABILITIES } from '../../src/providers/animatic/capabilities.js';
import { VIDEO_MODELS } from '../../src/tasks/models.js';
import { ASPECT_RATIOS, VIDEO_QUALITIES } from '../../src/tasks/task.js';
import { SERVICES } from './contract-support.js';

const [MODEL] = VIDEO_MODELS;

const NOBODY = { apiKey: 'key', baseUrl: 'http://127.0.0.1:1', timeoutMs: 1000 };

const PROVIDERS = [
  { name: 'ANIMATIC', capabilities: ANIMATIC_CAPABILITIES },
  ...SERVICES.map((service) => {
    const { name, capabilities } = service.createAdapter(NOBODY);
    return { name, capabilities };
  }),
];

const SHAPES = {
  LANDSCAPE_16_9: 16 / 9,
  PORTRAIT_9_16: 9 / 16,
  SQUARE_1_1: 1,
  LANDSCAPE_4_3: 4 / 3,
  PORTRAIT_3_4: 3 / 4,
} as const;

describe.each(PROVIDERS)('what $name can do', ({ capabilities }) => {
  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(capabilities))).toEqual(capabilities);
  });

  test('has no list with a word twice, and the words that everybody has', () => {
    const { modes, outputFormats, safetyModes, billsInputSeconds } = capabilities;
    for (const list of [modes, outputFormats, safetyModes, billsInputSeconds]) {
      expect(new Set(list).size).toBe(list.length);
    }
    expect(modes).toContain('TEXT_TO_VIDEO');
    expect(outputFormats).toContain('MP4');
    expect(safetyModes).toContain('NONE');
  });

  test('bills only what has a price, in modes that it has', () => {
    const { modes, price, billsInputSeconds } = capabilities;
    expect(modes).toEqual(expect.arrayContaining([...billsInputSeconds]));
    expect(price !== null || billsInputSeconds.length === 0).toBe(true);
    const { P720, P1080 } = price ?? { P720: 1, P1080: 1 };
    expect(P720).toBeGreaterThan(0);
    expect(P1080).toBeGreaterThanOrEqual(P720);
  });

  test('restricts modes that it has, within what the model allows', () => {
    const { modes, restrictions, minDurationSeconds } = capabilities;
    expect(modes).toEqual(expect.arrayContaining(Object.keys(restrictions)));
    for (const mode of modes) {
      const limits = MODEL.modes[mode];
      const { maxDurationSeconds = limits.maxDurationSeconds, refusedInputs = [] } = restrictions[mode] ?? {};
      const { maxReferenceImages = 0, maxReferenceVideos = 0 } = restrictions[mode] ?? {};
      expect(maxDurationSeconds).toBeGreaterThanOrEqual(minDurationSeconds);
      expect(maxDurationSeconds).toBeLessThanOrEqual(limits.maxDurationSeconds);
      for (const most of [maxReferenceImages, maxReferenceVideos]) {
        expect(most).toBeGreaterThanOrEqual(0);
        expect(most).toBeLessThanOrEqual(limits.maxReferences);
      }
      // A mode that refused what it cannot do without would be none.
      for (const role of refusedInputs) expect(limits.inputs[role]).toBe('allowed');
    }
  });

  test('has a size for every quality and ratio, in its shape, even, and larger where the quality is', () => {
    const { sizes } = capabilities;
    expect(Object.keys(sizes).toSorted()).toEqual([...VIDEO_QUALITIES].toSorted());
    for (const quality of VIDEO_QUALITIES) {
      expect(Object.keys(sizes[quality]).toSorted()).toEqual([...ASPECT_RATIOS].toSorted());
      for (const ratio of ASPECT_RATIOS) {
        const [width, height] = sizes[quality][ratio];
        expect([width % 2, height % 2]).toEqual([0, 0]);
        expect(Math.abs(width / height / SHAPES[ratio] - 1)).toBeLessThan(0.02);
      }
    }
    for (const ratio of ASPECT_RATIOS) {
      expect(sizes.P720[ratio][0]).toBeLessThan(sizes.P1080[ratio][0]);
    }
  });

  test('has its numbers in order, within what the model allows', () => {
    const { minDurationSeconds, maxDurationSeconds, minSeed, maxSeed, checkBatch, checksPerSecond } = capabilities;
    const { typicalSeconds, deadlineSeconds } = capabilities;
    const { durationSeconds, seed } = MODEL;
    for (const number of [minDurationSeconds, maxDurationSeconds, minSeed, maxSeed, checkBatch]) {
      expect(Number.isInteger(number)).toBe(true);
    }
    expectRising([durationSeconds.min, minDurationSeconds, maxDurationSeconds, durationSeconds.max]);
    expectRising([seed.min, minSeed, maxSeed, seed.max]);
    expectRising([1, checkBatch]);
    expectRising([0.001, checksPerSecond ?? 1]);
    expectRising([1, typicalSeconds.P720, typicalSeconds.P1080, deadlineSeconds]);
  });
});

function expectRising(numbers: readonly number[]): void {
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
}
