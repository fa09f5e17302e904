import type { Json } from '../lib/json.js';
import type { StartOutcome, VideoProvider } from '../providers/provider.js';
import { keepLateOperation } from '../tasks/change-result.js';
import { releaseClaim, type Claim } from '../tasks/claims.js';
import { nextProvider } from '../tasks/route-task.js';
import type { TaskErrorCode } from '../tasks/task.js';
import { aboutClaim } from './about-claim.js';
import { affordableProviders } from './affordable-providers.js';
import { askProvider } from './ask-provider.js';
import { paceCheck } from './check-pace.js';
import { estimateEtaSeconds, firstCheckDelayMs } from './next-check.js';
import { holdOperation } from './hold-operation.js';
import type { PollerContext } from './poller-context.js';
import { reroute } from './reroute.js';
import { typicalTime } from './typical-time.js';
import { writeOutcome } from './write-outcome.js';

/** How long until a lost start is looked for at first, and from then on: a look at a list may take many requests. */
const RECOVER_MS = 5_000;
const RECOVER_AGAIN_MS = 30_000;
const WITHHELD_AGAIN_MS = 1_000;

/** Refusals before any work that another provider need not share. */
const OTHERS_MAY_TAKE_IT: readonly TaskErrorCode[] = ['PROVIDER_AUTH', 'PROVIDER_BALANCE', 'PROVIDER_UNAVAILABLE'];

/** Writes what became of a start. */
export async function recordStart(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  outcome: StartOutcome,
): Promise<void> {
  // A claim that came in as QUEUED has had its start sent just now; any other is a lost start that was looked for.
  const isFresh = claim.result.phase === 'QUEUED';
  switch (outcome.kind) {
    case 'started':
      return started(context, provider, claim, outcome);
    case 'withheld':
      if (!isFresh) return lookAgain(context, claim, WITHHELD_AGAIN_MS);
      await writeOutcome(context, claim, { kind: 'deferred' }, { next: { inMs: WITHHELD_AGAIN_MS } });
      return;
    case 'busy':
      if (!isFresh) return lookAgain(context, claim, outcome.retryAfterMs);
      if (await tryOthers(context, provider, claim, outcome.error.code)) return;
      await writeOutcome(context, claim, { kind: 'deferred' }, { next: { inMs: outcome.retryAfterMs } });
      return;
    case 'refused':
      if (isFresh && (await tryOthers(context, provider, claim, outcome.error.code))) return;
      await writeOutcome(
        context,
        claim,
        { kind: 'failed', error: outcome.error },
        { next: 'never', answer: outcome.answer },
      );
      return;
    case 'unknown':
      context.logger.warn({ ...aboutClaim(claim), reason: outcome.message }, 'the answer to a start was lost');
      if (!isFresh) return lookAgain(context, claim, RECOVER_AGAIN_MS);
      await writeOutcome(context, claim, { kind: 'start-lost' }, { next: { inMs: RECOVER_MS } });
  }
}

/** Falls back to the next provider where the refusal proves that nothing was started, and says nothing of the request. */
async function tryOthers(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  code: TaskErrorCode,
): Promise<boolean> {
  if (!OTHERS_MAY_TAKE_IT.includes(code)) return false;
  const isAvailable = context.health.isAvailable.bind(context.health);
  const providers = await affordableProviders(context, claim);
  const next = nextProvider(providers, isAvailable, claim.task, provider.name, claim.result.seed);
  if (next === null) return false;
  await reroute(context, claim, next);
  return true;
}

async function started(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  { operation, providerTaskId, actualPrompt, answer }: StartOutcome & { kind: 'started' },
): Promise<void> {
  const { capabilities } = provider;
  const held = holdOperation(context, provider);
  const typical = await typicalTime(context, provider, claim.task);
  const etaSeconds = capabilities.operationsAreLocal ? null : estimateEtaSeconds(typical, 0);
  const kept = await writeOutcome(
    context,
    claim,
    { kind: 'started', providerTaskId, actualPrompt, etaSeconds },
    {
      next: { inMs: await paceCheck(context, provider, firstCheckDelayMs(capabilities, typical)) },
      operation,
      answer,
      deadlineInMs: capabilities.deadlineSeconds * 1000,
      ...(held === null ? {} : { held }),
    },
  );
  if (!kept) await stopLate(context, provider, claim, { operation, providerTaskId });
}

function lookAgain({ prisma }: PollerContext, claim: Claim, inMs: number): Promise<void> {
  return releaseClaim(prisma, claim, { inMs, held: null, failed: false });
}

/** A start that came back after its result was done, or deleted: its operation is stopped by the stop lane, or here. */
async function stopLate(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  late: { operation: Json; providerTaskId: string },
): Promise<void> {
  if (await keepLateOperation(context.prisma, context.announcer, claim.result.id, late)) return;
  const gone = (await context.prisma.videoResult.count({ where: { id: claim.result.id } })) === 0;
  if (!gone) return;
  context.logger.warn(
    { ...aboutClaim(claim), operation: late.operation },
    'a start came back after its task was deleted; it is stopped',
  );
  await askProvider(context, provider, () => provider.cancel(late.operation, new AbortController().signal), null);
}
