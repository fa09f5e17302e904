import { createHash } from 'node:crypto';
import { registerMediabunnyServer } from '@mediabunny/server';
import { ALL_FORMATS, AudioSampleSink, FilePathSource, Input, VideoSampleSink } from 'mediabunny';

registerMediabunnyServer({ hardwareContext: null });

/** RGBA bytes of one decoded frame. */
type Frame = Uint8ClampedArray;

/** A video file as a player sees it. */
export type ReadVideo = {
  container: string;
  videoCodec: string | null;
  width: number;
  height: number;
  /** Of the whole file, in seconds. */
  durationSeconds: number;
  frameCount: number;
  /** Start of each frame in seconds. */
  timestamps: number[];
  /** SHA-256 of the decoded picture of each frame. */
  hashes: string[];
  firstFrame: Frame;
  lastFrame: Frame;
  comment: string | undefined;
  /** Null without an audio track. */
  audio: ReadAudio | null;
};

export type ReadAudio = { codec: string | null; sampleRate: number; channels: number; left: Float32Array };

/** Opens a file and decodes all of it. */
export async function readVideo(path: string): Promise<ReadVideo> {
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error(`${path} has no video`);
    const frames: Frame[] = [];
    const timestamps: number[] = [];
    const hashes: string[] = [];
    for await (using sample of new VideoSampleSink(track).samples()) {
      const pixels = new Uint8ClampedArray(sample.codedWidth * sample.codedHeight * 4);
      const rect = { x: 0, y: 0, width: sample.codedWidth, height: sample.codedHeight };
      const layout = { rect, format: 'RGBA' };
      await sample.copyTo(pixels, layout);
      if (frames.length === 2) frames.pop();
      frames.push(pixels);
      timestamps.push(sample.timestamp);
      hashes.push(createHash('sha256').update(pixels).digest('hex'));
    }
    const [firstFrame, lastFrame] = frames;
    if (firstFrame === undefined || lastFrame === undefined) throw new Error(`${path} has too few frames`);
    return {
      container: (await input.getFormat()).name,
      videoCodec: await track.getCodec(),
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      durationSeconds: await input.computeDuration(),
      frameCount: timestamps.length,
      timestamps,
      hashes,
      firstFrame,
      lastFrame,
      comment: (await input.getMetadataTags()).comment,
      audio: await readAudio(input),
    };
  } finally {
    input.dispose();
  }
}

async function readAudio(input: Input): Promise<ReadAudio | null> {
  const track = await input.getPrimaryAudioTrack();
  if (track === null) return null;
  const pieces: Float32Array[] = [];
  for await (using sample of new AudioSampleSink(track).samples()) {
    const piece = new Float32Array(sample.numberOfFrames);
    sample.copyTo(piece, { planeIndex: 0, format: 'f32-planar' });
    pieces.push(piece);
  }
  const left = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    left.set(piece, offset);
    offset += piece.length;
  }
  const [codec, sampleRate] = [await track.getCodec(), await track.getSampleRate()];
  return { codec, sampleRate, channels: await track.getNumberOfChannels(), left };
}

/** Mean absolute difference of two frames over red, green and blue: 0 for equal ones, 255 at most. */
export function frameDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new Error('frames of different size');
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) {
    if (index % 4 !== 3) sum += Math.abs((one[index] ?? 0) - (other[index] ?? 0));
  }
  return sum / ((one.length * 3) / 4);
}

/** Root mean square of the samples between two seconds. */
export function loudnessBetween({ left, sampleRate }: ReadAudio, fromSeconds: number, toSeconds: number): number {
  const part = left.subarray(Math.round(fromSeconds * sampleRate), Math.round(toSeconds * sampleRate));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
}
