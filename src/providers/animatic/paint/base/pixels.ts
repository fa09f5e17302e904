import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';

/** Writes red, green, blue and alpha (0-255 each) of one pixel into `target` at `at`. */
type PixelShader = (x: number, y: number, target: Uint8ClampedArray, at: number) => void;

/** A picture computed pixel by pixel, once. Keep it small and draw it enlarged. */
export function shadePixels(width: number, height: number, shader: PixelShader): Canvas {
  const wide = Math.max(1, Math.round(width));
  const high = Math.max(1, Math.round(height));
  const data = new Uint8ClampedArray(wide * high * 4);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) shader(x, y, data, (y * wide + x) * 4);
  }
  const canvas = createCanvas(wide, high);
  canvas.getContext('2d').putImageData(new ImageData(data, wide, high), 0, 0);
  return canvas;
}
