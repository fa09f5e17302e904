import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Layer, Moment } from '../base/layer.js';
import { smoothstep } from '../base/noise.js';
import type { Stage } from '../base/stage.js';

/** Where the camera looks: pixels of movement at depth 1, and zoom (1 or more). */
export type CameraView = { x: number; y: number; zoom: number };

/** A camera path with eased ends and the small restlessness of a hand. */
export function createCamera(stage: Stage): (moment: Moment) => CameraView {
  const random = stage.random('camera');
  const { width, height, unit } = stage;
  const hand = stage.scene.mood === 'tense' ? 2.2 : stage.scene.mood === 'calm' ? 0.7 : 1;
  const phases = Array.from({ length: 4 }, () => random.range(0, 6.3));
  const [a = 0, b = 0, c = 0, d = 0] = phases;
  const side = random.pick(-1, 1);
  return (moment) => {
    const along = ease(moment.progress);
    const view = { x: 0, y: 0, zoom: 1.03 };
    switch (stage.scene.move) {
      case 'panLeft':
        view.x = width * 0.13 * (0.5 - along);
        break;
      case 'panRight':
        view.x = width * 0.13 * (along - 0.5);
        break;
      case 'zoomIn':
        view.zoom = 1.02 + 0.3 * along;
        break;
      case 'zoomOut':
        view.zoom = 1.32 - 0.3 * along;
        break;
      case 'tiltUp':
        view.y = height * 0.1 * (0.5 - along);
        break;
      case 'tiltDown':
        view.y = height * 0.1 * (along - 0.5);
        break;
      case 'aerial':
        view.zoom = 1.02 + 0.24 * along;
        view.x = width * 0.05 * side * (along - 0.5);
        view.y = height * 0.05 * (along - 0.5);
        break;
      case 'tracking':
        view.zoom = 1.03 + 0.05 * along;
        break;
      case 'drift':
        view.zoom = 1.02 + 0.06 * along;
        view.x = width * 0.03 * side * (along - 0.5);
        break;
    }
    const t = moment.seconds;
    const shake = unit * (0.0016 * hand + 0.012 * moment.loudness * moment.loudness);
    view.x += shake * (Math.sin(t * 0.9 + a) + 0.6 * Math.sin(t * 2.3 + b)) + jolt(t, moment, unit, 1);
    view.y += shake * (Math.sin(t * 1.1 + c) + 0.5 * Math.sin(t * 2.9 + d)) + jolt(t, moment, unit, 2);
    view.zoom += moment.loudness * 0.02;
    return view;
  };
}

/** Loud sound shakes the camera quickly. */
function jolt(seconds: number, moment: Moment, unit: number, axis: number): number {
  const strength = Math.max(0, moment.loudness - 0.45) * unit * 0.008;
  return strength * Math.sin(seconds * (41 + axis * 7) + axis);
}

/** Draws layers from far to near, each moved by its depth. */
export function paintLayers(
  context: SKRSContext2D,
  stage: Stage,
  layers: readonly Layer[],
  view: CameraView,
  moment: Moment,
): void {
  const focusX = stage.width / 2;
  const focusY = stage.horizon + (stage.ground - stage.horizon) * 0.3;
  for (const layer of layers) {
    if (layer.depth === 0) {
      context.setTransform(1, 0, 0, 1, 0, Math.round(-view.y * 0.6));
    } else {
      const scale = 1 + (view.zoom - 1) * Math.min(1.5, 0.12 + layer.depth * 0.88);
      const x = focusX * (1 - scale) - view.x * layer.depth;
      const y = focusY * (1 - scale) - view.y * (0.6 + 0.4 * layer.depth);
      context.setTransform(scale, 0, 0, scale, x, y);
    }
    layer.paint(context, moment);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
}

/** Mostly even, with soft ends, so that no shot ever stands still. */
function ease(progress: number): number {
  return 0.55 * progress + 0.45 * smoothstep(0, 1, progress);
}
