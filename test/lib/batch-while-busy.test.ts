import { expect, test } from 'vitest';
import { batchWhileBusy } from '../../src/lib/batch-while-busy.js';

const REFUSED = new Error('a letter is refused');

/** Batches of letters that end when they are told to. A batch with an "x" is refused, one with a "!" fails. */
function openRoom(limit = 100) {
  const batches: string[] = [];
  const ends: (() => void)[] = [];
  const add = batchWhileBusy<string, string>({
    limit,
    handle: async (key, items) => {
      batches.push(`${key}:${items.join('')}`);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (items.includes('!')) throw new Error('it is away');
      if (items.includes('x')) throw REFUSED;
      return (item) => item.toUpperCase();
    },
    isOfOneItem: (error) => error === REFUSED,
  });
  /** Ends batch after batch until none is under way. */
  async function endAll(): Promise<void> {
    while (ends.length > 0) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return { batches, add, endAll };
}

function outcome(settled: PromiseSettledResult<string>): string {
  return settled.status === 'fulfilled' ? settled.value : String(settled.reason.message);
}

test('an item at rest goes at once and alone; those that come meanwhile go together, in their order', async () => {
  const { batches, add, endAll } = openRoom();
  const answers = Promise.all(['a', 'b', 'c', 'd'].map((item) => add('k', item)));
  expect(batches).toEqual(['k:a']);
  await endAll();
  expect(batches).toEqual(['k:a', 'k:bcd']);
  expect(await answers).toEqual(['A', 'B', 'C', 'D']);
  const later = add('k', 'e');
  expect(batches).toEqual(['k:a', 'k:bcd', 'k:e']);
  await endAll();
  expect(await later).toBe('E');
});

test('another key waits for nobody, and is in no batch with others', async () => {
  const { batches, add, endAll } = openRoom();
  const answers = Promise.all([add('k', 'a'), add('l', 'b'), add('k', 'c'), add('l', 'd')]);
  expect(batches).toEqual(['k:a', 'l:b']);
  await endAll();
  expect(batches).toEqual(['k:a', 'l:b', 'k:c', 'l:d']);
  expect(await answers).toEqual(['A', 'B', 'C', 'D']);
});

test('a batch has a limit', async () => {
  const { batches, add, endAll } = openRoom(2);
  const answers = Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((item) => add('k', item)));
  await endAll();
  expect(batches).toEqual(['k:a', 'k:bc', 'k:de', 'k:f']);
  expect(await answers).toHaveLength(6);
});

test('an item that is refused fails alone, in its batch and at rest', async () => {
  const { batches, add, endAll } = openRoom();
  const answers = Promise.allSettled(['x', 'a', 'x', 'b'].map((item) => add('k', item)));
  await endAll();
  expect(batches).toEqual(['k:x', 'k:axb', 'k:a', 'k:x', 'k:b']);
  expect((await answers).map(outcome)).toEqual([REFUSED.message, 'A', REFUSED.message, 'B']);
});

test('any other failure is one for those who wait behind it, and not for those who come later', async () => {
  const { batches, add, endAll } = openRoom();
  const answers = Promise.allSettled(['!', 'a', 'b'].map((item) => add('k', item)));
  await endAll();
  expect(batches).toEqual(['k:!']);
  expect((await answers).map(outcome)).toEqual(['it is away', 'it is away', 'it is away']);
  const later = add('k', 'c');
  await endAll();
  expect(await later).toBe('C');
});
