import { expect, test } from 'vitest';
import { createDisposal } from '../../src/lib/disposal.js';
import { repeat } from '../../src/lib/repeat.js';

test('things close in the reverse order, once, and a close that fails keeps no other open', async () => {
  const closed: string[] = [];
  const disposal = createDisposal();
  for (const name of ['first', 'second', 'third']) {
    disposal.use({
      [Symbol.asyncDispose]: async () => {
        closed.push(name);
        if (name === 'second') throw new Error('The second does not close.');
      },
    });
  }
  await expect(disposal[Symbol.asyncDispose]()).rejects.toThrow('The second does not close.');
  expect(closed).toEqual(['third', 'second', 'first']);
  await disposal[Symbol.asyncDispose]();
  expect(closed).toHaveLength(3);
});

test('a repetition goes on after an error, never runs twice at once, and waits for its run when it is disposed', async () => {
  const [errors, ends]: [unknown[], (() => void)[]] = [[], []];
  let [runs, underWay] = [0, 0];
  const task = async (): Promise<void> => {
    runs += 1;
    underWay += 1;
    expect(underWay).toBe(1);
    if (runs > 2) await new Promise<void>((resolve) => ends.push(resolve));
    underWay -= 1;
    if (runs <= 2) throw new Error(`run ${runs}`);
  };
  const repetition = repeat(task, 1, (error) => errors.push(error));
  await expect.poll(() => ends.length).toBe(1);
  expect(errors).toEqual([new Error('run 1'), new Error('run 2')]);
  let disposed = false;
  const disposing = Promise.resolve(repetition[Symbol.asyncDispose]()).then(() => (disposed = true));
  await Promise.resolve();
  expect(disposed).toBe(false);
  ends[0]?.();
  await disposing;
  expect([runs, underWay]).toEqual([3, 0]);
});
