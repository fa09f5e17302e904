import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Action } from '../../scene/scene.js';
import type { Colour } from '../base/colour.js';

/** Colours of a figure in the light of the scene. */
export type FigureTones = {
  body: Colour;
  /** The far side and what lies in shade. */
  dark: Colour;
  /** Bellies, faces, sails. */
  pale: Colour;
  /** Lamps, eyes and flames. */
  glow: Colour;
  /** Whether the surroundings are dark, so that lights shine. */
  lit: boolean;
  /** Only the outline counts: what lies inside it need not be drawn. */
  outline: boolean;
};

export type Pose = {
  /** Of the figure's own movement; every figure of a group has another. */
  seconds: number;
  action: Action;
  /** 0-1. */
  loudness: number;
  /** 0 at the beginning of the shot, 1 at its end. */
  progress: number;
  /** Chooses between looks of one kind. */
  variant: number;
};

/**
 * A drawing of one kind of subject, facing right. Units: 100 is the height that the scene gives the subject; (0, 0) is
 * where it touches the ground, or its middle when it does not stand. The box says how far the drawing may reach.
 */
export type Figure = {
  box: { left: number; top: number; right: number; bottom: number };
  stands: boolean;
  draw(context: SKRSContext2D, tones: FigureTones, pose: Pose): void;
};

/** Fills the shape between two circles. */
export function taper(
  context: SKRSContext2D,
  x0: number,
  y0: number,
  r0: number,
  x1: number,
  y1: number,
  r1: number,
): void {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const distance = Math.hypot(x1 - x0, y1 - y0);
  const lean = distance > Math.abs(r0 - r1) ? Math.acos((r0 - r1) / distance) : r0 > r1 ? 0 : Math.PI;
  context.beginPath();
  context.arc(x0, y0, r0, angle + lean, angle - lean + Math.PI * 2);
  context.arc(x1, y1, r1, angle - lean, angle + lean);
  context.closePath();
  context.fill();
}

/** Fills a tapered curve through points of (x, y, radius). */
export function ribbon(
  context: SKRSContext2D,
  points: readonly (readonly [x: number, y: number, radius: number])[],
): void {
  for (let index = 1; index < points.length; index++) {
    const from = points[index - 1];
    const to = points[index];
    if (from !== undefined && to !== undefined) taper(context, from[0], from[1], from[2], to[0], to[1], to[2]);
  }
}

/** Where a joint between two segments lies. `bend` 1 or -1 says to which side it points. */
export function joint(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  upper: number,
  lower: number,
  bend: number,
): [x: number, y: number] {
  const distance = Math.min(Math.hypot(x1 - x0, y1 - y0), (upper + lower) * 0.999);
  const along = (upper * upper - lower * lower + distance * distance) / (2 * Math.max(distance, 0.001));
  const across = Math.sqrt(Math.max(0, upper * upper - along * along)) * bend;
  const dx = (x1 - x0) / Math.max(distance, 0.001);
  const dy = (y1 - y0) / Math.max(distance, 0.001);
  return [x0 + dx * along - dy * across, y0 + dy * along + dx * across];
}

export function fillEllipse(
  context: SKRSContext2D,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  angle = 0,
): void {
  context.beginPath();
  context.ellipse(x, y, radiusX, radiusY, angle, 0, Math.PI * 2);
  context.fill();
}

/** Fills the polygon through the points given as x, y, x, y … */
export function fillPolygon(context: SKRSContext2D, ...coordinates: number[]): void {
  context.beginPath();
  for (let index = 0; index + 1 < coordinates.length; index += 2)
    context.lineTo(coordinates[index] ?? 0, coordinates[index + 1] ?? 0);
  context.closePath();
  context.fill();
}
