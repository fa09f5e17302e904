import type { Logger } from '../lib/logger.js';
import { derivedId } from '../lib/new-id.js';
import { keepProducedFile } from './keep-produced-file.js';
import { expiryOf, type MediaRoom } from './media-room.js';
import { makePoster } from './poster.js';
import { reserveTemporaryFile } from './temporary-file.js';

/** A finished output, not yet ours. */
export type Output = {
  callerId: string;
  /** Absolute path of the video. */
  path: string;
  /** The start key of its result: both assets take their ids from it, so that a repeated step finds its own work. */
  startKey: string;
  /** What downloads are called. */
  fileName: string;
  /** How long the files stay; null = as long as the gateway keeps files. */
  ttlSeconds: number | null;
};

export type KeptOutput = { videoAssetId: string; posterAssetId: string | null; expiresAt: Date | null };

/** `mediaProcessPath` is the absolute path of the compiled `media-process.js`. */
export type OutputRoom = MediaRoom & { mediaProcessPath: string; logger: Logger };

/** Makes a finished output ours: the video, checked and hashed, and its poster. A video without a poster is kept too. */
export async function keepOutput(
  room: OutputRoom,
  output: Output,
  signal: AbortSignal,
): Promise<KeptOutput | { rejected: string }> {
  const { callerId, path, startKey, fileName, ttlSeconds } = output;
  const now = new Date();
  const expiresAt = ttlSeconds === null ? expiryOf(room, now) : new Date(now.getTime() + ttlSeconds * 1000);
  const assetId = derivedId('asset', `${startKey}/video`);
  const linksLast = ttlSeconds !== null;
  const video = await keepProducedFile(room, { callerId, path, fileName, expiresAt, linksLast, assetId });
  if (video.kind === 'refused') return { rejected: video.message };
  const posterAssetId = await keepPoster(room, { ...output, expiresAt: video.asset.expiresAt }, signal);
  return { videoAssetId: video.asset.id, posterAssetId, expiresAt: video.asset.expiresAt };
}

async function keepPoster(
  room: OutputRoom,
  { callerId, path, startKey, fileName, ttlSeconds, expiresAt }: Output & { expiresAt: Date | null },
  signal: AbortSignal,
): Promise<string | null> {
  await using picture = await reserveTemporaryFile(room.temporaryDirectory);
  const request = { videoPath: path, outPath: picture.path, entryPath: room.mediaProcessPath, signal };
  const made = await makePoster(request);
  if (made.kind === 'failed') {
    room.logger.warn({ startKey, reason: made.reason }, 'a video has no poster');
    return null;
  }
  const assetId = derivedId('asset', `${startKey}/poster`);
  const linksLast = ttlSeconds !== null;
  const kept = await keepProducedFile(room, { callerId, path: picture.path, fileName, expiresAt, linksLast, assetId });
  return kept.kind === 'kept' ? kept.asset.id : null;
}
