import { startWorkLoop, type WorkLoop } from '../lib/work-loop.js';
import { releaseWorker } from '../tasks/claims.js';
import type { PollerContext } from './poller-context.js';
import { checkRound } from './check.js';
import { secureRound } from './secure.js';
import { startRound } from './start.js';
import { stopRound } from './stop.js';

export type Poller = AsyncDisposable & { nudge(): void };

/** The longest rest of each lane: a nudge ends it early, and an outcome that is due at once nudges. */
const REST_MS = 500;

/**
 * Follows results: claims those that are due and runs their next step. Each kind of step has a lane of its own, so
 * that a long download never delays a start.
 */
export function startPoller(context: PollerContext): Poller {
  const lane = (name: string, round: (context: PollerContext, signal: AbortSignal) => Promise<boolean>): WorkLoop =>
    startWorkLoop({ name, restMs: REST_MS, round: (signal) => round(context, signal), logger: context.logger });
  const lanes = [
    lane('start', startRound),
    lane('check', checkRound),
    lane('secure', secureRound),
    lane('stop', stopRound),
  ];
  return {
    nudge: () => lanes.forEach((each) => each.nudge()),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(lanes.map((each) => each.stop()));
      await releaseWorker(context.prisma, context.worker);
    },
  };
}
