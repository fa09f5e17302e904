import { writeFile } from 'node:fs/promises';
import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';
import { registerMediabunnyServer } from '@mediabunny/server';
import {
  AudioSample,
  AudioSampleSource,
  FilePathTarget,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WavOutputFormat,
} from 'mediabunny';

registerMediabunnyServer({ hardwareContext: null });

export type AudioOptions = { seconds: number; sampleRate?: number; wave: (seconds: number) => number };

/** Writes mono samples as a .wav or .mp3 file, by the ending of the path. */
export async function makeAudio(path: string, { seconds, sampleRate = 44_100, wave }: AudioOptions): Promise<string> {
  const isMp3 = path.endsWith('.mp3');
  const output = new Output({
    format: isMp3 ? new Mp3OutputFormat() : new WavOutputFormat(),
    target: new FilePathTarget(path),
  });
  const source = new AudioSampleSource({
    codec: isMp3 ? 'mp3' : 'pcm-s16',
    quality: new Quality({ bitrate: 128_000 }),
  });
  output.addAudioTrack(source);
  await output.start();
  await addSamples(source, { seconds, sampleRate, wave });
  await output.finalize();
  return path;
}

export type ClipOptions = {
  width: number;
  height: number;
  frames: number;
  draw: (context: SKRSContext2D, index: number) => void;
  audio?: AudioOptions;
};

/** Writes drawn frames as an MP4 with 30 frames per second. */
export async function makeClip(path: string, { width, height, frames, draw, audio }: ClipOptions): Promise<string> {
  // What starts at once is kept as it is.
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new FilePathTarget(path),
  });
  const video = new VideoSampleSource({ codec: 'avc', quality: new Quality({ bitrate: 3_000_000 }) });
  output.addVideoTrack(video, { frameRate: 30 });
  const sound = new AudioSampleSource({ codec: 'aac', quality: new Quality({ bitrate: 128_000 }) });
  if (audio) output.addAudioTrack(sound);
  await output.start();
  const canvas = createCanvas(width, height);
  for (let index = 0; index < frames; index += 1) {
    draw(canvas.getContext('2d'), index);
    const layout = { format: 'RGBX', codedWidth: width, codedHeight: height } as const;
    using sample = new VideoSample(canvas.data(), { ...layout, timestamp: index / 30, duration: 1 / 30 });
    await video.add(sample);
  }
  if (audio) await addSamples(sound, { sampleRate: 48_000, ...audio });
  await output.finalize();
  return path;
}

/** A picture with four plain fields, so that a flip, a crop or a colour shift shows; written as PNG. */
export async function makePicture(path: string, width: number, height: number, hue: number): Promise<Canvas> {
  const canvas = createCanvas(width, height);
  drawFields(canvas.getContext('2d'), hue);
  await writeFile(path, await canvas.encode('png'));
  return canvas;
}

/** Four plain fields over the whole canvas. */
export function drawFields(context: SKRSContext2D, hue: number): void {
  const { width, height } = context.canvas;
  for (const [index, lightness] of [25, 45, 60, 80].entries()) {
    context.fillStyle = `hsl(${hue + index * 40}, 70%, ${lightness}%)`;
    context.fillRect((index % 2) * (width / 2), Math.floor(index / 2) * (height / 2), width / 2, height / 2);
  }
}

async function addSamples(source: AudioSampleSource, { seconds, sampleRate = 44_100, wave }: AudioOptions) {
  const data = Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => wave(index / sampleRate));
  using sample = new AudioSample({ data, format: 'f32', numberOfChannels: 1, sampleRate, timestamp: 0 });
  await source.add(sample);
}
