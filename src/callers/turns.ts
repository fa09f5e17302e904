import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.js';
import type { KnownLimits } from './known-limits.js';
import type { Counted, MinuteCounter } from './minute-counter.js';
import type { RateLimits } from './rate-limits.js';

/** Why an operation is not run: it has to wait for so long, or no minute has room for it. */
export type RateRefusal = { limit: number } & (
  | { kind: 'too many requests' | 'too many points'; waitMs: number }
  | { kind: 'no requests' }
  | { kind: 'too costly'; points: number }
);

/** What a caller has used up of its minute, and when the next one begins. Null = not counted, as nothing limits it. */
export type MinuteUse = { requests: Used | null; points: Used | null; endsInMs: number };
type Used = { used: number; left: number };

/** Who may send how much. */
export type Turns = {
  /** What is known without asking anybody: whether this caller has sent as many requests as it may. */
  peek(caller: Caller): RateRefusal | null;
  /** Takes the turn of one operation, and its points. What is refused costs a request, and no points. */
  take(caller: Caller, points: number): Promise<RateRefusal | null>;
  readUse(caller: Caller): Promise<MinuteUse>;
};

export function createTurns(limits: KnownLimits, counter: MinuteCounter): Turns {
  /** Callers without a request left, so that a flood costs no round trips. */
  const full = new LRUCache<string, { requests: number; endsAt: number }>({ max: 10_000 });

  return {
    peek(caller) {
      const { id } = caller;
      const sent = full.get(id);
      if (sent === undefined) return null;
      // Nobody waits for it: whoever comes next is judged by new limits.
      void limits.find(caller);
      const waitMs = sent.endsAt - performance.now();
      const limit = limits.last(id)?.requestsPerMinute ?? null;
      if (waitMs > 0 && limit !== null && sent.requests >= limit) return tooManyRequests(limit, waitMs);
      full.delete(id);
      return null;
    },
    async take(caller, points) {
      const allowed = await limits.find(caller);
      if (!isCounted(allowed)) return null;
      const { requestsPerMinute, pointsPerMinute } = allowed;
      const isTooCostly = pointsPerMinute !== null && points > pointsPerMinute;
      const taken = isTooCostly ? 0 : points;
      const sent = await counter.add(caller.id, 1, taken);
      if (requestsPerMinute !== null && sent.requests >= requestsPerMinute) {
        full.set(caller.id, { requests: sent.requests, endsAt: performance.now() + sent.endsInMs });
      }
      const refusal = refuse(allowed, sent, points);
      if (refusal !== null && taken > 0) await counter.add(caller.id, 0, -taken);
      return refusal;
    },
    async readUse(caller) {
      const allowed = await limits.find(caller);
      if (!isCounted(allowed)) return { requests: null, points: null, endsInMs: 0 };
      const { requests, points, endsInMs } = await counter.add(caller.id, 0, 0);
      return {
        requests: usedOf(requests, allowed.requestsPerMinute),
        points: usedOf(points, allowed.pointsPerMinute),
        endsInMs,
      };
    },
  };
}

function isCounted({ requestsPerMinute, pointsPerMinute }: RateLimits): boolean {
  return requestsPerMinute !== null || pointsPerMinute !== null;
}

/** Whether the sums of a minute are beyond its limits. What costs nothing is never refused for its points. */
function refuse({ requestsPerMinute, pointsPerMinute }: RateLimits, sent: Counted, points: number): RateRefusal | null {
  const waitMs = sent.endsInMs;
  if (requestsPerMinute !== null && sent.requests > requestsPerMinute) {
    return tooManyRequests(requestsPerMinute, waitMs);
  }
  if (pointsPerMinute === null || points === 0) return null;
  if (points > pointsPerMinute) return { kind: 'too costly', limit: pointsPerMinute, points };
  return sent.points > pointsPerMinute ? { kind: 'too many points', limit: pointsPerMinute, waitMs } : null;
}

function tooManyRequests(limit: number, waitMs: number): RateRefusal {
  return limit === 0 ? { kind: 'no requests', limit } : { kind: 'too many requests', limit, waitMs };
}

function usedOf(used: number, limit: number | null): Used | null {
  return limit === null ? null : { used, left: Math.max(0, limit - used) };
}
