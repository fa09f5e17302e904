import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
} from 'mediabunny';
import type { MediaFacts } from './asset.js';
import type { MediaFormat } from './formats.js';
import { KIND_LIMITS } from './limits.js';
import type { ProbeResult } from './probe-result.js';

/** Enough packets to tell a frame rate; a whole file need not be read for it. */
const FRAME_RATE_PACKETS = 256;

/** An audio or video file. `reader` is the only container that may be read; `isOutput` lifts the limits of inputs. */
type TracksFile = { path: string; bytes: number; format: MediaFormat; reader: InputFormat; isOutput: boolean };

/** Reads the tracks of an audio or video file. */
export async function inspectTracks({ path, bytes, format, reader, isOutput }: TracksFile): Promise<ProbeResult> {
  const broken = {
    kind: 'rejected',
    reason: `The ${format.name} file cannot be read; it is damaged or cut off.`,
  } as const;
  const source = new FilePathSource(path, { handleUnhandledError: () => undefined });
  const input = new Input({ source, formats: [reader] });
  try {
    return format.kind === 'AUDIO'
      ? await inspectAudio(await input.getPrimaryAudioTrack(), bytes, format, isOutput)
      : await inspectVideo(await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack(), bytes, format);
  } catch {
    return broken;
  } finally {
    input.dispose();
  }
}

async function inspectAudio(
  track: InputAudioTrack | null,
  bytes: number,
  format: MediaFormat,
  isOutput: boolean,
): Promise<ProbeResult> {
  if (track === null) return { kind: 'rejected', reason: `The ${format.name} file has no sound in it.` };
  if ((await track.getCodec()) === null) return unknownCodec(format);
  // The length of an MP3 is only known at its end: one that lasts for hours is not read that far.
  const maxSeconds = KIND_LIMITS.AUDIO.seconds?.max ?? Infinity;
  const beyond = isOutput ? null : await new EncodedPacketSink(track).getPacket(maxSeconds + 1, { metadataOnly: true });
  if ((beyond?.timestamp ?? 0) > maxSeconds) {
    return { kind: 'rejected', reason: `The ${format.name} file lasts longer than ${maxSeconds} s.` };
  }
  const durationSeconds = await track.computeDuration();
  if (!(durationSeconds > 0)) return { kind: 'rejected', reason: `The ${format.name} file has no sound in it.` };
  return probed(format, bytes, { width: null, height: null, durationSeconds, frameRate: null, hasAudio: true });
}

async function inspectVideo(
  track: InputVideoTrack | null,
  sound: InputAudioTrack | null,
  bytes: number,
  format: MediaFormat,
): Promise<ProbeResult> {
  if (track === null) return { kind: 'rejected', reason: `The ${format.name} file has no picture in it.` };
  if ((await track.getCodec()) === null) return unknownCodec(format);
  const durationSeconds = await track.computeDuration();
  const width = await track.getDisplayWidth();
  const height = await track.getDisplayHeight();
  if (!(durationSeconds > 0 && width > 0 && height > 0)) {
    return { kind: 'rejected', reason: `The ${format.name} file has no picture in it.` };
  }
  const { bestGuessFrameRate } = await track.computeFrameRateMetrics({ targetPacketCount: FRAME_RATE_PACKETS });
  const frameRate = Number.isFinite(bestGuessFrameRate) ? round(bestGuessFrameRate) : null;
  return probed(format, bytes, { width, height, durationSeconds, frameRate, hasAudio: sound !== null });
}

function unknownCodec(format: MediaFormat): ProbeResult {
  return {
    kind: 'rejected',
    reason: `The ${format.name} file is coded in a way we do not know. H.264 video with AAC sound in MP4 always works.`,
  };
}

function probed(
  format: MediaFormat,
  bytes: number,
  facts: Omit<MediaFacts, 'kind' | 'mimeType' | 'bytes'>,
): ProbeResult {
  const { kind, mimeType } = format;
  const durationSeconds = facts.durationSeconds === null ? null : round(facts.durationSeconds);
  return { kind: 'probed', facts: { kind, mimeType, bytes, ...facts, durationSeconds } };
}

/** To a thousandth: finer figures only show how the container counts. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
