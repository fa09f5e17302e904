import { stat } from 'node:fs/promises';
import type { Logger } from '../lib/logger.js';
import { derivedId } from '../lib/new-id.js';
import type { KeptOutput } from '../tasks/video-task.js';
import { keepProducedFile } from './keep-produced-file.js';
import { expiryOf, type MediaRoom } from './media-room.js';
import { makePoster, type PosterOutcome } from './poster.js';
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
  await using picture = await reserveTemporaryFile(room.temporaryDirectory);
  const refused = new AbortController();
  // The picture is taken while the video is checked, hashed and copied; each of the two waits for processes.
  const taking = makePoster({
    videoPath: path,
    outPath: picture.path,
    entryPath: room.mediaProcessPath,
    signal: AbortSignal.any([signal, refused.signal]),
  });
  const video = await keepProducedFile(room, { callerId, path, fileName, expiresAt, linksLast, assetId, isVideo: true })
    .then((kept) => {
      if (kept.kind === 'refused') refused.abort();
      return kept;
    })
    .catch(async (error: unknown) => {
      refused.abort();
      await taking;
      throw error;
    });
  const poster = await taking;
  if (video.kind === 'refused') return { rejected: video.message };
  const kept = { ...output, expiresAt: video.asset.expiresAt };
  const posterAssetId = await keepPoster(room, kept, picture.path, poster);
  const extras = { originalAssetId: null, previewAssetId: null, storyboard: null };
  return { videoAssetId: video.asset.id, posterAssetId, ...extras, expiresAt: video.asset.expiresAt };
}

/** The picture is our own work, of a size that is known: it is kept as it is, without another process to look at it. */
async function keepPoster(
  room: OutputRoom,
  { callerId, startKey, fileName, ttlSeconds, expiresAt }: Output & { expiresAt: Date | null },
  path: string,
  poster: PosterOutcome,
): Promise<string | null> {
  if (poster.kind === 'failed') {
    room.logger.warn({ startKey, reason: poster.reason }, 'a video has no poster');
    return null;
  }
  const { width, height } = poster;
  const { size: bytes } = await stat(path);
  const picture = { kind: 'IMAGE', mimeType: 'image/jpeg', bytes, width, height } as const;
  const facts = { ...picture, durationSeconds: null, frameRate: null, hasAudio: null };
  const places = { ...room, probe: () => Promise.resolve({ kind: 'probed', facts } as const) };
  const assetId = derivedId('asset', `${startKey}/poster`);
  const linksLast = ttlSeconds !== null;
  const kept = await keepProducedFile(places, { callerId, path, fileName, expiresAt, linksLast, assetId });
  return kept.kind === 'kept' ? kept.asset.id : null;
}
