import type { Logger } from '../lib/logger.js';
import type { MediaAsset, MediaFacts } from './asset.js';
import type { ConvertVideo } from './convert.js';
import { keepPart, partId, type OutputOwner, type PartName } from './keep-part.js';
import type { MediaRoom } from './media-room.js';
import { planConversion, type AskedVideo, type ConversionPlan } from './plan-conversion.js';
import { startsAtOnce } from './starts-at-once.js';
import { reserveTemporaryFile } from './temporary-file.js';

/** A conversion that failed so often, seconds apart, is believed to be impossible. */
const MAX_CONVERSIONS = 3;

/** A finished video as its provider delivered it, and what its task asks for. */
export type DeliveredOutput = OutputOwner & {
  /** Absolute path of the video. */
  path: string;
  asked: AskedVideo;
  /** Whether the provider has compressed it as asked. */
  hasAskedQuality: boolean;
  /** How often it was tried to keep it, this time included. */
  attempt: number;
};

export type VideoRoom = MediaRoom & { convert: ConvertVideo; logger: Logger };
export type KeptVideo = { video: MediaAsset; originalAssetId: string | null };

/**
 * Makes a delivered video ours, converted where its task asks for something else. The provider's own bytes, with whatever
 * tells of their origin, are kept beside a converted one.
 */
export async function keepVideo(
  room: VideoRoom,
  output: DeliveredOutput,
  expiresAt: Date | null,
  signal: AbortSignal,
): Promise<KeptVideo | { rejected: string }> {
  const probe = await room.probe(output.path, true);
  if (probe.kind === 'rejected') return { rejected: probe.reason };
  if (probe.kind === 'unjudged') throw new Error(`An output could not be examined: ${probe.reason}`);
  const { facts } = probe;
  if (facts.kind !== 'VIDEO') return { rejected: 'The file is no video.' };
  const { path, asked, hasAskedQuality } = output;
  const keep = keeper(room, output);
  const plan = planConversion({ facts, startsAtOnce: await startsAtOnce(path), hasAskedQuality }, asked);
  if (plan.kind === 'none') return { video: await keep('video', path, facts, expiresAt), originalAssetId: null };

  await using converted = await reserveTemporaryFile(room.temporaryDirectory);
  // Found after a crash: then nothing has to be made again.
  const found = await room.assets.find(output.callerId, partId(output, 'video'));
  const made = found ?? (await convert(room, output, plan, converted.path, signal));
  if (made === null) return { video: await keep('video', path, facts, expiresAt), originalAssetId: null };
  const video = await keep('video', converted.path, made, expiresAt);
  const original = await keep('original', path, facts, video.expiresAt);
  return { video, originalAssetId: original.id };
}

function keeper(room: VideoRoom, output: DeliveredOutput) {
  return async (name: PartName, path: string, facts: MediaFacts, expiresAt: Date | null): Promise<MediaAsset> => {
    const kept = await keepPart(room, output, { name, path, facts, expiresAt });
    if (kept.kind === 'refused') throw new Error(kept.message);
    return kept.asset;
  };
}

/** Null in the end, when it cannot be done: a paid video is worth more than its container. */
async function convert(
  room: VideoRoom,
  { path, startKey, attempt }: DeliveredOutput,
  plan: Exclude<ConversionPlan, { kind: 'none' }>,
  outputPath: string,
  signal: AbortSignal,
): Promise<MediaFacts | null> {
  const outcome = await room.convert({ inputPath: path, outputPath, plan, signal });
  const probe = outcome.kind === 'converted' ? await room.probe(outputPath) : outcome;
  if (probe.kind === 'probed') return probe.facts;
  if (signal.aborted || attempt < MAX_CONVERSIONS) throw new Error(`An output could not be converted: ${probe.reason}`);
  room.logger.error({ startKey, reason: probe.reason }, 'a video is kept as it was delivered, not as it was asked for');
  return null;
}
