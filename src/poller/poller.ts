import { startWorkLoop, type WorkLoop } from '../lib/work-loop.js';
import type { VideoProvider } from '../providers/provider.js';
import { releaseWorker } from '../tasks/claims.js';
import type { PollerContext } from './poller-context.js';
import { checkRound } from './check.js';
import { SECURE_LANES, secureRound } from './secure.js';
import { startRound } from './start.js';
import { stopRound } from './stop.js';
import { UPLOAD_LANES, uploadRound } from './upload.js';

export type Poller = AsyncDisposable & { nudge(): void };

/** The longest rest of each lane: a nudge ends it early, and an outcome that is due at once nudges. */
const REST_MS = 500;

/**
 * Follows results: claims those that are due and runs their next step. Each provider has lanes of its own, one for each
 * kind of step, so that neither a service that stalls nor a long download delays anything else.
 */
export function startPoller(context: PollerContext): Poller {
  const lanes = context.providers.flatMap((provider) => lanesOf(context, provider));
  return {
    nudge: () => lanes.forEach((each) => each.nudge()),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(lanes.map((each) => each.stop()));
      await releaseWorker(context.prisma, context.worker).catch((error: unknown) => {
        context.logger.warn({ err: error }, 'what this worker holds goes on when its time is over');
      });
    },
  };
}

function lanesOf(context: PollerContext, provider: VideoProvider): WorkLoop[] {
  const { logger } = context;
  const lane = (step: string, round: (signal: AbortSignal) => Promise<boolean>): WorkLoop =>
    startWorkLoop({ name: `${step} ${provider.name}`, restMs: REST_MS, round, logger });
  return [
    lane('start', (signal) => startRound(context, signal, [provider])),
    lane('check', (signal) => checkRound(context, signal, [provider])),
    ...Array.from({ length: SECURE_LANES }, () => lane('secure', () => secureRound(context, [provider], 1))),
    ...Array.from({ length: UPLOAD_LANES }, () => lane('upload', () => uploadRound(context, [provider], 1))),
    // Two: one may be fetching the video of a cancelled result while another has to be stopped in time.
    ...Array.from({ length: 2 }, () => lane('stop', (signal) => stopRound(context, signal, [provider]))),
  ];
}
