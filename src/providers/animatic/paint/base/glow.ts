import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { css } from './colour.js';
import type { Colour } from './colour.js';

const SIZE = 128;

/** A round light that fades to nothing; draw it with `drawGlow`. */
export function glowSprite(colour: Colour, strength = 1): Canvas {
  const canvas = createCanvas(SIZE, SIZE);
  const context = canvas.getContext('2d');
  const gradient = context.createRadialGradient(SIZE / 2, SIZE / 2, 0, SIZE / 2, SIZE / 2, SIZE / 2);
  for (const [at, alpha] of [
    [0, 1],
    [0.12, 0.62],
    [0.3, 0.28],
    [0.55, 0.09],
    [0.8, 0.02],
    [1, 0],
  ] as const) {
    gradient.addColorStop(at, css(colour, alpha * strength));
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, SIZE, SIZE);
  return canvas;
}

/** Adds a light to the picture. `alpha` 0-1; radii in pixels. */
export function drawGlow(
  context: SKRSContext2D,
  sprite: Canvas,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  alpha: number,
): void {
  if (alpha <= 0.004) return;
  context.globalCompositeOperation = 'lighter';
  context.globalAlpha = Math.min(1, alpha);
  context.drawImage(sprite, x - radiusX, y - radiusY, radiusX * 2, radiusY * 2);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}
