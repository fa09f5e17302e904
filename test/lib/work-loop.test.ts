import { expect, test } from 'vitest';
import { createLogger } from '../../src/lib/logger.js';
import { startWorkLoop } from '../../src/lib/work-loop.js';

const logger = createLogger('silent');
const FOREVER_MS = 60_000;

test('rounds follow each other while there is work, and rest when there is none', async () => {
  let rounds = 0;
  const loop = startWorkLoop({ name: 'test', restMs: FOREVER_MS, round: async () => ++rounds < 5, logger });
  await expect.poll(() => rounds).toBe(5);
  await loop.stop();
  expect(rounds).toBe(5);
});

test('a nudge ends the rest, and one that comes during a round is not forgotten', async () => {
  const ends: (() => void)[] = [];
  const round = () => new Promise<boolean>((resolve) => ends.push(() => resolve(false)));
  const loop = startWorkLoop({ name: 'test', restMs: FOREVER_MS, round, logger });
  await expect.poll(() => ends.length).toBe(1);
  loop.nudge();
  ends[0]?.();
  await expect.poll(() => ends.length).toBe(2);
  ends[1]?.();
  loop.nudge();
  await expect.poll(() => ends.length).toBe(3);
  const stopped = loop.stop();
  ends[2]?.();
  await stopped;
});

test('a round that throws, now or later, is tried again after the rest and does not spin', async () => {
  let rounds = 0;
  const round = (): Promise<boolean> => {
    rounds += 1;
    if (rounds === 1) throw new Error('at once');
    return Promise.reject(new Error('later'));
  };
  const loop = startWorkLoop({ name: 'test', restMs: FOREVER_MS, round, logger });
  await expect.poll(() => rounds).toBe(1);
  loop.nudge();
  await expect.poll(() => rounds).toBe(2);
  await loop.stop();
  expect(rounds).toBe(2);
});

test('stop waits for the round under way, tells it, and starts no other', async () => {
  let [rounds, ended] = [0, false];
  const loop = startWorkLoop({
    name: 'test',
    restMs: 0,
    logger,
    round: async (signal) => {
      rounds += 1;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      ended = true;
      return true;
    },
  });
  await expect.poll(() => rounds).toBe(1);
  await loop.stop();
  expect([rounds, ended]).toEqual([1, true]);
});
