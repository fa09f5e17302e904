import {
  AudioSample,
  AudioSampleSource,
  FilePathTarget,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
  type MetadataTags,
} from 'mediabunny';
import { videoBitrate } from '../../lib/video-bitrate.js';
import type { OutputFormat } from '../../tasks/task.js';
import './codecs.js';
import { SAMPLE_RATE, type Sound } from './audio/sound.js';
import { FRAME_RATE } from './brief.js';
import { createFramePool } from './frame-pool.js';

/** What an output file is made as: H.264 with AAC in MP4 and MOV (metadata in front), VP9 with Opus in WEBM. */
export type OutputFileOptions = {
  path: string;
  format: OutputFormat;
  width: number;
  height: number;
  durationSeconds: number;
  /** 20-99, see `videoBitrate`. */
  quality: number;
  /** Null makes no audio track. */
  sound: Sound | null;
  tags: MetadataTags;
};

/** A video file being written, frame by frame. */
export interface OutputFile {
  /** Takes the next frame as RGBX bytes. Resolves when there is room for another, not when it is encoded. */
  addFrame(pixels: Uint8Array): Promise<void>;
  /** Encodes what is left and completes the file. */
  finish(): Promise<void>;
}

const AUDIO_BITRATE = 160_000;
/** Samples in one encoded packet: encoders deliver whole packets, and one more than they are given. */
const PACKET_SAMPLES = { aac: 1024, opus: 960 } as const;
/** The matrix that turns the RGB frames into YUV is BT.601's; untagged, players would assume BT.709 from 720p on. */
const COLOR_SPACE = { primaries: 'bt709', transfer: 'bt709', matrix: 'smpte170m', fullRange: false } as const;

/** Opens the file at `path` and encodes the sound; frames follow by `addFrame`. */
export async function createOutputFile(options: OutputFileOptions): Promise<OutputFile> {
  const { format, width, height, quality, sound } = options;
  const output = new Output({ format: container(format), target: new FilePathTarget(options.path) });
  const codec = format === 'WEBM' ? 'vp9' : 'avc';
  const video = new VideoSampleSource({
    codec,
    quality: new Quality({ bitrate: videoBitrate({ codec, quality, width, height, frameRate: FRAME_RATE }) }),
    hardwareAcceleration: 'prefer-software',
    // The slower presets cost three times the processor time, and hardware would not give the same file everywhere.
    latencyMode: 'realtime',
    onEncodedPacket: (_packet, meta) => {
      if (meta?.decoderConfig) meta.decoderConfig.colorSpace = COLOR_SPACE;
    },
  });
  const audioCodec = format === 'WEBM' ? 'opus' : 'aac';
  const audio = new AudioSampleSource({ codec: audioCodec, quality: new Quality({ bitrate: AUDIO_BITRATE }) });
  output.addVideoTrack(video, { frameRate: FRAME_RATE });
  if (sound) output.addAudioTrack(audio);
  output.setMetadataTags(options.tags);
  await output.start();
  if (sound) await addSound(audio, sound, wholePackets(options.durationSeconds, PACKET_SAMPLES[audioCodec]));

  const frameOf = createFramePool(width, height);
  let frameIndex = 0;
  let encoding = Promise.resolve();
  return {
    async addFrame(pixels) {
      const timestamp = frameIndex / FRAME_RATE;
      frameIndex += 1;
      const sample = new VideoSample(frameOf(pixels), { timestamp, duration: 1 / FRAME_RATE });
      // One frame is encoded while the next one is painted.
      await encoding;
      encoding = video.add(sample).finally(() => sample.close());
      encoding.catch(() => undefined);
    },
    async finish() {
      await encoding;
      await output.finalize();
    },
  };
}

function container(format: OutputFormat): Mp4OutputFormat | MovOutputFormat | WebMOutputFormat {
  if (format === 'WEBM') return new WebMOutputFormat();
  return format === 'MP4'
    ? new Mp4OutputFormat({ fastStart: 'in-memory' })
    : new MovOutputFormat({ fastStart: 'in-memory' });
}

/** As many samples as keep the sound from outlasting the picture; at most two packets (43 ms) are left out. */
function wholePackets(durationSeconds: number, packetSamples: number): number {
  return (Math.floor((durationSeconds * SAMPLE_RATE) / packetSamples) - 1) * packetSamples;
}

async function addSound(source: AudioSampleSource, { left, right }: Sound, samples: number): Promise<void> {
  const data = new Float32Array(samples * 2);
  data.set(left.subarray(0, samples));
  data.set(right.subarray(0, samples), samples);
  using sample = new AudioSample({
    data,
    format: 'f32-planar',
    numberOfChannels: 2,
    sampleRate: SAMPLE_RATE,
    timestamp: 0,
  });
  await source.add(sample);
  source.close();
}
