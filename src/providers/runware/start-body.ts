import type { Json } from '../../lib/json.js';
import type { VideoRequest } from '../provider.js';
import { promptWithShotType } from '../shot-sentence.js';
import { RUNWARE_SIZES } from './capabilities.js';
import type { HandedOver } from './hand-over.js';
import type { RunwareTask } from './wire.js';

const MODEL = 'alibaba:wan@2.7';
const PROMPT_MAX_CHARACTERS = 5000;
/**
 * How long Runware keeps the file. The caller's own wish is about our copy: this one has to be there still when a gateway
 * that was off comes back to fetch it.
 */
const TTL_SECONDS = 86_400;

/**
 * One `videoInference` task (runware.ai/docs/models/alibaba-wan2-7). Every option is explicit, except the ones that the
 * model refuses: a `safety` that was not asked for, `settings.shotType` without references, and the size beside frames.
 */
export function startBody(request: VideoRequest, inputs: HandedOver): RunwareTask {
  const { startKey, negativePrompt, callbackUrl, safety } = request;
  const hasReferences = inputs.referenceImages.length + inputs.referenceVideos.length > 0;
  // With references `settings.shotType` says it.
  const prompt = promptWithShotType(hasReferences ? { ...request, shotType: null } : request, PROMPT_MAX_CHARACTERS);
  const wireInputs = toWireInputs(inputs);
  return {
    taskType: 'videoInference',
    taskUUID: startKey,
    model: MODEL,
    ...(prompt.trim() === '' ? {} : { positivePrompt: prompt }),
    ...(negativePrompt === null || negativePrompt.trim() === '' ? {} : { negativePrompt }),
    ...sizeOf(request, inputs),
    duration: request.durationSeconds,
    seed: request.seed,
    numberResults: 1,
    deliveryMethod: 'async',
    outputType: 'URL',
    outputFormat: request.outputFormat,
    outputQuality: request.outputQuality,
    includeCost: true,
    ttl: TTL_SECONDS,
    ...(callbackUrl !== null && /^https:/i.test(callbackUrl) ? { webhookURL: callbackUrl } : {}),
    ...(safety === 'NONE' ? {} : { safety: { checkContent: true, mode: safety === 'FULL' ? 'full' : 'fast' } }),
    settings: settingsOf(request, hasReferences),
    ...(Object.keys(wireInputs).length === 0 ? {} : { inputs: wireInputs }),
  };
}

/** Exactly one of the two: with frames the ratio is the picture's own, so there is a `resolution` only. */
function sizeOf({ quality, aspectRatio }: VideoRequest, { firstFrame, lastFrame }: HandedOver): Record<string, Json> {
  if (firstFrame !== null || lastFrame !== null) return { resolution: quality === 'P1080' ? '1080p' : '720p' };
  const [width, height] = RUNWARE_SIZES[quality][aspectRatio];
  return { width, height };
}

function settingsOf({ generateAudio, promptExtend, shotType, shots }: VideoRequest, hasReferences: boolean): Json {
  const settings = { audio: generateAudio, promptExtend };
  if (!hasReferences) return settings;
  const isMulti = shotType === 'MULTI' || (shotType === null && shots.length > 1);
  return { ...settings, shotType: isMulti ? 'multi' : 'single' };
}

function toWireInputs(inputs: HandedOver): Record<string, Json> {
  const { firstFrame, lastFrame, referenceImages, referenceVideos, audio } = inputs;
  const frameImages = [
    ...(firstFrame === null ? [] : [{ image: firstFrame, frame: 'first' }]),
    ...(lastFrame === null ? [] : [{ image: lastFrame, frame: 'last' }]),
  ];
  return {
    ...(frameImages.length === 0 ? {} : { frameImages }),
    ...(referenceImages.length === 0 ? {} : { referenceImages }),
    ...(referenceVideos.length === 0 ? {} : { referenceVideos }),
    ...(audio === null ? {} : { audio }),
  };
}
