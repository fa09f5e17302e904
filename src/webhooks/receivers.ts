import { LRUCache } from 'lru-cache';
import type { ReceiverSign } from './attempt-delivery.js';
import type { Room } from './claim-deliveries.js';

/** How many attempts go on at the same time in this process, and how many of them for one receiver. */
export type ReceiverLimits = { total: number; each: number };

/** Failures in a row after which a receiver gets one attempt at a time. */
const ILL_AFTER = 3;
/** A receiver that asks for patience is left alone for so long at most; what it refused comes when it said. */
const MAX_REST_MS = 60 * 60_000;
/** What was learned of a receiver is forgotten when nothing is sent to it. */
const REMEMBERED = { max: 10_000, ttl: 60 * 60_000 };

/** Attempts under way, by receiver, and how the receivers are. */
export type Receivers = {
  /** What may be claimed now. */
  room(): Room;
  begin(receiver: string): void;
  end(receiver: string, sign: ReceiverSign): void;
};

/**
 * Sees to it that no receiver delays others. One that fails again and again gets a single attempt at a time, and all of
 * those together half of all there is: ten thousand deliveries to a dead server leave room for everybody else's.
 */
export function createReceivers({ total, each }: ReceiverLimits): Receivers {
  const underWay = new Map<string, number>();
  const ill = new LRUCache<string, { failures: number; restUntil: number }>(REMEMBERED);

  const isIll = (receiver: string): boolean => (ill.get(receiver)?.failures ?? 0) >= ILL_AFTER;
  const sum = (receivers: readonly string[]): number =>
    receivers.reduce((all, receiver) => all + (underWay.get(receiver) ?? 0), 0);

  function roomOf(receiver: string, isCrowded: boolean): number {
    if ((ill.get(receiver)?.restUntil ?? 0) > performance.now()) return 0;
    const most = isIll(receiver) ? (isCrowded ? 0 : 1) : each;
    return Math.max(0, most - (underWay.get(receiver) ?? 0));
  }

  return {
    room() {
      const busy = [...underWay.keys()];
      const isCrowded = sum(busy.filter(isIll)) >= total / 2;
      const known = new Set([...busy, ...ill.keys()]);
      return {
        total: total - sum(busy),
        each,
        of: new Map([...known].map((receiver) => [receiver, roomOf(receiver, isCrowded)])),
      };
    },
    begin(receiver) {
      underWay.set(receiver, (underWay.get(receiver) ?? 0) + 1);
    },
    end(receiver, sign) {
      const left = (underWay.get(receiver) ?? 1) - 1;
      if (left > 0) underWay.set(receiver, left);
      else underWay.delete(receiver);
      if (sign.kind === 'well') ill.delete(receiver);
      if (sign.kind !== 'ill') return;
      const failures = (ill.get(receiver)?.failures ?? 0) + 1;
      ill.set(receiver, { failures, restUntil: performance.now() + Math.min(sign.restMs, MAX_REST_MS) });
    },
  };
}
