import { registerMediabunnyServer } from '@mediabunny/server';
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MovOutputFormat,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  Quality,
  WEBM,
  WebMOutputFormat,
  type OutputFormat as Container,
} from 'mediabunny';
import type { OutputFormat } from '../tasks/task.js';
import type { MediaAnswer, MediaOrder } from './media-order.js';

const AUDIO_BITRATE = 160_000;

/** What players expect in a container; other tracks are encoded as the first of each list. */
const CODECS = {
  MP4: { video: ['avc', 'hevc'], audio: ['aac', 'mp3'] },
  MOV: { video: ['avc', 'hevc'], audio: ['aac', 'mp3'] },
  WEBM: { video: ['vp9', 'vp8', 'av1'], audio: ['opus', 'vorbis'] },
} as const;

/**
 * Puts a video into another container, as a conversion plan says. MP4 and MOV get their tables in front. Runs native
 * code: only the media process calls it.
 */
export async function convertVideo(order: MediaOrder & { kind: 'convert' }): Promise<MediaAnswer> {
  const { inputPath, outputPath, plan } = order;
  registerMediabunnyServer({ hardwareContext: null });
  using input = new Input({ source: new FilePathSource(inputPath), formats: [MP4, QTFF, WEBM] });
  const output = new Output({ format: containerOf(plan.format), target: new FilePathTarget(outputPath) });
  const { video, audio } = CODECS[plan.format];
  const conversion = await Conversion.init({
    input,
    output,
    tracks: 'primary',
    showWarnings: false,
    // Encoders put a little silence before the beginning; that alone is no reason to encode the sound again.
    copy: { shiftTolerance: Infinity },
    video: async (track) => {
      if (plan.kind === 'repack' && includes(video, await track.getCodec())) return {};
      const quality = new Quality({ bitrate: plan.bitrate });
      // Hardware would not give the same file everywhere.
      return { codec: video[0], quality, forceTranscode: true, hardwareAcceleration: 'prefer-software' };
    },
    audio: async (track) =>
      includes(audio, await track.getCodec())
        ? {}
        : { codec: audio[0], quality: new Quality({ bitrate: AUDIO_BITRATE }) },
  });
  const [discarded] = conversion.discardedTracks;
  if (!conversion.isValid || discarded !== undefined) {
    return { kind: 'failed', reason: `A track cannot be converted (${discarded?.reason ?? 'there is none'}).` };
  }
  await conversion.execute();
  return { kind: 'converted' };
}

function includes(codecs: readonly string[], codec: string | null): boolean {
  return codec !== null && codecs.includes(codec);
}

function containerOf(format: OutputFormat): Container {
  if (format === 'WEBM') return new WebMOutputFormat();
  const fastStart = 'in-memory';
  return format === 'MP4' ? new Mp4OutputFormat({ fastStart }) : new MovOutputFormat({ fastStart });
}
