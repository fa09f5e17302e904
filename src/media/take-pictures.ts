import { registerMediabunnyServer } from '@mediabunny/server';
import { FilePathSource, Input, MP4, QTFF, VideoSampleSink, WEBM } from 'mediabunny';
import type { MediaAnswer, MediaOrder } from './media-order.js';
import { takePoster } from './take-poster.js';
import { takeTiles } from './take-tiles.js';

/** Makes the pictures of a video. Runs native code: only the media process calls it. */
export async function takePictures(order: MediaOrder & { kind: 'pictures' }): Promise<MediaAnswer> {
  // Looking for decoders in hardware takes longer than the pictures.
  registerMediabunnyServer({ hardwareContext: null });
  using input = new Input({ source: new FilePathSource(order.videoPath), formats: [MP4, QTFF, WEBM] });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return { kind: 'failed', reason: 'The file has no picture in it.' };
  const start = await track.getFirstTimestamp();
  const span = { start, duration: (await track.computeDuration()) - start };
  const sink = new VideoSampleSink(track);
  const poster = await takePoster(sink, span, order.posterPath);
  if (poster === null) return { kind: 'failed', reason: 'No frame of the video can be decoded.' };
  try {
    return {
      kind: 'pictured',
      poster,
      storyboard: await takeTiles(sink, { ...order, ...poster, span }),
      problem: null,
    };
  } catch (error) {
    return { kind: 'pictured', poster, storyboard: null, problem: String(error) };
  }
}
