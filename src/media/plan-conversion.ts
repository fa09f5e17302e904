import { videoBitrate } from '../lib/video-bitrate.js';
import { VIDEO_MODELS } from '../tasks/models.js';
import type { OutputFormat } from '../tasks/task.js';
import type { MediaFacts } from './asset.js';

/** A finished output as its provider delivered it. */
export type DeliveredVideo = {
  facts: MediaFacts;
  /** Whether it plays before it is fully loaded, see `startsAtOnce`. */
  startsAtOnce: boolean;
  /** Whether the provider has compressed it as its task asks. */
  hasAskedQuality: boolean;
};

/** What its task asks for. `quality` is 20-99. */
export type AskedVideo = { format: OutputFormat; quality: number };

/**
 * What has to be done to a delivered file: nothing; `repack`: its samples, untouched, into a new container; `recode`: the
 * picture is encoded again at `bitrate` bits per second, the sound only where the container needs it. `repack` falls back
 * on that bitrate for a picture that the container cannot hold.
 */
export type ConversionPlan = { kind: 'none' } | { kind: 'repack' | 'recode'; format: OutputFormat; bitrate: number };

const [
  {
    outputQuality: { default: DEFAULT_QUALITY },
    frameRate: USUAL_FRAME_RATE,
  },
] = VIDEO_MODELS;

const FORMATS: Readonly<Record<string, OutputFormat>> = {
  'video/mp4': 'MP4',
  'video/quicktime': 'MOV',
  'video/webm': 'WEBM',
};

/** A new container is put together in memory; no video of the model is near this size. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * Decides what a delivered file lacks. The asked quality counts where the provider could not apply it: then the picture
 * is encoded again, but only when that makes the file smaller, as encoding twice never makes a picture better. The default
 * quality asks for nothing.
 */
export function planConversion(delivered: DeliveredVideo, { format, quality }: AskedVideo): ConversionPlan {
  const { facts, startsAtOnce, hasAskedQuality } = delivered;
  if (facts.bytes > MAX_BYTES) return { kind: 'none' };
  const { width, height, frameRate } = facts;
  const codec = format === 'WEBM' ? 'vp9' : 'avc';
  const picture = { codec, quality, width: width ?? 0, height: height ?? 0 } as const;
  const bitrate = videoBitrate({ ...picture, frameRate: frameRate ?? USUAL_FRAME_RATE });
  const deliveredBitrate = (facts.bytes * 8) / (facts.durationSeconds ?? 1);
  if (!hasAskedQuality && quality !== DEFAULT_QUALITY && bitrate < deliveredBitrate) {
    return { kind: 'recode', format, bitrate };
  }
  const isReady = FORMATS[facts.mimeType] === format && (format === 'WEBM' || startsAtOnce);
  return isReady ? { kind: 'none' } : { kind: 'repack', format, bitrate };
}
