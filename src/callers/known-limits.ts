import { LRUCache } from 'lru-cache';
import type { Caller } from './caller.js';
import { NO_RATE_LIMITS, type RateLimits } from './rate-limits.js';

/** How long what was read of a caller is believed: new limits hold within a second on every node. */
const BELIEVED_MS = 500;

/** What callers are held to. */
export type KnownLimits = {
  find(caller: Caller): Promise<RateLimits>;
  /** What was last read, however long ago; null = nothing yet. */
  last(callerId: string): RateLimits | null;
  /** They were changed here. */
  forget(): void;
};

/**
 * One read serves all requests of half a second. While the store is away, what was last known holds: an operation that
 * needs nothing of the store is not refused for that.
 * @param read reads the limits of a caller from the store.
 * @param defaults what holds for a caller of which nothing is known.
 */
export function createKnownLimits(read: (callerId: string) => Promise<RateLimits>, defaults: RateLimits): KnownLimits {
  const fresh = new LRUCache<string, { limits: Promise<RateLimits> }>({ max: 10_000, ttl: BELIEVED_MS });
  const last = new LRUCache<string, RateLimits>({ max: 10_000 });

  async function readAnew(callerId: string): Promise<RateLimits> {
    try {
      const limits = await read(callerId);
      last.set(callerId, limits);
      return limits;
    } catch {
      return last.get(callerId) ?? defaults;
    }
  }

  return {
    async find({ id, credential }) {
      // The operator's own key is not held to anything, and the gateway is not either.
      if (credential.kind === 'admin key' || credential.kind === 'none') return NO_RATE_LIMITS;
      const known = fresh.get(id);
      if (known !== undefined) return known.limits;
      const limits = readAnew(id);
      fresh.set(id, { limits });
      return limits;
    },
    last: (callerId) => last.get(callerId) ?? null,
    forget: () => {
      fresh.clear();
      last.clear();
    },
  };
}
