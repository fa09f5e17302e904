import type { Redis } from './open-redis.js';

/** How long somebody waits for Redis who can do without it. */
const PATIENCE_MS = 1_000;
/** How long it is not asked again once it did not answer. */
const REST_MS = 5_000;

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
        const answered: Promise<void> = client.eval(script, given).then(resolve, reject);
        // An answer that came while this process was busy is read before the immediate runs: then Redis was not slow.
        const late = setTimeout(() => setImmediate(() => void giveUp()), PATIENCE_MS);
        let isAnswered = false;
        void answered.finally(() => {
          isAnswered = true;
          clearTimeout(late);
        });

        function giveUp(): void {
          if (isAnswered) return;
          restsUntil = performance.now() + REST_MS;
          reject(new Error('Redis does not answer.'));
        }
      });
    },
  };
}
