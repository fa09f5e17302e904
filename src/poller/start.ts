import type { MaySend, StartOutcome, VideoProvider, VideoRequest } from '../providers/provider.js';
import { claimResults, releaseClaim, type Claim } from '../tasks/claims.js';
import { permitSend } from '../tasks/permit-send.js';
import { otherProvider } from '../tasks/route-task.js';
import { affordableProviders } from './affordable-providers.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import { attendAll } from './claim-round.js';
import { holdClaims } from './hold-claims.js';
import type { PollerContext } from './poller-context.js';
import { prepareRequest } from './prepare-request.js';
import { recordStart } from './record-start.js';
import { recover } from './recover.js';
import { reroute } from './reroute.js';
import { writeOutcome } from './write-outcome.js';

const BATCH = 16;
const LOOK_AGAIN_MS = 2_000;

/**
 * One round of starts. The phase STARTING is stored before the call and the operation after it, so whoever finds a
 * claim in STARTING knows that its answer was lost: that start is recovered by its start key, never sent blindly.
 */
export async function startRound(
  context: PollerContext,
  signal: AbortSignal,
  providers = context.providers,
): Promise<boolean> {
  let found = false;
  for (const provider of providers) {
    const lost = await claim(context, provider, ['STARTING', 'START_UNKNOWN'], BATCH);
    const most = isTrial(context, provider) ? 1 : BATCH;
    const fresh = await claim(context, provider, ['QUEUED'], Math.min(most, provider.freeSlots() ?? BATCH));
    const recovery = { name: 'recover', provider: provider.name } as const;
    const recovering = attendAll(context, lost, (each) =>
      context.watch.run(recovery, [each], () => recover(context, provider, each, signal)),
    );
    await Promise.all([recovering, startAll(context, provider, fresh, signal)]);
    found ||= lost.length + fresh.length > 0;
  }
  return found;
}

function isTrial({ health }: PollerContext, { name }: VideoProvider): boolean {
  return health.isAvailable(name) && health.isOnTrial(name);
}

async function startAll(
  context: PollerContext,
  provider: VideoProvider,
  fresh: Claim[],
  signal: AbortSignal,
): Promise<void> {
  if (context.health.isAvailable(provider.name)) {
    const step = { name: 'start', provider: provider.name } as const;
    return context.watch.run(step, fresh, () => start(context, provider, fresh, signal));
  }
  for (const each of fresh) await attend(context, each, () => passOn(context, provider, each));
}

function claim(
  context: PollerContext,
  provider: VideoProvider,
  phases: ('QUEUED' | 'STARTING' | 'START_UNKNOWN')[],
  limit: number,
) {
  return claimResults(context.prisma, { provider: provider.name, phases }, context.worker, limit);
}

/** A result whose provider is set aside goes to the next one that can make it, or waits. */
async function passOn(context: PollerContext, provider: VideoProvider, each: Claim): Promise<void> {
  const { task, result } = each;
  const isAvailable = context.health.isAvailable.bind(context.health);
  const providers = await affordableProviders(context, each);
  const next = otherProvider(providers, isAvailable, task, provider.name, result.seed);
  if (next === null) await waitForProvider(context, each);
  else await reroute(context, each, next);
}

function waitForProvider({ prisma }: PollerContext, each: Claim): Promise<void> {
  return releaseClaim(prisma, each, { inMs: LOOK_AGAIN_MS, held: null, failed: false });
}

async function start(
  context: PollerContext,
  provider: VideoProvider,
  claims: Claim[],
  signal: AbortSignal,
): Promise<void> {
  const ready: { claim: Claim; request: VideoRequest }[] = [];
  const deadlineInMs = provider.capabilities.deadlineSeconds * 1000;
  for (const each of claims) {
    await attend(context, each, async () => {
      const request = await prepareRequest(context, each);
      if (request === null) return;
      const claimed = await writeOutcome(context, each, { kind: 'claimed' }, { next: 'keep-claim', deadlineInMs });
      if (claimed) ready.push({ claim: each, request });
    });
  }
  if (ready.length === 0) return;
  const outcomes = await holdClaims(
    context,
    ready.map((each) => each.claim),
    () => send(context, provider, ready, signal),
  );
  for (const [position, { claim: each }] of ready.entries()) {
    const outcome = outcomes[position] ?? { kind: 'unknown', message: 'The provider gave no answer for this result.' };
    await attend(context, each, () => recordStart(context, provider, each, outcome));
  }
}

/**
 * A provider that was set aside in the very last moment was sent nothing. A shutdown ends what was not sent yet; what is
 * on the wire is waited for, as cutting it off would make a paid start one that nobody knows of.
 */
async function send(
  context: PollerContext,
  provider: VideoProvider,
  ready: readonly { claim: Claim; request: VideoRequest }[],
  signal: AbortSignal,
): Promise<StartOutcome[]> {
  const claims = new Map(ready.map((each) => [each.request.startKey, each.claim]));
  let isOnTheWire = false;
  const maySend: MaySend = async (startKey) => {
    const asked = claims.get(startKey);
    if (asked === undefined || signal.aborted) return false;
    const isPermitted = await permitSend(context.prisma, asked);
    isOnTheWire ||= isPermitted;
    return isPermitted;
  };
  const cutting = new AbortController();
  const cutUnsent = (): void => {
    if (!isOnTheWire) cutting.abort();
  };
  signal.addEventListener('abort', cutUnsent, { once: true });
  const requests = ready.map(({ request }) => request);
  const ask = (): Promise<StartOutcome[]> =>
    askProvider(context, provider, () => provider.start(requests, maySend, cutting.signal), []);
  try {
    const outcomes = await context.health.runStarts(provider.name, ask);
    return outcomes ?? ready.map(() => ({ kind: 'withheld' }));
  } finally {
    signal.removeEventListener('abort', cutUnsent);
  }
}
