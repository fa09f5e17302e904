import type { Colour } from '../base/colour.js';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Stage } from '../base/stage.js';

/** A street in one-point perspective. Lengths of the world are in half road widths. */
export type StreetView = {
  vanishX: number;
  vanishY: number;
  /** Frame point of a world point: x to the right, y up from the road, z away from us (1 is the lower frame edge). */
  project(x: number, y: number, z: number): [x: number, y: number];
  /** Pixels of one unit at distance z. */
  scaleAt(z: number): number;
};

const EYE_HEIGHT = 0.62;

export function createStreetView(stage: Stage): StreetView {
  const vanishX = stage.width * (0.5 + stage.random('street view').range(-0.09, 0.09));
  const vanishY = stage.horizon;
  const focal = (stage.height - vanishY) / EYE_HEIGHT;
  return {
    vanishX,
    vanishY,
    project: (x, y, z) => [vanishX + (x * focal) / z, vanishY + ((EYE_HEIGHT - y) * focal) / z],
    scaleAt: (z) => focal / z,
  };
}

/** Fills the quadrilateral between two distances and two heights on the wall at `x`. */
export function fillWall(
  context: SKRSContext2D,
  view: StreetView,
  x: number,
  low: number,
  high: number,
  near: number,
  far: number,
): void {
  context.beginPath();
  context.moveTo(...view.project(x, low, near));
  context.lineTo(...view.project(x, high, near));
  context.lineTo(...view.project(x, high, far));
  context.lineTo(...view.project(x, low, far));
  context.fill();
}

/** A lamp, sign or shop window: the wet road mirrors it. */
export type StreetLight = { x: number; y: number; z: number; size: number; colour: Colour };
