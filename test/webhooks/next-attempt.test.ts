import { expect, test } from 'vitest';
import { nextAttemptMs } from '../../src/webhooks/next-attempt.js';

const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;

function schedule(random: number, retryAfterMs: number | null = null): number[] {
  const delays: number[] = [];
  for (let failures = 1; ; failures += 1) {
    const delay = nextAttemptMs(failures, retryAfterMs, random);
    if (delay === null) return delays;
    delays.push(delay);
  }
}

test('what fails is tried again after 1, 2 and 4 seconds, and then for three days and more', () => {
  const minutes = [5, 30, 120, 300, 600, 840, 1200, 1440].map((count) => count * 60 * SECOND);
  expect(schedule(0)).toEqual([1_000, 2_000, 4_000, ...minutes]);
  for (const random of [0, 0.5, 1]) {
    const delays = schedule(random);
    expect(delays.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
    const hours = delays.reduce((sum, delay) => sum + delay, 0) / HOUR;
    expect(hours).toBeGreaterThan(72);
    expect(hours).toBeLessThan(96);
  }
});

test('the tail comes up to a fifth later, and never earlier', () => {
  const [early, late] = [schedule(0).slice(3), schedule(1).slice(3)];
  expect(late).toEqual(early.map((delay) => delay * 1.2));
});

test('a receiver that asks for patience gets it, for a day at most, and never less than the schedule has', () => {
  expect(nextAttemptMs(1, 90 * SECOND, 0)).toBe(90 * SECOND);
  expect(nextAttemptMs(1, 365 * 24 * HOUR, 0)).toBe(24 * HOUR);
  expect(nextAttemptMs(4, 1 * SECOND, 0)).toBe(300 * SECOND);
  expect(schedule(0, 0)).toEqual(schedule(0));
});
