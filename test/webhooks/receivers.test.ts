import { expect, test } from 'vitest';
import { createReceivers } from '../../src/webhooks/receivers.js';

const ILL = { kind: 'ill', restMs: 0 } as const;

function roomFor(receivers: ReturnType<typeof createReceivers>, name: string): number {
  const { each, of } = receivers.room();
  return of.get(name) ?? each;
}

test('a receiver gets so many attempts at the same time, and leaves the rest to others', () => {
  const receivers = createReceivers({ total: 10, each: 4 });
  for (let count = 0; count < 4; count += 1) receivers.begin('busy');
  expect([roomFor(receivers, 'busy'), roomFor(receivers, 'other')]).toEqual([0, 4]);
  expect(receivers.room().total).toBe(6);
  receivers.end('busy', { kind: 'well' });
  expect(roomFor(receivers, 'busy')).toBe(1);
});

test('one that fails three times in a row gets one attempt at a time, until one succeeds', () => {
  const receivers = createReceivers({ total: 10, each: 4 });
  const fail = (): void => {
    receivers.begin('ill');
    receivers.end('ill', ILL);
  };
  fail();
  fail();
  expect(roomFor(receivers, 'ill')).toBe(4);
  fail();
  expect(roomFor(receivers, 'ill')).toBe(1);
  receivers.begin('ill');
  expect(roomFor(receivers, 'ill')).toBe(0);
  receivers.end('ill', { kind: 'unknown' });
  expect(roomFor(receivers, 'ill')).toBe(1);
  receivers.begin('ill');
  receivers.end('ill', { kind: 'well' });
  expect(roomFor(receivers, 'ill')).toBe(4);
});

test('however many receivers are dead, half of all attempts are left to the others', () => {
  const receivers = createReceivers({ total: 10, each: 4 });
  const names = Array.from({ length: 20 }, (_, index) => `dead ${index}`);
  for (const name of names) {
    for (let count = 0; count < 3; count += 1) {
      receivers.begin(name);
      receivers.end(name, ILL);
    }
  }
  for (const name of names.slice(0, 5)) receivers.begin(name);
  expect(names.map((name) => roomFor(receivers, name))).toEqual(Array(20).fill(0));
  expect([receivers.room().total, roomFor(receivers, 'healthy')]).toEqual([5, 4]);
});

test('one that asks for patience is left alone', () => {
  const receivers = createReceivers({ total: 10, each: 4 });
  receivers.begin('patient');
  receivers.end('patient', { kind: 'ill', restMs: 60_000 });
  expect([roomFor(receivers, 'patient'), roomFor(receivers, 'other')]).toEqual([0, 4]);
});
