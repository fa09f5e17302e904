import { expect, test } from 'vitest';
import { createReceivers, type Receivers } from '../../src/webhooks/receivers.js';

const ILL = { kind: 'ill', restMs: 0 } as const;
const LIMITS = { total: 10, ofCaller: 10, each: 4 };

/** How many more attempts there is room for. */
function roomFor(receivers: Receivers, receiver: string, callerId = 'caller'): number {
  const { take } = receivers.room();
  let count = 0;
  while (take(callerId, receiver) !== null) count += 1;
  return count;
}

function fail(receivers: Receivers, receiver: string, restMs = 0): void {
  receivers.begin('caller', receiver);
  receivers.end('caller', receiver, { kind: 'ill', restMs });
}

test('a receiver gets so many attempts at the same time, and leaves the rest to others', () => {
  const receivers = createReceivers(LIMITS);
  for (let count = 0; count < 4; count += 1) receivers.begin('caller', 'busy');
  expect([roomFor(receivers, 'busy'), roomFor(receivers, 'other')]).toEqual([0, 4]);
  expect(receivers.room().total).toBe(6);
  receivers.end('caller', 'busy', { kind: 'well' });
  expect(roomFor(receivers, 'busy')).toBe(1);
});

test('a caller gets its part, however many receivers it has, and is told how many attempts it has', () => {
  const receivers = createReceivers({ total: 10, ofCaller: 5, each: 4 });
  for (const receiver of ['one', 'two', 'three']) receivers.begin('busy', receiver);
  const { take } = receivers.room();
  expect(['four', 'five', 'six'].map((receiver) => take('busy', receiver))).toEqual([3, 4, null]);
  expect(take('other', 'seven')).toBe(0);
  receivers.end('busy', 'one', { kind: 'well' });
  expect(receivers.room().take('busy', 'eight')).toBe(2);
});

test('one that fails three times in a row gets one attempt at a time, until one succeeds', () => {
  const receivers = createReceivers(LIMITS);
  fail(receivers, 'ill');
  fail(receivers, 'ill');
  expect(roomFor(receivers, 'ill')).toBe(4);
  fail(receivers, 'ill');
  expect(roomFor(receivers, 'ill')).toBe(1);
  receivers.begin('caller', 'ill');
  expect(roomFor(receivers, 'ill')).toBe(0);
  receivers.end('caller', 'ill', { kind: 'unknown' });
  expect(roomFor(receivers, 'ill')).toBe(1);
  receivers.begin('caller', 'ill');
  receivers.end('caller', 'ill', { kind: 'well' });
  expect(roomFor(receivers, 'ill')).toBe(4);
});

test('however many receivers are dead, half of all attempts are left to the others', () => {
  const receivers = createReceivers(LIMITS);
  const names = Array.from({ length: 20 }, (_, index) => `dead ${index}`);
  for (const name of names) for (let count = 0; count < 3; count += 1) fail(receivers, name);
  const { take } = receivers.room();
  expect(names.filter((name) => take('caller', name) !== null)).toEqual(names.slice(0, 5));
  for (const name of names.slice(0, 5)) receivers.begin('caller', name);
  expect(names.map((name) => roomFor(receivers, name))).toEqual(Array(20).fill(0));
  expect([receivers.room().total, roomFor(receivers, 'healthy')]).toEqual([5, 4]);
  receivers.end('caller', 'dead 0', ILL);
  expect(roomFor(receivers, 'dead 7')).toBe(1);
});

test('one that asks for patience is left alone', () => {
  const receivers = createReceivers(LIMITS);
  fail(receivers, 'patient', 60_000);
  expect([roomFor(receivers, 'patient'), roomFor(receivers, 'other')]).toEqual([0, 4]);
});
