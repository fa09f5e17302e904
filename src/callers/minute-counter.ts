import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { QuickRedis } from '../lib/quick-redis.js';

const MINUTE_SECONDS = 60;

/** What a caller has sent in a minute that began with its first request. */
export type Counted = { requests: number; points: number; endsInMs: number };

/** Counts what callers send. */
export type MinuteCounter = {
  /** Adds to the minute, and tells the sums; adding nothing only tells. One round trip to Redis, where there is one. */
  add(callerId: string, requests: number, points: number): Promise<Counted>;
};

/**
 * Nodes that share a Redis count together. While it is away each of them counts for itself; without one it always does.
 * @param prefix of the keys in Redis.
 */
export function createMinuteCounter(redis: QuickRedis | null, prefix: string): MinuteCounter {
  const requestLimiter = createLimiter(redis, `${prefix}:requests`);
  const pointLimiter = createLimiter(redis, `${prefix}:points`);
  return {
    async add(callerId, requests, points) {
      // Both are written in one turn of the event loop, and travel together.
      const [sentRequests, sentPoints] = await Promise.all([
        requestLimiter.penalty(callerId, requests),
        pointLimiter.penalty(callerId, points),
      ]);
      return {
        requests: sentRequests.consumedPoints,
        points: sentPoints.consumedPoints,
        endsInMs: Math.max(sentRequests.msBeforeNext, sentPoints.msBeforeNext),
      };
    },
  };
}

/** It only counts: every caller has limits of its own, and they change. */
function createLimiter(redis: QuickRedis | null, keyPrefix: string): RateLimiterAbstract {
  const options = { keyPrefix, points: Number.MAX_SAFE_INTEGER, duration: MINUTE_SECONDS };
  const alone = new RateLimiterMemory(options);
  if (redis === null) return alone;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    insuranceLimiter: alone,
  });
}
