import type { CheckOutcome, VideoProvider } from '../providers/provider.js';
import { finishStopping, releaseClaims, type Claim } from '../tasks/claims.js';
import { isForgotten } from '../tasks/is-forgotten.js';
import { askProvider } from './ask-provider.js';
import { claimRound } from './claim-round.js';
import { findLateStart } from './find-late-start.js';
import { keepLateVideo } from './keep-late-video.js';
import { nextCheckDelayMs } from './next-check.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS, MAX_MISSES } from './task-errors.js';
import { typicalTime } from './typical-time.js';

const BATCH = 16;

/**
 * One round of stops: operations of results that nobody waits for any more are stopped at their provider, where it can,
 * and those of completed results are let go, where a crash came before it. A cancelled operation that runs on is paid
 * all the same, so its video is fetched when it is done.
 */
export function stopRound(
  context: PollerContext,
  signal: AbortSignal,
  providers = context.providers,
): Promise<boolean> {
  return claimRound(context, { name: 'stop', providers, phases: 'stopping', atOnce: BATCH }, (provider, claim) =>
    stop(context, provider, claim, signal),
  );
}

/** Left unanswered, a stop is asked for again when its lease ends, a few times. */
async function stop(context: PollerContext, provider: VideoProvider, claim: Claim, signal: AbortSignal): Promise<void> {
  const { operation, attempts } = claim.work;
  if (claim.result.status === 'COMPLETED') {
    const question = async (): Promise<boolean> => {
      await provider.release(operation);
      return true;
    };
    const answered = await askProvider(context, provider, question, false);
    if (answered || attempts >= MAX_ATTEMPTS) await finishStopping(context.prisma, claim);
    return;
  }
  if (operation === null) return findLateStart(context, provider, claim, signal);
  const outcome = await askProvider(context, provider, () => provider.cancel(operation, signal), null);
  const isSettled = outcome?.kind === 'stopped' || outcome?.kind === 'runs-on';
  if (!isSettled && attempts < MAX_ATTEMPTS) return;
  // What may run on is paid, so its video is waited for.
  const isWanted = mayBeBilled(claim) && (isSettled || provider.capabilities.price !== null);
  if (outcome?.kind !== 'stopped' && isWanted) return follow(context, provider, claim, signal);
  await finishStopping(context.prisma, claim, outcome?.kind === 'stopped' && claim.result.status === 'CANCELLED');
}

/** Results that ended here while their provider may work on, and be paid: cancelled ones, and those given up. */
function mayBeBilled({ result }: Claim): boolean {
  return result.status === 'CANCELLED' || (result.status === 'FAILED' && result.error?.billed === null);
}

/** Looks after an operation that could not be stopped, until it ends by itself or nothing can be left of it. */
async function follow(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const silence: CheckOutcome[] = [];
  const [outcome] = await askProvider(context, provider, () => provider.check([claim.work.operation], signal), silence);
  if (outcome?.kind === 'completed') return keepLateVideo(context, claim, outcome);
  if (outcome?.kind === 'failed') return finishStopping(context.prisma, claim, outcome.error.billed === false);
  const { startedAt, sentAt } = claim.work;
  const misses = outcome?.kind === 'missing' ? claim.work.misses + 1 : 0;
  if (misses >= MAX_MISSES || isForgotten(startedAt ?? sentAt)) return finishStopping(context.prisma, claim);
  const ageSeconds = startedAt === null ? 0 : (Date.now() - startedAt.getTime()) / 1000;
  const typical = await typicalTime(context, provider, claim.task);
  const inMs = nextCheckDelayMs(provider.capabilities, typical, ageSeconds, Math.random());
  await releaseClaims(context.prisma, [{ claim, inMs, misses }]);
}
