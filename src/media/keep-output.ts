import type { KeptOutput } from '../tasks/video-task.js';
import { keepPictures } from './keep-pictures.js';
import { keepVideo, type DeliveredOutput, type VideoRoom } from './keep-video.js';
import type { MakePictures } from './make-pictures.js';
import { expiryOf } from './media-room.js';
import { reserveTemporaryFile } from './temporary-file.js';

export type OutputRoom = VideoRoom & { makePictures: MakePictures };

/**
 * Makes a finished output ours: the video, checked, converted where that was asked for, and hashed; and its pictures. A
 * video without pictures is kept too.
 */
export async function keepOutput(
  room: OutputRoom,
  output: DeliveredOutput,
  signal: AbortSignal,
): Promise<KeptOutput | { rejected: string }> {
  const { path, startKey, ttlSeconds } = output;
  const now = new Date();
  const expiry = ttlSeconds === null ? expiryOf(room, now) : new Date(now.getTime() + ttlSeconds * 1000);
  await using poster = await reserveTemporaryFile(room.temporaryDirectory);
  await using sprite = await reserveTemporaryFile(room.temporaryDirectory);
  await using preview = await reserveTemporaryFile(room.temporaryDirectory);
  const paths = { videoPath: path, posterPath: poster.path, spritePath: sprite.path, previewPath: preview.path };
  // The pictures are taken while the video is checked, hashed and copied; each of the two waits for processes.
  const unwanted = new AbortController();
  const picturing = room.makePictures({ paths, signal: AbortSignal.any([signal, unwanted.signal]) });
  // It is waited for below; until then, its failure must not look like one that nobody waits for.
  picturing.catch(() => undefined);
  const kept = await keepVideo(room, output, expiry, signal).catch(async (error: unknown) => {
    unwanted.abort();
    await picturing;
    throw error;
  });
  if ('rejected' in kept) unwanted.abort();
  const made = await picturing;
  if ('rejected' in kept) return kept;
  const reason = made.kind === 'failed' ? made.reason : made.problem;
  if (reason !== null) room.logger.warn({ startKey, reason }, 'a video lacks pictures');
  const { video, originalAssetId } = kept;
  const { expiresAt } = video;
  const pictures = await keepPictures(room, output, { paths, made, expiresAt });
  return { videoAssetId: video.id, originalAssetId, ...pictures, expiresAt };
}
