import type { Json } from '../lib/json.js';
import type { InputFiles, StartOutcome, VideoProvider, VideoRequest } from '../providers/provider.js';
import { keepLateOperation } from '../tasks/change-result.js';
import { claimResults, releaseClaim, type Claim } from '../tasks/claims.js';
import { askProvider } from './ask-provider.js';
import { attend } from './attend.js';
import { holdClaims } from './hold-claims.js';
import { firstCheckDelayMs, HOLD_MS } from './next-check.js';
import { MAX_ATTEMPTS, taskError, worn } from './task-errors.js';
import type { PollerContext } from './poller-context.js';
import { writeOutcome } from './write-outcome.js';

const BATCH = 16;
const RECOVER_AGAIN_MS = 5_000;

/**
 * One round of starts. The phase STARTING is stored before the call and the operation after it, so whoever finds a
 * claim in STARTING knows that its answer was lost: that start is recovered by its start key, never sent blindly.
 */
export async function startRound(context: PollerContext, signal: AbortSignal): Promise<boolean> {
  let found = false;
  for (const provider of context.providers) {
    const lost = await claim(context, provider, ['STARTING', 'START_UNKNOWN'], BATCH);
    await holdClaims(context, lost, async () => {
      for (const each of lost) await attend(context, each, () => recover(context, provider, each, signal));
    });
    const fresh = await claim(context, provider, ['QUEUED'], Math.min(BATCH, provider.freeSlots() ?? BATCH));
    await start(context, provider, fresh, signal);
    found ||= lost.length + fresh.length > 0;
  }
  return found;
}

function claim(
  context: PollerContext,
  provider: VideoProvider,
  phases: ('QUEUED' | 'STARTING' | 'START_UNKNOWN')[],
  limit: number,
) {
  return claimResults(context.prisma, { provider: provider.name, phases }, context.worker, limit);
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
      const request = await prepare(context, each);
      if (request === null) return;
      const claimed = await writeOutcome(context, each, { kind: 'claimed' }, { next: 'keep-claim', deadlineInMs });
      if (claimed) ready.push({ claim: each, request });
    });
  }
  if (ready.length === 0) return;
  const requests = ready.map(({ request }) => request);
  const ask = () => askProvider(context, provider, () => provider.start(requests, signal), []);
  const outcomes = await holdClaims(
    context,
    ready.map((each) => each.claim),
    ask,
  );
  for (const [position, { claim: each }] of ready.entries()) {
    const outcome = outcomes[position] ?? { kind: 'unknown', message: 'The provider gave no answer for this result.' };
    await attend(context, each, () => record(context, provider, each, outcome));
  }
}

async function recover(
  context: PollerContext,
  provider: VideoProvider,
  each: Claim,
  signal: AbortSignal,
): Promise<void> {
  const request = await prepare(context, each);
  if (request === null) return;
  if (each.result.phase === 'STARTING') {
    const kept = await writeOutcome(context, each, { kind: 'start-lost' }, { next: 'keep-claim' });
    if (!kept) return;
  }
  const silence = { kind: 'unknown' as const, message: 'The provider gave no answer for this result.' };
  const outcome = await askProvider(context, provider, () => provider.recover(request, signal), silence);
  const isKnown = outcome !== null && (outcome.kind === 'started' || outcome.kind === 'refused');
  if (isKnown || (outcome !== null && !each.overdue)) return record(context, provider, each, outcome);
  const message = 'The answer to the start was lost, and the provider cannot tell whether it runs.';
  const error = taskError('START_UNKNOWN', provider.name, message);
  await writeOutcome(context, each, { kind: 'failed', error }, { next: 'never' });
}

/** The request of a claim; null when the result had to be failed instead. */
async function prepare(context: PollerContext, each: Claim): Promise<VideoRequest | null> {
  const { task, result, work } = each;
  if (work.attempts > MAX_ATTEMPTS) {
    const error = worn(context, each);
    await writeOutcome(context, each, { kind: 'failed', error }, { next: 'never' });
    return null;
  }
  const inputs = await context.media.openInputs(task);
  if ('missingAssetId' in inputs) {
    const message = `The input ${inputs.missingAssetId} was deleted before the video was started.`;
    await writeOutcome(
      context,
      each,
      { kind: 'failed', error: taskError('INVALID_INPUT', result.provider, message) },
      { next: 'never' },
    );
    return null;
  }
  return toRequest(each, inputs);
}

function toRequest({ task, result, work }: Claim, inputs: InputFiles): VideoRequest {
  return {
    startKey: work.startKey,
    mode: task.mode,
    prompt: task.prompt,
    negativePrompt: task.negativePrompt,
    shots: task.shots,
    shotType: task.shotType,
    quality: task.quality,
    aspectRatio: task.aspectRatio,
    width: task.width,
    height: task.height,
    durationSeconds: task.durationSeconds,
    seed: result.seed,
    promptExtend: task.promptExtend,
    generateAudio: task.generateAudio,
    outputFormat: task.outputFormat,
    outputQuality: task.outputQuality,
    inputs,
  };
}

async function record(
  context: PollerContext,
  provider: VideoProvider,
  each: Claim,
  outcome: StartOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'started': {
      const { operation, providerTaskId, actualPrompt } = outcome;
      const { operationsAreLocal, deadlineSeconds } = provider.capabilities;
      const held = operationsAreLocal ? { held: { by: context.worker, forMs: HOLD_MS } } : {};
      const next = { inMs: firstCheckDelayMs(provider.capabilities) };
      const change = { kind: 'started' as const, providerTaskId, actualPrompt };
      const kept = await writeOutcome(context, each, change, {
        next,
        operation,
        deadlineInMs: deadlineSeconds * 1000,
        ...held,
      });
      if (!kept) await stopLate(context, provider, each, operation);
      return;
    }
    case 'busy':
      if (each.result.phase !== 'QUEUED') return recoverAgain(context, each, outcome.retryAfterMs);
      await writeOutcome(context, each, { kind: 'deferred' }, { next: { inMs: outcome.retryAfterMs } });
      return;
    case 'refused':
      await writeOutcome(context, each, { kind: 'failed', error: outcome.error }, { next: 'never' });
      return;
    case 'unknown':
      context.logger.warn({ resultId: each.result.id, reason: outcome.message }, 'the answer to a start was lost');
      if (each.result.phase !== 'QUEUED') return recoverAgain(context, each, RECOVER_AGAIN_MS);
      await writeOutcome(context, each, { kind: 'start-lost' }, { next: { inMs: RECOVER_AGAIN_MS } });
  }
}

function recoverAgain({ prisma }: PollerContext, each: Claim, inMs: number): Promise<void> {
  return releaseClaim(prisma, each, { inMs, held: null, failed: false });
}

/** A start that came back after its result was done, or deleted: its operation is stopped by the stop lane, or here. */
async function stopLate(context: PollerContext, provider: VideoProvider, each: Claim, operation: Json): Promise<void> {
  if (await keepLateOperation(context.prisma, context.announcer, each.result.id, operation)) return;
  const gone = (await context.prisma.videoResult.count({ where: { id: each.result.id } })) === 0;
  if (!gone) return;
  context.logger.warn(
    { resultId: each.result.id, operation },
    'a start came back after its task was deleted; it is stopped',
  );
  await askProvider(context, provider, () => provider.cancel(operation, new AbortController().signal), null);
}
