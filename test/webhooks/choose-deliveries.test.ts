import { expect, test } from 'vitest';
import { chooseDeliveries } from '../../src/webhooks/choose-deliveries.js';
import { createReceivers } from '../../src/webhooks/receivers.js';

const LIMITS = { total: 4, ofCaller: 3, each: 2 };

/** Deliveries, the oldest first: each a caller, a receiver and a number. */
function waiting(...texts: string[]) {
  return texts.map((id, index) => {
    const [callerId = '', receiver = ''] = id.split(' ');
    return { id, callerId, receiver: `${callerId} ${receiver}`, dueAt: new Date(index) };
  });
}

test('what has waited longest goes first, as far as there is room for its receiver', () => {
  const due = waiting('a x 1', 'a x 2', 'a x 3', 'a y 4', 'a y 5', 'a z 6');
  expect(chooseDeliveries(due.toReversed(), createReceivers(LIMITS).room())).toEqual(['a x 1', 'a x 2', 'a y 4']);
});

test('a caller that has come late, or has little under way, goes before the many of another one', () => {
  const receivers = createReceivers({ total: 4, ofCaller: 4, each: 4 });
  const due = waiting('a x 1', 'a x 2', 'a y 3', 'a z 4', 'b x 5', 'c x 6');
  expect(chooseDeliveries(due, receivers.room())).toEqual(['a x 1', 'b x 5', 'c x 6', 'a x 2']);
  receivers.begin('a', 'a w');
  receivers.begin('a', 'a w');
  expect(chooseDeliveries(due, receivers.room())).toEqual(['b x 5', 'c x 6']);
});
