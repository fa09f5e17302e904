import { expect, test } from 'vitest';
import { gatherLookups } from '../../src/lib/gather-lookups.js';

/** A store of one value per owner and key, whose answers come when they are told to. */
function openRoom({ limit = 100, atOnce = 1 } = {}) {
  const room = { state: 'first', isAway: false, questions: new Array<string>() };
  const answers: (() => void)[] = [];
  const lookUp = gatherLookups<{ text: string }>({
    limit,
    atOnce,
    find: async (owner, keys) => {
      room.questions.push(`${owner}:${keys.join('')}`);
      const found = new Map(keys.map((key) => [key, { text: `${owner}${key} ${room.state}` }]));
      found.delete('?');
      await new Promise<void>((resolve) => answers.push(resolve));
      if (room.isAway) throw new Error('it is away');
      return found;
    },
  });
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await turn();
  };
  return { room, lookUp, turn, answer };
}

test('look-ups of one turn are one question; equal keys get the same value, and nothing is null', async () => {
  const { room, lookUp, turn, answer } = openRoom();
  const values = Promise.all(['a', 'b', 'a', '?'].map((key) => lookUp('anna', key)));
  await turn();
  await answer();
  const [a, b, again, none] = await values;
  expect(room.questions).toEqual(['anna:ab?']);
  expect([a?.text, b?.text, none]).toEqual(['annaa first', 'annab first', null]);
  expect(again).toBe(a);
});

test('owners are never asked for together', async () => {
  const { room, lookUp, turn, answer } = openRoom();
  const values = Promise.all([lookUp('anna', 'a'), lookUp('ben', 'a'), lookUp('anna', 'b'), lookUp('ben', 'b')]);
  await turn();
  await answer();
  await answer();
  expect(room.questions).toEqual(['anna:ab', 'ben:ab']);
  expect((await values).map((value) => value?.text)).toEqual([
    'annaa first',
    'bena first',
    'annab first',
    'benb first',
  ]);
});

test('an answer is never older than its look-up: whoever comes after the question waits for one of its own', async () => {
  const { room, lookUp, turn, answer } = openRoom();
  const before = lookUp('anna', 'a');
  await turn();
  room.state = 'second';
  const after = [lookUp('anna', 'a'), lookUp('anna', 'b')];
  await turn();
  expect(room.questions).toEqual(['anna:a']);
  await answer();
  await answer();
  expect(room.questions).toEqual(['anna:a', 'anna:ab']);
  expect((await before)?.text).toBe('annaa first');
  expect((await Promise.all(after)).map((value) => value?.text)).toEqual(['annaa second', 'annab second']);
});

test('a question has a limit, and so have questions under way', async () => {
  const { room, lookUp, turn, answer } = openRoom({ limit: 2, atOnce: 2 });
  const values = Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => lookUp('anna', key)));
  await turn();
  expect(room.questions).toEqual(['anna:ab', 'anna:cd']);
  for (let round = 0; round < 3; round += 1) await answer();
  expect(room.questions).toEqual(['anna:ab', 'anna:cd', 'anna:e']);
  expect(await values).toHaveLength(5);
});

test('a question that fails, fails for all it serves and for those behind it; later ones are asked anew', async () => {
  const { room, lookUp, turn, answer } = openRoom();
  room.isAway = true;
  const served = [lookUp('anna', 'a'), lookUp('anna', 'b')];
  await turn();
  const all = Promise.allSettled([...served, lookUp('anna', 'c')]);
  await answer();
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(room.questions).toEqual(['anna:ab']);
  room.isAway = false;
  const later = lookUp('anna', 'd');
  await turn();
  await answer();
  expect((await later)?.text).toBe('annad first');
});
