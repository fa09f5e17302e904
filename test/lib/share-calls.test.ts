import { expect, test } from 'vitest';
import { shareCalls } from '../../src/lib/share-calls.js';

test('whoever asks before the question is put shares its answer', async () => {
  const share = shareCalls<number>();
  let asked = 0;
  const ask = async (): Promise<number> => (asked += 1);
  expect(await Promise.all([share('a', ask), share('a', ask), share('b', ask)])).toEqual([1, 1, 2]);
  expect(await share('a', ask)).toBe(3);
});

test('whoever asks after the question was put gets an answer of its own, never an older one', async () => {
  const share = shareCalls<string>();
  let state = 'before';
  const { promise: read, resolve: goOn } = withResolvers();
  const first = share('a', async () => {
    const seen = state;
    await read;
    return seen;
  });
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  state = 'after';
  const second = share('a', async () => state);
  goOn();
  expect(await Promise.all([first, second])).toEqual(['before', 'after']);
});

test('a question that fails fails for all who share it, and is forgotten', async () => {
  const share = shareCalls<string>();
  const fail = (): Promise<string> => Promise.reject(new Error('no answer'));
  const both = await Promise.allSettled([share('a', fail), share('a', fail)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await share('a', async () => 'an answer')).toBe('an answer');
});

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
