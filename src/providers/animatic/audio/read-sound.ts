import {
  ALL_FORMATS,
  Conversion,
  FilePathSource,
  Input,
  NullTarget,
  Output,
  WavOutputFormat,
  type AudioSample,
} from 'mediabunny';
import '../codecs.js';
import { InvalidInputError } from '../invalid-input-error.js';
import type { InputFile } from '../../provider.js';
import { SAMPLE_RATE, silence, type Sound } from './sound.js';

/**
 * Decodes the sound of a file, at most `maxSeconds` of it, to stereo at the engine's sample rate.
 * @returns null when the file has no audio track.
 * @throws InvalidInputError when it has one that cannot be decoded.
 */
export async function readSound(file: InputFile, maxSeconds: number): Promise<Sound | null> {
  const unreadable = (cause?: unknown) =>
    new InvalidInputError(`The sound of ${file.assetId} (${file.mimeType}) cannot be decoded.`, { cause });
  const input = new Input({ source: new FilePathSource(file.path), formats: ALL_FORMATS });
  try {
    const track = await input.getPrimaryAudioTrack();
    if (track === null) return null;
    const seconds = Math.min(maxSeconds, await track.computeDuration());
    const sound = silence(seconds);
    // The conversion decodes, resamples and remixes; its file goes nowhere, its samples are what is wanted.
    const conversion = await Conversion.init({
      input,
      output: new Output({ format: new WavOutputFormat(), target: new NullTarget() }),
      trim: { start: 0, end: seconds },
      video: { discard: true },
      audio: {
        codec: 'pcm-f32',
        sampleRate: SAMPLE_RATE,
        numberOfChannels: 2,
        forceTranscode: true,
        process: (sample) => {
          copySample(sample, sound);
          return sample;
        },
      },
    });
    if (!conversion.isValid) throw unreadable();
    await conversion.execute();
    return sound;
  } catch (cause) {
    throw cause instanceof InvalidInputError ? cause : unreadable(cause);
  } finally {
    input.dispose();
  }
}

function copySample(sample: AudioSample, sound: Sound): void {
  const channel = new Float32Array(sample.numberOfFrames);
  const start = Math.round(sample.timestamp * SAMPLE_RATE);
  for (const [planeIndex, target] of [sound.left, sound.right].entries()) {
    sample.copyTo(channel, { planeIndex, format: 'f32-planar' });
    const from = Math.max(0, -start);
    const to = Math.min(channel.length, target.length - start);
    if (to > from) target.set(channel.subarray(from, to), start + from);
  }
}
