import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateCost, priceResult, totalCost, type PricedResult } from '../../src/tasks/estimate-cost.js';
import { createScriptedProvider } from '../support/scripted-provider.js';

const paid = createScriptedProvider({
  capabilities: { price: { P720: 0.086, P1080: 0.144 }, billsInputSeconds: ['VIDEO_EDIT'] },
}).capabilities;
const free = createScriptedProvider({ capabilities: { billsInputSeconds: ['VIDEO_EDIT'] } }).capabilities;

const RESULT: PricedResult = { mode: 'TEXT_TO_VIDEO', quality: 'P720', durationSeconds: 5, inputSeconds: 0 };

test('the price is that of the quality, for each second that is made', () => {
  expect(priceResult(paid, RESULT)).toEqual({
    usdPerSecond: 0.086,
    videoSeconds: 5,
    billedInputSeconds: 0,
    usd: 0.43,
  });
  expect(priceResult(paid, { ...RESULT, quality: 'P1080', durationSeconds: 15 }).usd).toBe(2.16);
});

test('seconds of the input are billed in the modes that say so, and in no other', () => {
  const edit = { ...RESULT, mode: 'VIDEO_EDIT', inputSeconds: 3.5 } as const;
  expect(priceResult(paid, edit)).toMatchObject({ billedInputSeconds: 3.5, usd: 0.731 });
  const continued = { ...edit, mode: 'VIDEO_CONTINUATION' } as const;
  expect(priceResult(paid, continued)).toMatchObject({ billedInputSeconds: 0, usd: 0.43 });
});

test('a free provider has no cost, not one of nothing', () => {
  expect(estimateCost(free, { ...RESULT, mode: 'VIDEO_EDIT', inputSeconds: 3 })).toBeNull();
  expect(priceResult(free, RESULT)).toMatchObject({ usdPerSecond: 0, usd: 0 });
});

test('what is computed is called an estimate', () => {
  expect(estimateCost(paid, RESULT)).toEqual({ usd: 0.43, estimated: true });
});

test('costs add up without the rests of binary fractions', () => {
  const cost = { usd: 0.1, estimated: false };
  expect(totalCost([cost, cost, cost])).toEqual({ usd: 0.3, estimated: false });
  const cents = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 4 });
  const property = fc.property(cents, (list) => {
    const total = totalCost(list.map((each) => ({ usd: each / 100, estimated: false })));
    expect(total?.usd).toBe(list.reduce((sum, each) => sum + each, 0) / 100);
  });
  fc.assert(property);
});

test('a sum with an estimate in it is an estimate, and free results add nothing', () => {
  const told = { usd: 1, estimated: false };
  expect(totalCost([told, { usd: 0.5, estimated: true }, null])).toEqual({ usd: 1.5, estimated: true });
  expect(totalCost([told, null])).toEqual(told);
  expect(totalCost([null, null])).toBeNull();
  expect(totalCost([])).toBeNull();
});
