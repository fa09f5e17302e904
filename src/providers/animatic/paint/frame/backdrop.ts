import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { FRAME_RATE } from '../../brief.js';
import type { Layer, Moment } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { paintLayers } from './camera.js';
import type { CameraView } from './camera.js';

/** What lies beyond this depth moves by less than a pixel between two frames, unless the camera follows somebody. */
const FARTHEST = 0.31;
const FRAMES = 2;

/** The far layers of a shot, painted anew only for every second frame. `layers` tells how many those are. */
type Backdrop = { layers: number; paint(context: SKRSContext2D, moment: Moment): void };

export function createBackdrop(
  stage: Stage,
  layers: readonly Layer[],
  camera: (moment: Moment) => CameraView,
): Backdrop {
  const firstNear = layers.findIndex((layer) => layer.depth > FARTHEST);
  const far = stage.scrolls ? [] : layers.slice(0, firstNear < 0 ? layers.length : firstNear);
  const step = FRAMES / FRAME_RATE;
  let picture: Canvas | null = null;
  let painted = '';
  return {
    layers: far.length,
    paint(context, moment) {
      if (far.length === 0) return;
      const seconds = Math.floor(moment.seconds / step + 1e-6) * step;
      const wanted = `${seconds.toFixed(4)} ${moment.loudness.toFixed(4)}`;
      picture ??= createCanvas(stage.width, stage.height);
      if (painted !== wanted) {
        const held = { ...moment, seconds, progress: Math.min(1, seconds / moment.lengthSeconds) };
        paintLayers(picture.getContext('2d'), stage, far, camera(held), held);
        painted = wanted;
      }
      context.drawImage(picture, 0, 0);
    },
  };
}
