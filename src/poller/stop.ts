import type { VideoProvider } from '../providers/provider.js';
import { claimResults, finishStopping, type Claim } from '../tasks/claims.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS } from './task-errors.js';

const BATCH = 16;

/**
 * One round of stops: operations of results that nobody waits for any more are stopped at their provider, where it can,
 * and those of completed results are let go, where a crash came before it.
 */
export async function stopRound(context: PollerContext, signal: AbortSignal): Promise<boolean> {
  let found = false;
  for (const provider of context.providers) {
    const lane = { provider: provider.name, phases: 'stopping' as const };
    const claims = await claimResults(context.prisma, lane, context.worker, BATCH);
    for (const claim of claims) await attend(context, claim, () => stop(context, provider, claim, signal));
    found ||= claims.length > 0;
  }
  return found;
}

/** Left unanswered, a stop is asked for again when its lease ends, a few times. */
async function stop(context: PollerContext, provider: VideoProvider, claim: Claim, signal: AbortSignal): Promise<void> {
  const { operation, attempts } = claim.work;
  const question = async (): Promise<boolean> => {
    if (claim.result.status === 'COMPLETED') await provider.release(operation);
    else await provider.cancel(operation, signal);
    return true;
  };
  const answered = await askProvider(context, provider, question, false);
  if (answered || attempts >= MAX_ATTEMPTS) await finishStopping(context.prisma, claim);
}
