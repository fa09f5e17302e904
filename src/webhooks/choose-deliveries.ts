import type { DueDelivery } from './due-delivery.js';
import type { Room } from './receivers.js';

/**
 * Chooses what to claim: what has waited longest first, as far as there is room for its receiver and its caller; and where
 * not all of that can go, callers with few attempts under way before those with many. Returns ids.
 */
export function chooseDeliveries(due: readonly DueDelivery[], room: Room): string[] {
  const byAge = due.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const fitting = byAge.flatMap(({ id, callerId, receiver }) => {
    const turn = room.take(callerId, receiver);
    return turn === null ? [] : [{ id, turn }];
  });
  return fitting
    .toSorted((one, other) => one.turn - other.turn)
    .slice(0, room.total)
    .map(({ id }) => id);
}
