import type { CheckOutcome, VideoProvider } from '../providers/provider.js';
import type { CheckClaim } from '../tasks/claim-checks.js';
import { isForgotten } from '../tasks/is-forgotten.js';
import { askProvider } from './ask-provider.js';
import { paceCheck } from './check-pace.js';
import { finish } from './finish.js';
import type { FollowUp } from './follow-up.js';
import { holdOperation } from './hold-operation.js';
import { estimateEtaSeconds, estimateProgress, nextCheckDelayMs } from './next-check.js';
import type { PollerContext } from './poller-context.js';
import { mayTellProgress } from './progress-allowance.js';
import { MAX_MISSES, taskError, worn } from './task-errors.js';
import { typicalTime } from './typical-time.js';
import { writeOutcome } from './write-outcome.js';

const MISSING_AGAIN_MS = 10_000;
/** Smaller steps of progress are not worth an event, but from the embedded engine, whose videos take seconds. */
const PROGRESS_STEP = 4;

/** Writes what a check came to. What tells nothing new goes to `followUp`. */
export async function recordCheck(
  context: PollerContext,
  provider: VideoProvider,
  followUp: FollowUp,
  claim: CheckClaim,
  outcome: CheckOutcome,
  signal: AbortSignal,
): Promise<void> {
  switch (outcome.kind) {
    case 'completed': {
      const { output, facts, answer } = outcome;
      const change = { kind: 'finished' as const, ...facts };
      await writeOutcome(context, claim, change, { next: { inMs: 0 }, output, answer, ...hold(context, provider) });
      return;
    }
    case 'failed':
      await finish(context, provider, claim, { kind: 'failed', error: outcome.error }, outcome.answer);
      return;
    case 'missing':
      return miss(context, provider, followUp, claim, outcome.message);
    case 'running':
    case 'unanswered':
      if (claim.overdue && isBelieved(provider, claim, outcome)) return expire(context, provider, claim, signal);
      return goOn(context, provider, followUp, claim, outcome);
  }
}

/**
 * Silence is no proof that a paid video was not finished: this machine may just have woken up, before its network. Only
 * when the file can no longer be there it counts.
 */
function isBelieved({ capabilities }: VideoProvider, { work }: CheckClaim, { kind }: CheckOutcome): boolean {
  if (kind === 'running' || capabilities.price === null) return true;
  return isForgotten(work.startedAt);
}

/** Right after its start an operation may not be known everywhere yet, and one wrong answer loses a paid video. */
async function miss(
  context: PollerContext,
  provider: VideoProvider,
  followUp: FollowUp,
  claim: CheckClaim,
  message: string,
): Promise<void> {
  const misses = claim.work.misses + 1;
  if (misses < MAX_MISSES) return followUp.again(claim, MISSING_AGAIN_MS, misses);
  const error = { ...taskError('RESULT_MISSING', provider.name, message), billed: null };
  await finish(context, provider, claim, { kind: 'failed', error }, null);
}

/** Still running: stored as an event only when there is something new to tell. */
async function goOn(
  context: PollerContext,
  provider: VideoProvider,
  followUp: FollowUp,
  claim: CheckClaim,
  outcome: CheckOutcome & { kind: 'running' | 'unanswered' },
): Promise<void> {
  const { capabilities } = provider;
  const { result, work } = claim;
  const ageSeconds = work.startedAt === null ? 0 : Math.max(0, (Date.now() - work.startedAt.getTime()) / 1000);
  const typical = await typicalTime(context, provider, claim.task);
  const alone = nextCheckDelayMs(capabilities, typical, ageSeconds, Math.random());
  const planned = await paceCheck(context, provider, alone);
  const inMs = outcome.kind === 'unanswered' ? Math.max(planned, outcome.retryAfterMs ?? 0) : planned;
  const reported = outcome.kind === 'running' ? outcome.progress : null;
  const progress = Math.floor(
    reported ?? (capabilities.operationsAreLocal ? 0 : estimateProgress(typical, ageSeconds)),
  );
  const step = capabilities.operationsAreLocal ? 1 : PROGRESS_STEP;
  const isNews = progress >= result.progress + step;
  if (!isNews || !(capabilities.operationsAreLocal || mayTellProgress(context))) return followUp.again(claim, inMs);
  const told = outcome.kind === 'running' ? outcome.etaSeconds : null;
  const change = {
    kind: 'progressed' as const,
    progress,
    progressSource: reported === null ? ('ESTIMATED' as const) : ('REPORTED' as const),
    etaSeconds: told ?? (capabilities.operationsAreLocal ? null : estimateEtaSeconds(typical, ageSeconds)),
  };
  if (!capabilities.operationsAreLocal) return followUp.tell(claim, inMs, change);
  await writeOutcome(context, claim, change, { next: { inMs }, ...hold(context, provider) });
}

async function expire(
  context: PollerContext,
  provider: VideoProvider,
  claim: CheckClaim,
  signal: AbortSignal,
): Promise<void> {
  const { deadlineSeconds, price } = provider.capabilities;
  const message = `The video was not finished within ${deadlineSeconds} seconds and is given up.`;
  const stopped = await stop(context, provider, claim, signal);
  const error = {
    ...taskError('DEADLINE_EXCEEDED', provider.name, message),
    billed: stopped || price === null ? false : null,
  };
  await finish(context, provider, claim, { kind: 'failed', error }, null);
}

/** Ends a result whose checks never come to an end. */
export async function abandon(
  context: PollerContext,
  provider: VideoProvider,
  claim: CheckClaim,
  signal: AbortSignal,
): Promise<void> {
  await stop(context, provider, claim, signal);
  await finish(context, provider, claim, { kind: 'failed', error: worn(context, claim) }, null);
}

/** Whether the provider says that it has stopped. */
async function stop(context: PollerContext, provider: VideoProvider, { work }: CheckClaim, signal: AbortSignal) {
  const outcome = await askProvider(context, provider, () => provider.cancel(work.operation, signal), null);
  return outcome?.kind === 'stopped';
}

function hold(context: PollerContext, provider: VideoProvider): { held?: { by: string; forMs: number } } {
  const held = holdOperation(context, provider);
  return held === null ? {} : { held };
}
