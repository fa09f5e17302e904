import { writeFile } from 'node:fs/promises';
import { registerMediabunnyServer } from '@mediabunny/server';
import { FilePathSource, Input, MP4, QTFF, VideoSampleSink, WEBM, type VideoSample } from 'mediabunny';
import { drawFrame, type Frame } from './draw-frame.js';
import type { MediaAnswer } from './media-order.js';

/** Where to look, as parts of the duration: the first frame that is neither black nor blank is taken. */
const PLACES = [1 / 3, 1 / 2, 2 / 3, 1 / 6, 5 / 6, 0];
/** Luminance from 0 to 255; below it a frame counts as black. */
const MIN_MEAN = 16;
/** Standard deviation of the luminance; below it a frame counts as blank. */
const MIN_SPREAD = 6;
const JPEG_QUALITY = 88;

/** Decodes a representative frame and writes it as JPEG. Runs native code: only the media process calls it. */
export async function takePoster(videoPath: string, outPath: string): Promise<MediaAnswer> {
  // Looking for decoders in hardware takes longer than the picture.
  registerMediabunnyServer({ hardwareContext: null });
  using input = new Input({ source: new FilePathSource(videoPath), formats: [MP4, QTFF, WEBM] });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return { kind: 'failed', reason: 'The file has no picture in it.' };
  const start = await track.getFirstTimestamp();
  const duration = (await track.computeDuration()) - start;
  const sink = new VideoSampleSink(track);
  const frame = await pickFrame((place) => sink.getSample(start + place * duration));
  if (frame === null) return { kind: 'failed', reason: 'No frame of the video can be decoded.' };
  const { canvas } = frame;
  await writeFile(outPath, await canvas.encode('jpeg', JPEG_QUALITY));
  return { kind: 'made', width: canvas.width, height: canvas.height };
}

async function pickFrame(sampleAt: (place: number) => Promise<VideoSample | null>): Promise<Frame | null> {
  let best: Frame | null = null;
  for (const place of PLACES) {
    using sample = await sampleAt(place);
    if (sample === null) continue;
    const frame = await drawFrame(sample);
    if (frame.mean >= MIN_MEAN && frame.spread >= MIN_SPREAD) return frame;
    if (best === null || frame.spread > best.spread) best = frame;
  }
  return best;
}
