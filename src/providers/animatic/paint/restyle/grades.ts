import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { css } from '../base/colour.js';
import type { Colour } from '../base/colour.js';

type Blend = 'multiply' | 'screen' | 'overlay' | 'soft-light' | 'color' | 'lighter' | 'color-dodge';

/** A copy of what is painted so far. */
export function copyOf(context: SKRSContext2D): Canvas {
  const copy = createCanvas(context.canvas.width, context.canvas.height);
  copy.getContext('2d').drawImage(context.canvas, 0, 0);
  return copy;
}

/** Repaints the whole picture through CSS filters. */
export function filtered(context: SKRSContext2D, filter: string): void {
  const copy = copyOf(context);
  context.filter = filter;
  context.drawImage(copy, 0, 0);
  context.filter = 'none';
}

/** Lays a gradient of colours, from the top down, over the picture. */
export function tint(context: SKRSContext2D, blend: Blend, alpha: number, ...colours: readonly Colour[]): void {
  const { width, height } = context.canvas;
  const gradient = context.createLinearGradient(0, 0, width * 0.15, height);
  for (const [index, colour] of colours.entries())
    gradient.addColorStop(colours.length === 1 ? 0 : index / (colours.length - 1), css(colour));
  context.globalCompositeOperation = blend;
  context.globalAlpha = alpha;
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

/** Lays a picture over the whole frame. */
export function blend(context: SKRSContext2D, picture: Canvas, operation: Blend, alpha: number): void {
  context.globalCompositeOperation = operation;
  context.globalAlpha = alpha;
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

/** Darkens the corners; `strength` 0-1. */
export function darkenCorners(context: SKRSContext2D, strength: number): void {
  const { width, height } = context.canvas;
  context.save();
  context.translate(width / 2, height / 2);
  context.scale(width / 2, height / 2);
  const gradient = context.createRadialGradient(0, 0, 0.45, 0, 0, 1.45);
  gradient.addColorStop(0, 'rgba(0,0,0,0)');
  gradient.addColorStop(1, `rgba(0,0,6,${strength.toFixed(2)})`);
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  context.restore();
}

/** The picture blurred, at a quarter of its size: cheap, and soft when drawn enlarged. */
export function softCopy(context: SKRSContext2D, radius: number, filter = ''): Canvas {
  const { width, height } = context.canvas;
  const copy = createCanvas(Math.max(1, Math.round(width / 4)), Math.max(1, Math.round(height / 4)));
  const pen = copy.getContext('2d');
  pen.filter = `blur(${Math.max(0.5, radius / 4).toFixed(1)}px) ${filter}`.trim();
  pen.drawImage(context.canvas, 0, 0, copy.width, copy.height);
  return copy;
}

/** Pencil lines of the picture on white: grey, divided by its own blurred negative. */
export function pencilLines(context: SKRSContext2D, radius: number): Canvas {
  const { width, height } = context.canvas;
  const lines = createCanvas(width, height);
  const pen = lines.getContext('2d');
  pen.filter = 'grayscale(1)';
  pen.drawImage(context.canvas, 0, 0);
  pen.filter = `grayscale(1) invert(1) blur(${radius.toFixed(1)}px)`;
  pen.globalCompositeOperation = 'color-dodge';
  pen.drawImage(context.canvas, 0, 0);
  return lines;
}
