import type { CheckOutcome, VideoProvider } from '../providers/provider.js';
import { claimResults, releaseClaim, type Claim } from '../tasks/claims.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import { finish } from './finish.js';
import { holdClaims } from './hold-claims.js';
import { HOLD_MS, nextCheckDelayMs } from './next-check.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS, taskError, worn } from './task-errors.js';
import { writeOutcome } from './write-outcome.js';

const BATCH = 64;

/** One round of checks: all due operations of a provider are looked up together. */
export async function checkRound(context: PollerContext, signal: AbortSignal): Promise<boolean> {
  let found = false;
  for (const provider of context.providers) {
    const lane = { provider: provider.name, phases: ['GENERATING'] as const };
    const claims = await claimResults(context.prisma, lane, context.worker, BATCH);
    await check(context, provider, claims, signal);
    found ||= claims.length > 0;
  }
  return found;
}

async function check(
  context: PollerContext,
  provider: VideoProvider,
  claims: Claim[],
  signal: AbortSignal,
): Promise<void> {
  const tired = claims.filter(({ work }) => work.attempts > MAX_ATTEMPTS);
  for (const claim of tired) await attend(context, claim, () => abandon(context, provider, claim, signal));
  const open = claims.filter((claim) => !tired.includes(claim));
  if (open.length === 0) return;
  const operations = open.map(({ work }) => work.operation);
  const outcomes = await holdClaims(context, open, () =>
    askProvider(context, provider, () => provider.check(operations, signal), []),
  );
  for (const [position, claim] of open.entries()) {
    const outcome = outcomes[position] ?? {
      kind: 'unanswered',
      message: 'The provider gave no answer for this result.',
    };
    await attend(context, claim, () => record(context, provider, claim, outcome, signal));
  }
}

async function record(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  outcome: CheckOutcome,
  signal: AbortSignal,
): Promise<void> {
  switch (outcome.kind) {
    case 'completed': {
      const details = { next: { inMs: 0 }, output: outcome.output, ...hold(context, provider) };
      await writeOutcome(context, claim, { kind: 'finished' }, details);
      return;
    }
    case 'failed':
      await finish(context, provider, claim, { kind: 'failed', error: outcome.error });
      return;
    case 'running':
    case 'unanswered':
      if (claim.overdue) return expire(context, provider, claim, signal);
      return goOn(context, provider, claim, outcome);
  }
}

/** Still running: stored as an event only when there is something new to tell. */
async function goOn(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  outcome: CheckOutcome & { kind: 'running' | 'unanswered' },
): Promise<void> {
  const { result } = claim;
  const inMs = nextCheckDelayMs(provider.capabilities);
  const progress = outcome.kind === 'running' ? Math.floor(outcome.progress ?? 0) : 0;
  if (outcome.kind === 'unanswered' || progress <= result.progress) {
    const held = hold(context, provider).held ?? null;
    return releaseClaim(context.prisma, claim, { inMs, held, failed: false });
  }
  const change = {
    kind: 'progressed' as const,
    progress,
    progressSource: 'REPORTED' as const,
    etaSeconds: outcome.etaSeconds,
  };
  await writeOutcome(context, claim, change, { next: { inMs }, ...hold(context, provider) });
}

async function expire(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const { deadlineSeconds } = provider.capabilities;
  const message = `The video was not finished within ${deadlineSeconds} seconds and is given up.`;
  const { stillBilled } = await stop(context, provider, claim, signal);
  const error = { ...taskError('DEADLINE_EXCEEDED', provider.name, message), billed: stillBilled };
  await finish(context, provider, claim, { kind: 'failed', error });
}

async function abandon(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  await stop(context, provider, claim, signal);
  await finish(context, provider, claim, { kind: 'failed', error: worn(context, claim) });
}

function stop(context: PollerContext, provider: VideoProvider, { work }: Claim, signal: AbortSignal) {
  return askProvider(context, provider, () => provider.cancel(work.operation, signal), { stillBilled: null });
}

function hold(context: PollerContext, provider: VideoProvider): { held?: { by: string; forMs: number } } {
  return provider.capabilities.operationsAreLocal ? { held: { by: context.worker, forMs: HOLD_MS } } : {};
}
