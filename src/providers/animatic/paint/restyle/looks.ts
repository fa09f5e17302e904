import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { hashUnit } from '../../scene/random.js';
import { shadePixels } from '../base/pixels.js';
import { fractal } from '../base/noise.js';
import { blend, copyOf, darkenCorners, filtered, pencilLines, softCopy, tint } from './grades.js';

export function sketch(context: SKRSContext2D, seed: number, unit: number): void {
  const lines = pencilLines(context, unit * 0.006);
  const tone = softCopy(context, unit * 0.004, 'grayscale(1) brightness(1.35)');
  context.globalAlpha = 1;
  context.drawImage(lines, 0, 0);
  blend(context, lines, 'multiply', 0.9);
  blend(context, tone, 'multiply', 0.3);
  blend(context, paper(seed), 'multiply', 0.6);
  tint(context, 'multiply', 1, [250, 245, 232]);
}

export function watercolour(context: SKRSContext2D, seed: number, unit: number): void {
  const lines = pencilLines(context, unit * 0.005);
  const washed = softCopy(context, unit * 0.011, 'saturate(1.5) brightness(1.12)');
  context.globalAlpha = 0.78;
  context.drawImage(washed, 0, 0, context.canvas.width, context.canvas.height);
  context.globalAlpha = 1;
  blend(context, lines, 'multiply', 0.5);
  blend(context, paper(seed), 'multiply', 0.75);
  tint(context, 'soft-light', 0.3, [255, 244, 220]);
}

export function comic(context: SKRSContext2D, unit: number): void {
  const lines = pencilLines(context, unit * 0.004);
  filtered(context, 'saturate(1.6) contrast(1.15)');
  posterise(context, 5);
  blend(context, lines, 'multiply', 0.75);
  blend(context, lines, 'multiply', 0.75);
  const dots = halftone(Math.max(4, Math.round(unit * 0.008)));
  const pattern = context.createPattern(dots, 'repeat');
  if (pattern === null) return;
  context.globalCompositeOperation = 'soft-light';
  context.globalAlpha = 0.35;
  context.fillStyle = pattern;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
}

export function pixel(context: SKRSContext2D, unit: number): void {
  const { width, height } = context.canvas;
  const block = Math.max(3, Math.round(unit / 120));
  const small = createCanvas(Math.ceil(width / block), Math.ceil(height / block));
  small.getContext('2d').drawImage(context.canvas, 0, 0, small.width, small.height);
  posterise(small.getContext('2d'), 9);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, small.width * block, small.height * block);
  context.imageSmoothingEnabled = true;
}

export function neon(context: SKRSContext2D, unit: number): void {
  filtered(context, 'contrast(1.25) brightness(0.72) saturate(1.5)');
  tint(context, 'color', 0.55, [255, 40, 170], [110, 50, 220], [0, 210, 235]);
  const split = unit * 0.004;
  const plain = copyOf(context);
  for (const [shift, colour] of [
    [-split, '#ff0050'],
    [split, '#00d0ff'],
  ] as const) {
    const fringe = createCanvas(plain.width, plain.height);
    fringe.getContext('2d').drawImage(plain, 0, 0);
    const pen = fringe.getContext('2d');
    pen.globalCompositeOperation = 'multiply';
    pen.fillStyle = colour;
    pen.fillRect(0, 0, fringe.width, fringe.height);
    context.globalCompositeOperation = 'screen';
    context.globalAlpha = 0.4;
    context.drawImage(fringe, shift, 0);
    context.globalAlpha = 1;
    context.globalCompositeOperation = 'source-over';
  }
  blend(context, softCopy(context, unit * 0.02, 'contrast(1.7) brightness(0.8)'), 'screen', 0.5);
  darkenCorners(context, 0.75);
}

export function vintage(context: SKRSContext2D, seed: number, frameIndex: number, unit: number): void {
  const { width, height } = context.canvas;
  const flicker = 1.02 + (hashUnit(frameIndex, seed) - 0.5) * 0.08;
  filtered(context, `sepia(0.38) saturate(0.85) contrast(0.94) brightness(${flicker.toFixed(3)})`);
  tint(context, 'screen', 0.16, [90, 30, 20], [40, 20, 60]);
  const leak = context.createRadialGradient(width, height * 0.3, 0, width, height * 0.3, width * 0.5);
  leak.addColorStop(0, `rgba(255,120,40,${(0.28 + 0.1 * Math.sin(frameIndex * 0.05 + seed)).toFixed(2)})`);
  leak.addColorStop(1, 'rgba(255,120,40,0)');
  context.globalCompositeOperation = 'screen';
  context.fillStyle = leak;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = 'rgba(250,240,220,0.5)';
  for (let speck = 0; speck < 5; speck++) {
    const x = hashUnit(frameIndex * 7 + speck, seed) * width;
    context.fillRect(
      x,
      hashUnit(frameIndex * 7 + speck, seed + 1) * height,
      unit * 0.0016,
      unit * 0.004 * (1 + 3 * hashUnit(speck, frameIndex)),
    );
  }
  if (hashUnit(Math.floor(frameIndex / 5), seed + 2) > 0.6)
    context.fillRect(hashUnit(Math.floor(frameIndex / 5), seed) * width, 0, Math.max(1, unit * 0.0009), height);
  darkenCorners(context, 0.7);
}

export function dream(context: SKRSContext2D, unit: number): void {
  const glow = softCopy(context, unit * 0.03, 'brightness(1.15) saturate(1.2)');
  blend(context, glow, 'screen', 0.55);
  blend(context, glow, 'soft-light', 0.6);
  tint(context, 'soft-light', 0.35, [255, 200, 230], [190, 200, 255]);
}

/** Fewer steps of brightness in each colour. */
function posterise(context: SKRSContext2D, steps: number): void {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const table = Uint8ClampedArray.from(
    { length: 256 },
    (_, value) => (Math.round((value / 255) * (steps - 1)) / (steps - 1)) * 255,
  );
  for (let index = 0; index < data.length; index += 4) {
    data[index] = table[data[index] ?? 0] ?? 0;
    data[index + 1] = table[data[index + 1] ?? 0] ?? 0;
    data[index + 2] = table[data[index + 2] ?? 0] ?? 0;
  }
  context.putImageData(new ImageData(data, width, height), 0, 0);
}

function halftone(size: number): Canvas {
  const canvas = createCanvas(size, size);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.beginPath();
  context.arc(size / 2, size / 2, size * 0.33, 0, Math.PI * 2);
  context.fill();
  return canvas;
}

/** Uneven paper, the same for every frame of a seed. */
function paper(seed: number): Canvas {
  return shadePixels(240, 160, (x, y, target, at) => {
    const value = 214 + 41 * fractal(x * 0.25, y * 0.25, 3, 4096, seed);
    target[at] = value;
    target[at + 1] = value;
    target[at + 2] = value;
    target[at + 3] = 255;
  });
}
