import type { Image, SKRSContext2D } from '@napi-rs/canvas';
import { readScene } from '../../scene/read-scene.js';
import { FRAME_RATE } from '../../brief.js';
import { createStage } from '../base/stage.js';
import { referenceLayers } from './references.js';

/** What an edited video is to show besides its own pictures. */
export type ReferenceOverlay = {
  instruction: string;
  seed: number;
  width: number;
  height: number;
  durationSeconds: number;
  references: readonly Image[];
};

/** Hangs the reference pictures of an edit into its frames, as prints that move gently. Nothing without references. */
export function createReferenceOverlay(
  overlay: ReferenceOverlay,
): (context: SKRSContext2D, frameIndex: number) => void {
  const { instruction, seed, width, height, durationSeconds, references } = overlay;
  if (references.length === 0) return () => undefined;
  const stage = createStage(readScene(instruction, seed), seed, width, height);
  const layers = referenceLayers(stage, references);
  return (context, frameIndex) => {
    const seconds = frameIndex / FRAME_RATE;
    const moment = { seconds, progress: seconds / durationSeconds, lengthSeconds: durationSeconds, loudness: 0 };
    for (const layer of layers) layer.paint(context, moment);
  };
}
