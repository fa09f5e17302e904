import type { MetadataTags } from 'mediabunny';
import type { InputFile, VideoRequest } from '../provider.js';
import { frameLoudness } from './audio/loudness.js';
import { fitSound, type Sound } from './audio/sound.js';
import { soundscapeOf } from './audio/soundscape.js';
import { synthesise } from './audio/synthesise.js';
import { FRAME_RATE } from './brief.js';
import { paintFrames } from './paint-frames.js';
import { readScene } from './scene/read-scene.js';

/** Progress is told this often, in frames. */
const REPORT_EVERY_FRAMES = 5;
/** What is left after the last frame: encoding the tail and moving the metadata to the front. */
const PAINTED_PERCENT = 98;

/**
 * Renders a request into a video file at `outputPath`: `durationSeconds * 30` frames of exactly the asked size.
 * The same request always gives the same frames. Loads native code that may crash: run it in its own process.
 * @param onProgress gets 0-100, rising.
 * @throws InvalidInputError when an input file cannot be used.
 */
export async function renderVideo(
  request: VideoRequest,
  outputPath: string,
  onProgress: (percent: number) => void,
): Promise<void> {
  const { width, height, durationSeconds } = request;
  const frames = durationSeconds * FRAME_RATE;
  const driving = request.inputs.audio ? await soundOf(request.inputs.audio, durationSeconds) : null;
  // The threads begin to paint while the codecs are loaded and the sound is made here.
  await using painting = paintFrames(request, driving && frameLoudness(driving, frames));
  const sound = driving ?? (await ownSound(request));
  const { createOutputFile } = await import('./output-file.js');
  const file = await createOutputFile({
    path: outputPath,
    format: request.outputFormat,
    width,
    height,
    durationSeconds,
    quality: request.outputQuality,
    sound: sound && fitSound(sound, durationSeconds),
    tags: honestTags(request),
  });
  let painted = 0;
  for await (const pixels of painting) {
    await file.addFrame(pixels);
    painted += 1;
    if (painted % REPORT_EVERY_FRAMES === 0) onProgress((PAINTED_PERCENT * painted) / frames);
  }
  await file.finish();
  onProgress(100);
}

/**
 * The sound of a video without driving audio: none when it was not asked for; an edited video keeps its own;
 * anything else gets music and effects that fit the scene.
 */
async function ownSound({ generateAudio, inputs, prompt, seed, durationSeconds }: VideoRequest): Promise<Sound | null> {
  if (!generateAudio) return null;
  const kept = inputs.editVideo ? await soundOf(inputs.editVideo, durationSeconds) : null;
  return kept ?? synthesise(soundscapeOf(readScene(prompt, seed)), seed, durationSeconds);
}

async function soundOf(file: InputFile, maxSeconds: number): Promise<Sound | null> {
  const { readSound } = await import('./audio/read-sound.js');
  return readSound(file, maxSeconds);
}

function honestTags({ prompt, seed }: VideoRequest): MetadataTags {
  return {
    title: `Animatic: ${Array.from(prompt).slice(0, 120).join('')}`,
    artist: 'Reelay',
    comment: `Animatic (moving storyboard) rendered by Reelay, seed ${seed}. Not the output of a video model.`,
  };
}
