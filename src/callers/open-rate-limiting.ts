import type { PrismaClient } from '../database/generated/client.js';
import type { Redis } from '../lib/open-redis.js';
import { createQuickRedis } from '../lib/quick-redis.js';
import type { Caller } from './caller.js';
import { createKnownLimits } from './known-limits.js';
import { createMinuteCounter } from './minute-counter.js';
import { readRateLimits, type RateLimits } from './rate-limits.js';
import { createSocketLeases } from './socket-leases.js';
import { openSocketPlaces, type SocketPlaces } from './socket-places.js';
import { createTurns, type MinuteUse, type Turns } from './turns.js';

/** What a caller uses of what its requests are held to. */
export type RateUse = MinuteUse & { sockets: { used: number; left: number } | null };

/** How often callers may come, and how many sockets they may have. */
export type RateLimiting = AsyncDisposable & {
  turns: Turns;
  places: SocketPlaces;
  /** What a caller is held to now. */
  readLimits(callerId: string): Promise<RateLimits>;
  readUse(caller: Caller): Promise<RateUse>;
  /** New limits were set here: they hold at once. */
  limitsChanged(): void;
};

type Options = {
  prisma: PrismaClient;
  /** Limits of callers that have none of their own. */
  defaults: RateLimits;
  /** What nodes count with together; null = each for itself. `prefix`: of its keys there. */
  shared: { redis: Redis; prefix: string } | null;
};

export function openRateLimiting({ prisma, defaults, shared }: Options): RateLimiting {
  const readLimits = (callerId: string): Promise<RateLimits> => readRateLimits(prisma, callerId, defaults);
  const limits = createKnownLimits(readLimits, defaults);
  const redis = shared === null ? null : createQuickRedis(shared.redis);
  const prefix = shared?.prefix ?? '';
  const turns = createTurns(limits, createMinuteCounter(redis, prefix));
  const places = openSocketPlaces(limits, redis === null ? null : createSocketLeases(redis, prefix));
  return {
    turns,
    places,
    readLimits,
    readUse: async (caller) => {
      const [minute, sockets] = await Promise.all([turns.readUse(caller), places.readUse(caller)]);
      return { ...minute, sockets };
    },
    limitsChanged: limits.forget,
    [Symbol.asyncDispose]: () => places[Symbol.asyncDispose](),
  };
}
