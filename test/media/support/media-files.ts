import { writeFile } from 'node:fs/promises';
import { registerMediabunnyServer } from '@mediabunny/server';
import { createCanvas } from '@napi-rs/canvas';
import {
  AudioSample,
  AudioSampleSource,
  FilePathTarget,
  MovOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny';

const SAMPLE_RATE = 48_000;
const FRAME_RATE = 30;

const VIDEO_FORMATS = {
  mp4: { format: () => new Mp4OutputFormat(), video: 'avc', audio: 'aac' },
  mov: { format: () => new MovOutputFormat(), video: 'avc', audio: 'aac' },
  webm: { format: () => new WebMOutputFormat(), video: 'vp9', audio: 'opus' },
} as const;

export type VideoFileOptions = {
  container: keyof typeof VIDEO_FORMATS;
  seconds: number;
  width?: number;
  height?: number;
  sound?: boolean;
  rotation?: 0 | 90;
  /** Frames before this time are black, the others a colour with a white square. */
  blackSeconds?: number;
};

/** Writes a real, playable video. */
export async function writeVideo(path: string, options: VideoFileOptions): Promise<void> {
  registerMediabunnyServer();
  const { container, seconds, width = 320, height = 240, sound = true, rotation = 0, blackSeconds = 0 } = options;
  const { format, video, audio } = VIDEO_FORMATS[container];
  const output = new Output({ format: format(), target: new FilePathTarget(path) });
  const frames = new VideoSampleSource({ codec: video, quality: new Quality('medium') });
  output.addVideoTrack(frames, { frameRate: FRAME_RATE, rotation });
  const tone = sound ? new AudioSampleSource({ codec: audio, bitrate: 96_000 }) : null;
  if (tone !== null) output.addAudioTrack(tone);
  await output.start();
  for (let index = 0; index < seconds * FRAME_RATE; index += 1) {
    const timestamp = index / FRAME_RATE;
    using sample = new VideoSample(paint(width, height, timestamp < blackSeconds), {
      format: 'RGBA',
      codedWidth: width,
      codedHeight: height,
      timestamp,
      duration: 1 / FRAME_RATE,
    });
    await frames.add(sample);
  }
  if (tone !== null) await addTone(tone, seconds);
  await output.finalize();
}

/** Green with a white square in the upper left quarter, or black. */
function paint(width: number, height: number, isBlack: boolean): Uint8Array {
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = isBlack ? '#000' : '#0a0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = isBlack ? '#000' : '#fff';
  context.fillRect(width / 8, height / 8, width / 4, height / 4);
  return new Uint8Array(context.getImageData(0, 0, width, height).data);
}

async function addTone(source: AudioSampleSource, seconds: number): Promise<void> {
  const data = Float32Array.from({ length: SAMPLE_RATE * seconds }, (_, index) => Math.sin(index / 20) * 0.2);
  using sample = new AudioSample({ data, format: 'f32', numberOfChannels: 1, sampleRate: SAMPLE_RATE, timestamp: 0 });
  await source.add(sample);
}

/** Writes a tone as MP3. */
export async function writeMp3(path: string, seconds: number): Promise<void> {
  registerMediabunnyServer();
  const output = new Output({ format: new Mp3OutputFormat(), target: new FilePathTarget(path) });
  const source = new AudioSampleSource({ codec: 'mp3', bitrate: 96_000 });
  output.addAudioTrack(source);
  await output.start();
  await addTone(source, seconds);
  await output.finalize();
}

/** A mono WAV file of silence, 8,000 samples a second. `claimedBytes` makes its header lie about the data's length. */
export function wavBytes(seconds: number, claimedBytes?: number): Buffer {
  const data = Buffer.alloc(Math.round(seconds * 8000) * 2);
  const head = Buffer.alloc(44);
  const length = claimedBytes ?? data.length;
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(length, 40);
  return Buffer.concat([head, data]);
}

/** A picture whose content depends on its colour. */
export function imageBytes(
  format: 'png' | 'jpeg' | 'webp',
  width: number,
  height: number,
  colour = '#37a',
): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return format === 'png' ? canvas.encode('png') : canvas.encode(format, 80);
}

/** A complete PNG of a few bytes whose header claims any size. */
export function pngClaiming(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', Buffer.alloc(8)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG. The checksum is left zero: nobody is to read that far. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Writes bytes and gives the path back. */
export async function write(path: string, bytes: Buffer | string): Promise<string> {
  await writeFile(path, bytes);
  return path;
}
