import type { SKRSContext2D } from '@napi-rs/canvas';
import type { InputFile, VideoRequest } from '../provider.js';
import { FRAME_RATE, type Brief } from './brief.js';
import { InvalidInputError } from './invalid-input-error.js';
import { createPainter } from './paint/painter.js';
import { createReferenceOverlay } from './paint/pictures/reference-overlay.js';
import { restyle } from './paint/restyle.js';
import { coverCanvas, readPictures } from './read-pictures.js';
import { openClip } from './open-clip.js';

/** Draws one frame over the whole canvas. */
export type Draw = (context: SKRSContext2D) => void;

/**
 * The frames of a request in order, `durationSeconds * 30` of them: a scene painted from the brief, or, for an
 * edit, the given video restyled by the prompt, with its reference pictures in it. A shorter video holds its last frame, a longer one is cut.
 * @param loudness of the driving audio per frame, 0-1; null without one.
 */
export async function* drawFrames(request: VideoRequest, loudness: Float32Array | null): AsyncGenerator<Draw, void> {
  if (request.mode !== 'VIDEO_EDIT') return yield* paintScene(request, loudness);
  const { editVideo } = request.inputs;
  if (editVideo === null) throw new InvalidInputError('There is no video to edit.');
  yield* restyleClip(request, editVideo);
}

async function* paintScene(request: VideoRequest, loudness: Float32Array | null): AsyncGenerator<Draw, void> {
  const { prompt, negativePrompt, shots, shotType, seed, width, height, durationSeconds } = request;
  const pictures = await readPictures(request.inputs, width, height);
  const text = { prompt, negativePrompt, shots, shotType };
  const brief: Brief = { ...text, seed, width, height, durationSeconds, pictures, loudness };
  const painter = createPainter(brief);
  for (const index of frameIndexes(request)) yield (context) => painter.paint(context, index);
}

async function* restyleClip(request: VideoRequest, file: InputFile): AsyncGenerator<Draw, void> {
  const { prompt, seed, width, height, durationSeconds } = request;
  const { references } = await readPictures(request.inputs, width, height);
  const overlay = createReferenceOverlay({ instruction: prompt, seed, width, height, durationSeconds, references });
  using clip = await openClip(file);
  const seconds = [...frameIndexes(request)].map((index) => index / FRAME_RATE);
  let index = 0;
  for await (const frame of clip.framesAt(seconds)) {
    const source = coverCanvas(frame, width, height);
    const frameIndex = index;
    yield (context) => {
      restyle(context, source, prompt, seed, frameIndex);
      overlay(context, frameIndex);
    };
    index += 1;
  }
}

function frameIndexes({ durationSeconds }: VideoRequest): number[] {
  return Array.from({ length: durationSeconds * FRAME_RATE }, (_, index) => index);
}
