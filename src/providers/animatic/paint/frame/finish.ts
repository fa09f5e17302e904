import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { hashUnit } from '../../scene/random.js';

const GRAIN_SIZE = 256;
const GRAIN_TILES = 4;

/** What is laid over every finished frame: darker corners and film grain. */
type Finish = {
  /** `strength` 0-1 fades it in; nothing is drawn at 0. */
  paint(context: SKRSContext2D, frameIndex: number, strength: number): void;
};

export function createFinish(seed: number, width: number, height: number): Finish {
  const corners = drawVignette(width, height);
  const grain = Array.from({ length: GRAIN_TILES }, (_, index) => drawGrain(seed + index));
  return {
    paint(context, frameIndex, strength) {
      if (strength <= 0) return;
      context.globalAlpha = strength;
      context.drawImage(corners, 0, 0);
      const tile = grain[Math.floor(hashUnit(frameIndex, seed) * GRAIN_TILES)];
      const pattern = tile === undefined ? null : context.createPattern(tile, 'repeat');
      if (pattern !== null) {
        const x = Math.floor(hashUnit(frameIndex, seed + 1) * GRAIN_SIZE);
        const y = Math.floor(hashUnit(frameIndex, seed + 2) * GRAIN_SIZE);
        context.translate(-x, -y);
        context.fillStyle = pattern;
        context.fillRect(x, y, width, height);
        context.translate(x, y);
      }
      context.globalAlpha = 1;
    },
  };
}

function drawVignette(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.translate(width / 2, height / 2);
  context.scale(width / 2, height / 2);
  const gradient = context.createRadialGradient(0, 0, 0.55, 0, 0, 1.5);
  gradient.addColorStop(0, 'rgba(4,4,12,0)');
  gradient.addColorStop(0.5, 'rgba(4,4,12,0.22)');
  gradient.addColorStop(1, 'rgba(4,4,12,0.62)');
  context.fillStyle = gradient;
  context.fillRect(-1, -1, 2, 2);
  return canvas;
}

/** Light and dark specks that leave the mean brightness alone. */
function drawGrain(seed: number): Canvas {
  const data = new Uint8ClampedArray(GRAIN_SIZE * GRAIN_SIZE * 4);
  for (let index = 0; index < GRAIN_SIZE * GRAIN_SIZE; index++) {
    const value = hashUnit(index, seed) + hashUnit(index, seed + 77) - 1;
    const tone = value > 0 ? 255 : 0;
    data.fill(tone, index * 4, index * 4 + 3);
    data[index * 4 + 3] = Math.abs(value) * 22;
  }
  const canvas = createCanvas(GRAIN_SIZE, GRAIN_SIZE);
  canvas.getContext('2d').putImageData(new ImageData(data, GRAIN_SIZE, GRAIN_SIZE), 0, 0);
  return canvas;
}
