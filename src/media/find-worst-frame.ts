import { registerMediabunnyServer } from '@mediabunny/server';
import {
  FilePathSource,
  Input,
  MP4,
  QTFF,
  VideoSampleSink,
  WEBM,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import { loadClassifier, PICTURE_SIZE, type ClassifyFrames } from './classify-frames.js';
import type { MediaAnswer } from './media-order.js';
import { scoreFrame, type FrameLikelihood } from './safety-score.js';

/** As many at a time as pay: more take more memory and are no faster. */
const BATCH = 8;

/** Decodes the first, the middle and the last frame, or all of them, and tells what the most sensitive one shows. */
export async function findWorstFrame(videoPath: string, frames: 'FAST' | 'FULL'): Promise<MediaAnswer> {
  registerMediabunnyServer({ hardwareContext: null });
  const classify = await loadClassifier();
  using input = new Input({ source: new FilePathSource(videoPath), formats: [MP4, QTFF, WEBM] });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) return { kind: 'failed', reason: 'The file has no picture in it.' };
  let framesChecked = 0;
  let worst: FrameLikelihood | null = null;
  for await (const pictures of batchesOf(await samplesOf(track, frames))) {
    for (const likelihood of await classify(pictures)) {
      framesChecked += 1;
      if (worst === null || scoreFrame(likelihood) > scoreFrame(worst)) worst = likelihood;
    }
  }
  if (worst === null) return { kind: 'failed', reason: 'No frame of the video can be decoded.' };
  return { kind: 'judged', framesChecked, worst };
}

async function samplesOf(track: InputVideoTrack, frames: 'FAST' | 'FULL'): Promise<AsyncIterable<VideoSample | null>> {
  const sink = new VideoSampleSink(track);
  if (frames === 'FULL') return sink.samples();
  const [first, end] = [await track.getFirstTimestamp(), await track.computeDuration()];
  return sink.samplesAtTimestamps([first, (first + end) / 2, end]);
}

async function* batchesOf(samples: AsyncIterable<VideoSample | null>): AsyncIterable<Parameters<ClassifyFrames>[0]> {
  let batch: Uint8ClampedArray[] = [];
  for await (const each of samples) {
    if (each === null) continue;
    using sample = each;
    batch.push(await shrink(sample));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Upright, and stretched to a square, as the model has learnt it. */
async function shrink(sample: VideoSample): Promise<Uint8ClampedArray> {
  using small = await sample.transform({ width: PICTURE_SIZE, height: PICTURE_SIZE, fit: 'fill', alpha: 'discard' });
  const pixels = new Uint8ClampedArray(PICTURE_SIZE * PICTURE_SIZE * 4);
  // A variable, because the published types of copyTo are older than its `format`.
  const layout = { rect: small.visibleRect, format: 'RGBA', colorSpace: 'srgb' } as const;
  await small.copyTo(pixels, layout);
  return pixels;
}
