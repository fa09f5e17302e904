import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  estimateEtaSeconds,
  estimateProgress,
  firstCheckDelayMs,
  nextCheckDelayMs,
  type TypicalTime,
} from '../../src/poller/next-check.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';

const { capabilities } = createScriptedProvider({ capabilities: PAID });
const local = createScriptedProvider().capabilities;

/** Half of the videos take 100 s, nine in ten 150 s. */
const TYPICAL: TypicalTime = { p50: 100, p90: 150 };
const MIDDLE = 0.5;

const typical = fc
  .tuple(fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 0, max: 3600 }))
  .map(([p50, more]): TypicalTime => ({ p50, p90: p50 + more }));
const age = fc.integer({ min: 0, max: 100_000 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

/** The ages at which an operation is looked up until it is done, the last one included. */
function checksUntil(doneAtSeconds: number, time = TYPICAL): number[] {
  const ages = [firstCheckDelayMs(capabilities, time) / 1000];
  for (let now = ages[0] ?? 0; now < doneAtSeconds; ages.push(now)) {
    now += nextCheckDelayMs(capabilities, time, now, MIDDLE) / 1000;
  }
  return ages;
}

test('the first look comes within ten seconds', () => {
  fc.assert(fc.property(typical, (time) => firstCheckDelayMs(capabilities, time) <= 10_000));
});

test.each([
  [0, 20],
  [50, 15],
  [80, 6],
  [95, 5],
  [100, 5],
  [150, 5],
  [250, 20],
  [450, 60],
  [10_000, 60],
])('at an age of %d s the next look follows after %d s', (ageSeconds, seconds) => {
  expect(nextCheckDelayMs(capabilities, TYPICAL, ageSeconds, MIDDLE)).toBe(seconds * 1000);
});

test('no look follows sooner than five seconds or later than a minute, but for a tenth of spread', () => {
  const property = fc.property(typical, age, chance, (time, ageSeconds, dice) => {
    const delayMs = nextCheckDelayMs(capabilities, time, ageSeconds, dice);
    expect(delayMs).toBeGreaterThanOrEqual(4_500);
    expect(delayMs).toBeLessThanOrEqual(66_000);
  });
  fc.assert(property);
});

test('operations that began together do not ask together for ever', () => {
  const delays = [0, 0.25, 0.5, 0.75, 1].map((dice) => nextCheckDelayMs(capabilities, TYPICAL, 0, dice));
  expect(delays).toEqual([18_000, 19_000, 20_000, 21_000, 22_000]);
});

test('a usual video is looked up about ten times, and is not left lying once it is done', () => {
  const ages = checksUntil(100);
  expect(ages.length).toBeGreaterThanOrEqual(8);
  expect(ages.length).toBeLessThanOrEqual(12);
  expect((ages.at(-1) ?? 0) - 100).toBeLessThanOrEqual(5);
});

test('a stuck operation asks ever more seldom', () => {
  const late = checksUntil(3600).filter((ageSeconds) => ageSeconds > TYPICAL.p90);
  const gaps = late.slice(1).map((ageSeconds, position) => Math.round(ageSeconds - (late[position] ?? 0)));
  expect(gaps).toEqual(gaps.toSorted((one, other) => one - other));
  expect([gaps[0], gaps.at(-1)]).toEqual([5, 60]);
});

test('an operation of this process is asked all the time', () => {
  expect(firstCheckDelayMs(local, TYPICAL)).toBe(400);
  expect(nextCheckDelayMs(local, TYPICAL, 1_000, MIDDLE)).toBe(400);
});

test.each([
  [0, 0],
  [50, 42],
  [100, 85],
  [125, 90],
  [150, 95],
  [1_000, 97],
])('at an age of %d s, %d percent are likely', (ageSeconds, percent) => {
  expect(estimateProgress(TYPICAL, ageSeconds)).toBe(percent);
});

test('estimated progress never falls, and never says that it is all but done', () => {
  const property = fc.property(typical, age, fc.integer({ min: 0, max: 600 }), (time, ageSeconds, later) => {
    const [now, then] = [estimateProgress(time, ageSeconds), estimateProgress(time, ageSeconds + later)];
    expect(then).toBeGreaterThanOrEqual(now);
    expect(now).toBeGreaterThanOrEqual(0);
    expect(then).toBeLessThan(99);
  });
  fc.assert(property);
});

test.each([
  [0, 100],
  [99.5, 1],
  [100, 50],
  [149.1, 1],
  [150, null],
  [10_000, null],
])('at an age of %d s, %j seconds are likely to be left', (ageSeconds, left) => {
  expect(estimateEtaSeconds(TYPICAL, ageSeconds)).toBe(left);
});
