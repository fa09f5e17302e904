import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { whenAborted } from '../../src/lib/when-aborted.js';

test('all who wait are told once, in their order, and the signal has one listener for them', () => {
  const controller = new AbortController();
  const told: number[] = [];
  for (const number of [1, 2, 3]) whenAborted(controller.signal, () => told.push(number));
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
  controller.abort();
  controller.abort();
  expect(told).toEqual([1, 2, 3]);
});

test('who has left is not told, and the same callback may wait twice', () => {
  const controller = new AbortController();
  let told = 0;
  const callback = (): void => void (told += 1);
  const leave = whenAborted(controller.signal, callback);
  whenAborted(controller.signal, callback);
  leave();
  leave();
  controller.abort();
  expect(told).toBe(1);
});

test('a signal that is aborted already tells at once', () => {
  const controller = new AbortController();
  const told: string[] = [];
  whenAborted(controller.signal, () => told.push('first'));
  expect(() => controller.abort()).not.toThrow();
  whenAborted(controller.signal, () => told.push('at once'));
  expect(told).toEqual(['first', 'at once']);
});
