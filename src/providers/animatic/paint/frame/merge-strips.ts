import { createCanvas } from '@napi-rs/canvas';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { stripLayer } from '../base/tile.js';

/** Strips whose depths differ by less than this move so much alike that they may become one. */
const ALIKE = 0.17;

/** Joins neighbouring strips of about the same depth: each strip costs time in every frame. */
export function mergeStrips(stage: Stage, layers: readonly Layer[]): Layer[] {
  const merged: Layer[] = [];
  for (const layer of layers) {
    const previous = merged.at(-1);
    const joined = previous === undefined ? null : join(stage, previous, layer);
    if (joined === null) merged.push(layer);
    else merged[merged.length - 1] = joined;
  }
  return merged;
}

function join(stage: Stage, behind: Layer, before: Layer): Layer | null {
  if (behind.strip === undefined || before.strip === undefined) return null;
  if (Math.abs(behind.depth - before.depth) > ALIKE || behind.strip.canvas.width !== before.strip.canvas.width)
    return null;
  const top = Math.floor(Math.min(behind.strip.top, before.strip.top));
  const bottom = Math.max(behind.strip.top + behind.strip.canvas.height, before.strip.top + before.strip.canvas.height);
  const canvas = createCanvas(behind.strip.canvas.width, Math.ceil(bottom) - top);
  const context = canvas.getContext('2d');
  context.drawImage(behind.strip.canvas, 0, behind.strip.top - top);
  context.drawImage(before.strip.canvas, 0, before.strip.top - top);
  return stripLayer(stage, (behind.depth + before.depth) / 2, { canvas, top });
}
