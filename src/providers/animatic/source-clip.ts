import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import { ALL_FORMATS, FilePathSource, Input, VideoSampleSink, type VideoSample } from 'mediabunny';
import type { InputFile } from '../provider.js';
import './codecs.js';
import { rgbaPixels } from './clip-pixels.js';
import { InvalidInputError } from './invalid-input-error.js';

/** A video file given as input; its frames come upright and in square pixels. */
export interface SourceClip extends Disposable {
  /** Seconds from the first frame to the end of the last one. */
  readonly durationSeconds: number;
  /** The frame shown at this second; the nearest one outside the clip. */
  frameAt(seconds: number): Promise<Canvas>;
  lastFrame(): Promise<Canvas>;
  /** The frames shown at rising seconds, each packet decoded once; after the end the last frame stays. */
  framesAt(seconds: readonly number[]): AsyncGenerator<Canvas, void>;
}

/**
 * Opens a video file; every method of the clip throws as this does.
 * @throws InvalidInputError when the file holds no video that can be decoded.
 */
export async function openSourceClip(file: InputFile): Promise<SourceClip> {
  const input = new Input({ source: new FilePathSource(file.path), formats: ALL_FORMATS });
  const unreadable = (cause: unknown): Error =>
    new InvalidInputError(`The video ${file.assetId} (${file.mimeType}) cannot be decoded.`, { cause });
  try {
    return await readClip(input, unreadable);
  } catch (cause) {
    input.dispose();
    throw unreadable(cause);
  }
}

async function readClip(input: Input, unreadable: (cause: unknown) => Error): Promise<SourceClip> {
  const track = await input.getPrimaryVideoTrack();
  if (track === null || !(await track.canDecode())) throw new Error('No video track that can be decoded.');
  const startSeconds = await track.getFirstTimestamp();
  const endSeconds = await track.computeDuration();
  const colorSpace = await track.getColorSpace();
  const sink = new VideoSampleSink(track);

  async function* framesAt(seconds: readonly number[]): AsyncGenerator<Canvas, void> {
    let shown: Canvas | null = null;
    let shownAt: number | null = null;
    try {
      for await (using sample of sink.samplesAtTimestamps(seconds.map((second) => startSeconds + second))) {
        if (sample !== null && sample.timestamp !== shownAt) {
          shown = await toCanvas(sample, colorSpace);
          shownAt = sample.timestamp;
        }
        if (shown === null) throw new Error('The first frame is missing.');
        yield shown;
      }
    } catch (cause) {
      throw unreadable(cause);
    }
  }

  async function frameAt(second: number): Promise<Canvas> {
    for await (const frame of framesAt([Math.max(0, second)])) return frame;
    throw unreadable(null);
  }

  const durationSeconds = endSeconds - startSeconds;
  return {
    durationSeconds,
    frameAt,
    lastFrame: () => frameAt(durationSeconds),
    framesAt,
    [Symbol.dispose]: () => input.dispose(),
  };
}

async function toCanvas(sample: VideoSample, colorSpace: VideoColorSpaceInit): Promise<Canvas> {
  const { displayWidth: width, displayHeight: height } = sample;
  const isUpright = sample.rotation === 0 && sample.codedWidth === width && sample.codedHeight === height;
  using upright = isUpright ? sample.clone() : await sample.transform({ width, height, fit: 'fill' });
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').putImageData(new ImageData(await rgbaPixels(upright, colorSpace), width, height), 0, 0);
  return canvas;
}
