import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { VideoSample } from 'mediabunny';

/** A frame as a picture, with mean and standard deviation of its luminance (0-255). */
export type Frame = { canvas: Canvas; mean: number; spread: number };

/** Every so many pixels are enough to tell black from bright. */
const STRIDE = 16;

/** Draws a decoded frame the way a player shows it: square pixels, upright. */
export async function drawFrame(sample: VideoSample): Promise<Frame> {
  const stored = createCanvas(sample.visibleRect.width, sample.visibleRect.height);
  const image = stored.getContext('2d').createImageData(stored.width, stored.height);
  // A variable, because the published types of copyTo are older than its `format`.
  const rgb = { rect: sample.visibleRect, format: 'RGBA', colorSpace: 'srgb' } as const;
  await sample.copyTo(image.data, rgb);
  stored.getContext('2d').putImageData(image, 0, 0);
  return { canvas: show(stored, sample), ...measure(image.data) };
}

function show(stored: Canvas, sample: VideoSample): Canvas {
  const { displayWidth, displayHeight, rotation, flip } = sample;
  if (rotation === 0 && !flip && stored.width === displayWidth && stored.height === displayHeight) return stored;
  const shown = createCanvas(displayWidth, displayHeight);
  const context = shown.getContext('2d');
  const [width, height] = rotation % 180 === 0 ? [displayWidth, displayHeight] : [displayHeight, displayWidth];
  context.translate(displayWidth / 2, displayHeight / 2);
  if (flip) context.scale(-1, 1);
  context.rotate((rotation * Math.PI) / 180);
  context.drawImage(stored, -width / 2, -height / 2, width, height);
  return shown;
}

function measure(pixels: Uint8ClampedArray): { mean: number; spread: number } {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let index = 0; index + 2 < pixels.length; index += 4 * STRIDE) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(index, index + 3);
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    count += 1;
    sum += luminance;
    squares += luminance * luminance;
  }
  const mean = count === 0 ? 0 : sum / count;
  return { mean, spread: count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}
