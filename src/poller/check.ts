import { setTimeout as delay } from 'node:timers/promises';
import type { CheckOutcome, VideoProvider } from '../providers/provider.js';
import { claimChecks, countDueChecks, type CheckClaim } from '../tasks/claim-checks.js';
import { takeBudget } from '../tasks/take-budget.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import { createFollowUp } from './follow-up.js';
import { holdClaims } from './hold-claims.js';
import type { PollerContext } from './poller-context.js';
import { recordCheck, abandon } from './record-check.js';
import { MAX_ATTEMPTS } from './task-errors.js';

/** Operations looked up in one round, in as many requests as the provider's wire needs. */
const BATCH = 200;
/**
 * A request that looks many operations up takes those along that are due within this time, while it has room: so they
 * keep coming together, and however their due times lie, a provider with few operations gets one request in this time.
 */
const COMPANIONS_MS = 5_000;

/** One round of checks: all due operations of a provider are looked up together, as many as its rate limit allows. */
export async function checkRound(
  context: PollerContext,
  signal: AbortSignal,
  providers = context.providers,
): Promise<boolean> {
  let found = false;
  for (const provider of providers) {
    const claims = await claim(context, provider, signal);
    const step = { name: 'check', provider: provider.name } as const;
    if (claims.length > 0) await context.watch.run(step, claims, () => check(context, provider, claims, signal));
    found ||= claims.length > 0;
  }
  return found;
}

/** Requests are paid out of the budget before anything is claimed: what has to wait keeps its due time, and its turn. */
async function claim(
  { prisma, worker }: PollerContext,
  { name: provider, capabilities }: VideoProvider,
  signal: AbortSignal,
): Promise<CheckClaim[]> {
  const { checkBatch, checksPerSecond } = capabilities;
  if (checksPerSecond === null) return claimChecks(prisma, { provider, limit: BATCH, aheadMs: 0 }, worker);
  const due = await countDueChecks(prisma, provider, worker, BATCH);
  if (due === 0) return [];
  const budget = { account: provider, perSecond: checksPerSecond, want: Math.ceil(due / checkBatch) };
  let granted = await takeBudget(prisma, budget);
  if (granted === 0) {
    await delay(1000 / checksPerSecond, undefined, { signal }).catch(() => undefined);
    granted = await takeBudget(prisma, budget);
  }
  const aheadMs = checkBatch > 1 ? COMPANIONS_MS : 0;
  return claimChecks(prisma, { provider, limit: granted * checkBatch, aheadMs }, worker);
}

async function check(
  context: PollerContext,
  provider: VideoProvider,
  claims: CheckClaim[],
  signal: AbortSignal,
): Promise<void> {
  const followUp = createFollowUp(context, provider);
  const tired = claims.filter(({ work }) => work.attempts > MAX_ATTEMPTS);
  for (const each of tired) await attend(context, each, () => abandon(context, provider, each, signal));
  const open = claims.filter((each) => !tired.includes(each));
  if (open.length > 0) {
    await holdClaims(context, open, async () => {
      const operations = open.map(({ work }) => work.operation);
      const outcomes = await askProvider(context, provider, () => provider.check(operations, signal), []);
      for (const [position, each] of open.entries()) {
        const outcome = outcomes[position] ?? silence;
        await attend(context, each, () => recordCheck(context, provider, followUp, each, outcome, signal));
      }
    });
  }
  await followUp.flush();
}

const silence: CheckOutcome = {
  kind: 'unanswered',
  message: 'The provider gave no answer for this result.',
  retryAfterMs: null,
};
