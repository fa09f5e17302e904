import { writeFile } from 'node:fs/promises';
import type { VideoSample, VideoSampleSink } from 'mediabunny';
import { drawFrame, type Frame } from './draw-frame.js';

/** Where to look, as parts of the duration: the first frame that is neither black nor blank is taken. */
const PLACES = [1 / 3, 1 / 2, 2 / 3, 1 / 6, 5 / 6, 0];
/** Luminance from 0 to 255; below it a frame counts as black. */
const MIN_MEAN = 16;
/** Standard deviation of the luminance; below it a frame counts as blank. */
const MIN_SPREAD = 6;
const JPEG_QUALITY = 88;

/** The part of a video that pictures are taken from, in seconds. */
export type Span = { start: number; duration: number };

/** Decodes a representative frame and writes it as JPEG. Null when no frame can be decoded. */
export async function takePoster(
  sink: VideoSampleSink,
  { start, duration }: Span,
  outPath: string,
): Promise<{ width: number; height: number } | null> {
  const frame = await pickFrame((place) => sink.getSample(start + place * duration));
  if (frame === null) return null;
  const { canvas } = frame;
  await writeFile(outPath, await canvas.encode('jpeg', JPEG_QUALITY));
  return { width: canvas.width, height: canvas.height };
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
