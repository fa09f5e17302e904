import type { StartOutcome, VideoProvider } from '../providers/provider.js';
import { releaseClaim, type Claim } from '../tasks/claims.js';
import { isForgotten } from '../tasks/is-forgotten.js';
import { findKnownTaskIds, permitResend } from '../tasks/permit-send.js';
import { askProvider } from './ask-provider.js';
import type { PollerContext } from './poller-context.js';
import { prepareRequest } from './prepare-request.js';
import { recordStart } from './record-start.js';
import { taskError } from './task-errors.js';
import { writeOutcome } from './write-outcome.js';

/** How long until a start that only a callback can settle is thought of again. */
const WAIT_FOR_CALLBACK_MS = 60_000;

/**
 * Settles a start whose answer was lost. Without a permission to send, nothing was sent: it simply waits for its start
 * again. Otherwise the provider is asked by the start key, or by its list; where it can never tell, only its callback
 * can, until the deadline. It is never sent blindly, and it fails openly in the end.
 */
export async function recover(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const request = await prepareRequest(context, claim);
  if (request === null) return;
  const { phase } = claim.result;
  const { sentAt } = claim.work;
  if (sentAt === null && !provider.capabilities.operationsAreLocal) {
    if (phase === 'STARTING') await writeOutcome(context, claim, { kind: 'deferred' }, { next: { inMs: 0 } });
    else await giveUp(context, provider, claim);
    return;
  }
  if (phase === 'STARTING' && !(await writeOutcome(context, claim, { kind: 'start-lost' }, { next: 'keep-claim' })))
    return;
  const knownTaskIds = (ids: readonly string[]) => findKnownTaskIds(context.prisma, claim, ids);
  const maySend = () => permitResend(context.prisma, claim);
  const lost = { request, sentAt: sentAt ?? new Date(), mayResend: true, maySend, knownTaskIds };
  const message = 'The provider gave no answer for this result.';
  const silence = { kind: 'unknown', message, unanswered: true } as const;
  const outcome = await askProvider(context, provider, () => provider.recover(lost, signal), silence);
  await settle(context, provider, claim, outcome, request.callbackUrl !== null);
}

async function settle(
  context: PollerContext,
  provider: VideoProvider,
  claim: Claim,
  outcome: StartOutcome | null,
  callbackMayCome: boolean,
): Promise<void> {
  const isKnown = outcome !== null && (outcome.kind === 'started' || outcome.kind === 'refused');
  if (isKnown || (outcome !== null && !isOver(claim, outcome))) return recordStart(context, provider, claim, outcome);
  if (outcome === null && callbackMayCome && !claim.overdue) {
    return releaseClaim(context.prisma, claim, { inMs: WAIT_FOR_CALLBACK_MS, held: null, failed: false });
  }
  await giveUp(context, provider, claim);
}

/**
 * Whether a look that found nothing was the last one. Silence proves nothing: this machine may have woken up before its
 * network. Past the deadline it is looked on until somebody answers, or nothing can be left of the start.
 */
export function isOver({ overdue, work }: Pick<Claim, 'overdue' | 'work'>, outcome: StartOutcome): boolean {
  const isSilent = outcome.kind === 'unknown' && outcome.unanswered === true;
  return overdue && (!isSilent || isForgotten(work.sentAt));
}

async function giveUp(context: PollerContext, provider: VideoProvider, claim: Claim): Promise<void> {
  const message = 'The answer to the start was lost, and the provider cannot tell whether it runs.';
  const error = taskError('START_UNKNOWN', provider.name, message);
  await writeOutcome(context, claim, { kind: 'failed', error }, { next: 'never' });
}
