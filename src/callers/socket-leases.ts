import type { QuickRedis } from '../lib/quick-redis.js';

/** For so long a place is taken that nobody renews: a node that died frees its places after that. */
export const LEASE_MS = 15_000;

/** Places in Redis, which all nodes share. Each is a member of its caller's sorted set, scored by when it ends. */
export type SocketLeases = {
  /** Whether there was a place left. */
  take(callerId: string, id: string, limit: number): Promise<boolean>;
  renew(callerId: string, ids: readonly string[]): Promise<void>;
  release(callerId: string, id: string): Promise<void>;
  count(callerId: string): Promise<number>;
};

/** All nodes go by the one clock of Redis. */
const NOW = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;
const TAKE = `${NOW}redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[1]) then return 0 end
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1`;
const RENEW = `${NOW}for index = 2, #ARGV do redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[index]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1`;
const RELEASE = `return redis.call('ZREM', KEYS[1], ARGV[1])`;
const COUNT = `${NOW}redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
return redis.call('ZCARD', KEYS[1])`;

/** @param prefix of the keys in Redis. Every call rejects while Redis is away. */
export function createSocketLeases(redis: QuickRedis, prefix: string, leaseMs = LEASE_MS): SocketLeases {
  const run = (script: string, callerId: string, given: readonly string[]): Promise<unknown> =>
    redis.eval(script, { keys: [`${prefix}:sockets:${callerId}`], arguments: [...given] });
  const lease = String(leaseMs);
  return {
    take: async (callerId, id, limit) => (await run(TAKE, callerId, [String(limit), lease, id])) === 1,
    renew: async (callerId, ids) => void (await run(RENEW, callerId, [lease, ...ids])),
    release: async (callerId, id) => void (await run(RELEASE, callerId, [id])),
    count: async (callerId) => Number(await run(COUNT, callerId, [])),
  };
}
