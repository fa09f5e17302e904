import { expect, test } from 'vitest';
import { countRepeats, isWorthTelling } from '../../src/callers/count-repeats.js';

test('repeats are counted for each key, and begin anew after a minute of quiet', () => {
  let now = 0;
  const count = countRepeats(() => now);
  expect([count('one'), count('one'), count('other'), count('one')]).toEqual([1, 2, 1, 3]);
  now += 60_000;
  expect(count('one')).toBe(4);
  now += 60_001;
  expect([count('one'), count('other')]).toEqual([1, 1]);
});

test('what is remembered is bounded, and a flood of other keys begins anew what began longest ago', () => {
  const count = countRepeats(() => 0);
  count('first');
  for (let index = 0; index < 10_000; index += 1) count(`key ${index}`);
  expect(count('first')).toBe(1);
  expect(count('key 9999')).toBe(2);
});

test('ten thousand of the same are told in thirty lines', () => {
  const told = Array.from({ length: 10_000 }, (_, index) => index + 1).filter(isWorthTelling);
  expect(told.slice(0, 22)).toEqual([...Array.from({ length: 20 }, (_, index) => index + 1), 40, 80]);
  expect(told).toHaveLength(28);
});
