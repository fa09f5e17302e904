import { expect, test } from 'vitest';
import { gatherCalls, type GatherCalls } from '../../src/lib/gather-calls.js';

/** Answers each number with its double, and keeps what was put together. `hold` makes puts wait. */
function createDoubling(together: number, atOnce: number) {
  const puts: number[][] = [];
  let gate: Promise<void> = Promise.resolve();
  const calls = gatherCalls<number, number>(
    async (questions) => {
      puts.push(questions);
      await gate;
      return questions.map((number) => number * 2);
    },
    { together, atOnce },
  );
  const hold = (): (() => void) => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return open;
  };
  return { puts, hold, ask: (number: number) => calls(String(number), number) };
}

test('questions of one turn are put together, equal ones once, and each has its own answer', async () => {
  const { puts, ask } = createDoubling(10, 1);
  expect(await Promise.all([ask(1), ask(2), ask(1), ask(3)])).toEqual([2, 4, 2, 6]);
  expect(puts).toEqual([[1, 2, 3]]);
});

test('no more are put together than may be, and no more puts are under way than may be', async () => {
  const { puts, hold, ask } = createDoubling(2, 2);
  const open = hold();
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map(ask));
  await expect
    .poll(() => puts)
    .toEqual([
      [1, 2],
      [3, 4],
    ]);
  const late = ask(8);
  open();
  expect(await answers).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(await late).toBe(16);
  expect(puts.slice(2)).toEqual([
    [5, 6],
    [7, 8],
  ]);
});

test('an answer is never older than any of those who share it', async () => {
  let state = 'before';
  let goOn = (): void => undefined;
  const read = new Promise<void>((resolve) => (goOn = resolve));
  const share: GatherCalls<null, string> = gatherCalls(
    async (questions) => {
      const seen = state;
      if (seen === 'before') await read;
      return questions.map(() => seen);
    },
    { together: 10, atOnce: 2 },
  );
  const first = share('a', null);
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  state = 'after';
  const second = share('a', null);
  expect(await second).toBe('after');
  goOn();
  expect(await first).toBe('before');
});

test('a put that fails fails for all who asked, and for nobody who comes later', async () => {
  let isAway = true;
  const calls = gatherCalls<number, number>(
    async (questions) => {
      if (isAway) throw new Error('no answer');
      return questions;
    },
    { together: 10, atOnce: 1 },
  );
  const all = await Promise.allSettled([calls('1', 1), calls('1', 1), calls('2', 2)]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  isAway = false;
  expect(await calls('1', 1)).toBe(1);
});

test('a question that is left without an answer is told so', async () => {
  const calls = gatherCalls<number, number>(async () => [], { together: 10, atOnce: 1 });
  await expect(calls('1', 1)).rejects.toThrow('without an answer');
});
