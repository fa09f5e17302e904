import { LRUCache } from 'lru-cache';
import type { ReceiverSign } from './attempt-delivery.js';

/** How many attempts go on at the same time in this process, and how many of them for one caller, and for one receiver. */
export type ReceiverLimits = { total: number; ofCaller: number; each: number };

/** Failures in a row after which a receiver gets one attempt at a time. */
const ILL_AFTER = 3;
/** A receiver that asks for patience is left alone for so long at most; what it refused comes when it said. */
const MAX_REST_MS = 60 * 60_000;
/** What was learned of a receiver is forgotten when nothing is sent to it. */
const REMEMBERED = { max: 10_000, ttl: 60 * 60_000 };

/** What may be claimed now. */
export type Room = {
  total: number;
  /**
   * Takes the place of one more attempt for a receiver of a caller. Returns how many the caller has then, without this one;
   * null when there is no place.
   */
  take(callerId: string, receiver: string): number | null;
};

/** Attempts under way, by caller and receiver, and how the receivers are. */
export type Receivers = {
  room(): Room;
  begin(callerId: string, receiver: string): void;
  end(callerId: string, receiver: string, sign: ReceiverSign): void;
};

/**
 * Sees to it that no receiver delays others, and no caller either. A receiver that fails again and again gets a single
 * attempt at a time, and all of those together half of all there is: ten thousand deliveries to a dead server leave room
 * for everybody else's. A caller whose receivers are many gets no more than its part.
 */
export function createReceivers({ total, ofCaller, each }: ReceiverLimits): Receivers {
  const [byReceiver, byCaller] = [createCounts(), createCounts()];
  const ill = new LRUCache<string, { failures: number; restUntil: number }>(REMEMBERED);
  const isIll = (receiver: string): boolean => (ill.get(receiver)?.failures ?? 0) >= ILL_AFTER;

  return {
    room() {
      const [receivers, callers] = [byReceiver.copy(), byCaller.copy()];
      const sum = (names: readonly string[]): number => names.reduce((all, name) => all + receivers.of(name), 0);
      const busy = receivers.names();
      let illLeft = total / 2 - sum(busy.filter(isIll));
      const now = performance.now();
      return {
        total: total - sum(busy),
        take(callerId, receiver) {
          if ((ill.get(receiver)?.restUntil ?? 0) > now) return null;
          const wasIll = isIll(receiver);
          if (wasIll && illLeft < 1) return null;
          if (receivers.of(receiver) >= (wasIll ? 1 : each) || callers.of(callerId) >= ofCaller) return null;
          if (wasIll) illLeft -= 1;
          receivers.add(receiver, 1);
          return callers.add(callerId, 1) - 1;
        },
      };
    },
    begin(callerId, receiver) {
      byReceiver.add(receiver, 1);
      byCaller.add(callerId, 1);
    },
    end(callerId, receiver, sign) {
      byReceiver.add(receiver, -1);
      byCaller.add(callerId, -1);
      if (sign.kind === 'well') ill.delete(receiver);
      if (sign.kind !== 'ill') return;
      const failures = (ill.get(receiver)?.failures ?? 0) + 1;
      ill.set(receiver, { failures, restUntil: performance.now() + Math.min(sign.restMs, MAX_REST_MS) });
    },
  };
}

type Counts = {
  of(name: string): number;
  /** Returns how many there are then. */
  add(name: string, change: 1 | -1): number;
  /** Those that have any. */
  names(): string[];
  copy(): Counts;
};

function createCounts(counts = new Map<string, number>()): Counts {
  const of = (name: string): number => counts.get(name) ?? 0;
  return {
    of,
    add(name, change) {
      const count = of(name) + change;
      if (count > 0) counts.set(name, count);
      else counts.delete(name);
      return count;
    },
    names: () => [...counts.keys()],
    copy: () => createCounts(new Map(counts)),
  };
}
