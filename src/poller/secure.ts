import { z } from 'zod';
import type { VideoProvider } from '../providers/provider.js';
import { claimResults, releaseClaim, type Claim } from '../tasks/claims.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import { holdClaims } from './hold-claims.js';
import type { PollerContext } from './poller-context.js';
import { giveUp, MAX_ATTEMPTS, taskError } from './task-errors.js';
import { writeOutcome } from './write-outcome.js';

const CONCURRENCY = 4;
const TRY_AGAIN_MS = 2_000;

const storedOutput = z.object({ kind: z.literal('file'), path: z.string() });

/** One round of securing: finished outputs become files of ours. Only then is a result completed. */
export async function secureRound(context: PollerContext): Promise<boolean> {
  let found = false;
  for (const provider of context.providers) {
    const lane = { provider: provider.name, phases: ['SECURING'] as const };
    const claims = await claimResults(context.prisma, lane, context.worker, CONCURRENCY);
    const secureAll = (): Promise<void[]> =>
      Promise.all(claims.map((claim) => attend(context, claim, () => secure(context, provider, claim))));
    await holdClaims(context, claims, secureAll);
    found ||= claims.length > 0;
  }
  return found;
}

async function secure(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<void> {
  if (claim.work.attempts > MAX_ATTEMPTS) await giveUp(context, claim);
  else if (!(await keep(context, claim))) return;
  await askProvider(context, provider, () => provider.release(claim.work.operation), undefined);
}

/** Whether the step came to an end; otherwise it is tried again soon. */
async function keep(context: PollerContext, claim: Claim): Promise<boolean> {
  const { task, result, work } = claim;
  try {
    const { path } = storedOutput.parse(work.output);
    const kept = await context.media.keepOutput({ task, resultIndex: result.index, startKey: work.startKey, path });
    if ('rejected' in kept) {
      const error = taskError('OUTPUT_REJECTED', result.provider, kept.rejected);
      await writeOutcome(context, claim, { kind: 'failed', error }, { next: 'never' });
    } else {
      await writeOutcome(context, claim, { kind: 'secured', ...kept }, { next: 'never' });
    }
    return true;
  } catch (error) {
    context.logger.error({ err: error, resultId: result.id }, 'an output could not be secured; it is tried again');
    await releaseClaim(context.prisma, claim, { inMs: TRY_AGAIN_MS, held: null, failed: true });
    return false;
  }
}
