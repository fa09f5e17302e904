import type { Redis } from './open-redis.js';

/** How long somebody waits for Redis who can do without it. */
const PATIENCE_MS = 250;
/** How long it is not asked again once it did not answer. */
const REST_MS = 1_000;

/** What a script is given. */
type Given = { keys: string[]; arguments: string[] };

/** Redis for those who can do without it: it answers at once, or they go on by themselves. */
export type QuickRedis = {
  /** Whether it answered lately. */
  readonly isReady: boolean;
  /** Runs a Lua script. Rejects when it is away, or takes longer than anybody should wait. */
  eval(script: string, given: Given): Promise<unknown>;
};

/** The client's own time-out ends once a command is on its way: one that hangs would be waited for. */
export function createQuickRedis(client: Pick<Redis, 'isReady' | 'eval'>): QuickRedis {
  let restsUntil = Number.NEGATIVE_INFINITY;
  const isReady = (): boolean => client.isReady && performance.now() >= restsUntil;
  return {
    get isReady() {
      return isReady();
    },
    eval(script, given) {
      if (!isReady()) return Promise.reject(new Error('Redis is away.'));
      return new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          restsUntil = performance.now() + REST_MS;
          reject(new Error('Redis does not answer.'));
        }, PATIENCE_MS);
        client
          .eval(script, given)
          .then(resolve, reject)
          .finally(() => clearTimeout(giveUp));
      });
    },
  };
}
