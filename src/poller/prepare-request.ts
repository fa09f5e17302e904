import type { InputFiles, VideoRequest } from '../providers/provider.js';
import type { Claim } from '../tasks/claims.js';
import type { TaskError } from '../tasks/task.js';
import type { PollerContext } from './poller-context.js';
import { MAX_ATTEMPTS, taskError, worn } from './task-errors.js';
import { writeOutcome } from './write-outcome.js';

/** The request of a claim; null when the result had to be failed instead. */
export async function prepareRequest(context: PollerContext, claim: Claim): Promise<VideoRequest | null> {
  if (claim.work.attempts > MAX_ATTEMPTS) {
    await writeOutcome(context, claim, { kind: 'failed', error: worn(context, claim) }, { next: 'never' });
    return null;
  }
  const request = await requestOf(context, claim);
  if ('missingAssetId' in request) {
    const error = missingInput(claim, request.missingAssetId);
    await writeOutcome(context, claim, { kind: 'failed', error }, { next: 'never' });
    return null;
  }
  return request;
}

/** Before anything was sent a missing input is only a mistake; afterwards nobody can tell what it has started. */
function missingInput({ result, work }: Claim, assetId: string): TaskError {
  if (work.sentAt === null) {
    const message = `The input ${assetId} was deleted, or expired, before the video was started.`;
    return taskError('INVALID_INPUT', result.provider, message);
  }
  const message = `The answer to the start was lost, and it cannot be looked for, as the input ${assetId} was deleted, or has expired.`;
  return taskError('START_UNKNOWN', result.provider, message);
}

/** The request of a claim, or the id of an input that is gone. */
export async function requestOf(
  { media, callbackUrl }: PollerContext,
  claim: Claim,
): Promise<VideoRequest | { missingAssetId: string }> {
  const { task, result, work } = claim;
  const inputs = await media.openInputs(task);
  if ('missingAssetId' in inputs) return inputs;
  return toRequest(claim, inputs, callbackUrl(result.provider, work.startKey));
}

function toRequest({ task, result, work }: Claim, inputs: InputFiles, callbackUrl: string | null): VideoRequest {
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
    safety: task.safety,
    inputs,
    callbackUrl,
    requestId: task.requestId,
  };
}
