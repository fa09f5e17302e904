import type { Logger } from './logger.js';

/** A loop that claims work, does it, and rests when there is none. */
export type WorkLoop = {
  /** There may be work now: do not wait for the next round. */
  nudge(): void;
  /** Takes no new work, lets work under way end, and resolves when nothing is left. */
  stop(): Promise<void>;
};

export type WorkLoopOptions = {
  name: string;
  /** The longest rest between two rounds. */
  restMs: number;
  /** One round. Tells whether it found work, in which case the next round follows at once. Must not hang. */
  round(signal: AbortSignal): Promise<boolean>;
  logger: Logger;
};

/** A round that throws is logged and tried again after the rest: the loop itself never ends but by `stop`. */
export function startWorkLoop({ name, restMs, round, logger }: WorkLoopOptions): WorkLoop {
  const stopping = new AbortController();
  let nudged = false;
  let wake: (() => void) | null = null;

  const nudge = (): void => {
    nudged = true;
    wake?.();
  };

  async function rest(): Promise<void> {
    if (nudged || stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    wake = null;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      nudged = false;
      try {
        if (await round(stopping.signal)) continue;
      } catch (error) {
        logger.error({ err: error, loop: name }, 'a round of work failed; it is tried again');
        nudged = false;
      }
      await rest();
    }
  }

  const done = run();
  return {
    nudge,
    stop: () => {
      stopping.abort();
      nudge();
      return done;
    },
  };
}
