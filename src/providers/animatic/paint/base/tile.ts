import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Layer } from './layer.js';
import type { Stage } from './stage.js';

type Tile = {
  depth: number;
  /** Of the strip, in frame coordinates. */
  top: number;
  height: number;
  /** Pixels; defaults to the stage's blur for what lies behind the subject. */
  blur?: number;
  /** Draws the strip over x = 0 … `period`, y = 0 … height. What crosses an end must be drawn at both: see `wrapped`. */
  draw(context: SKRSContext2D, period: number): void;
};

/** A strip that is drawn once and then only moved. While the camera follows somebody it repeats endlessly. */
export function tileLayer(stage: Stage, tile: Tile): Layer {
  const canvas = drawStrip(stage, tile, periodOf(stage));
  return stripLayer(stage, tile.depth, { canvas, top: tile.top });
}

/** A layer of one finished strip, as wide as `tileLayer` draws them. */
export function stripLayer(stage: Stage, depth: number, strip: { canvas: Canvas; top: number }): Layer {
  const period = periodOf(stage);
  return {
    depth,
    strip,
    paint(context, moment) {
      const scrolled = stage.scrollSpeed * moment.seconds * depth;
      const offset = stage.scrolls ? ((scrolled % period) + period) % period : 0;
      context.drawImage(strip.canvas, -stage.margin - offset, strip.top);
    },
  };
}

/** Width of a strip after which it repeats. */
export function periodOf(stage: Stage): number {
  const span = stage.width + 2 * stage.margin;
  return stage.scrolls ? Math.ceil(span * 1.2) : span;
}

/** Draws something that reaches `reach` pixels to both sides of x, and again at the other end where it crosses one. */
export function wrapped(period: number, x: number, reach: number, paint: (x: number) => void): void {
  paint(x);
  if (x - reach < 0) paint(x + period);
  if (x + reach > period) paint(x - period);
}

function drawStrip(stage: Stage, tile: Tile, period: number): Canvas {
  const height = Math.ceil(tile.height);
  const once = createCanvas(period, height);
  tile.draw(once.getContext('2d'), period);
  const blur = tile.blur ?? (tile.depth < 1 ? stage.blur : 0);
  if (!stage.scrolls && blur === 0) return once;
  const full = createCanvas(stage.scrolls ? period + stage.width + 2 * stage.margin : period, height);
  const context = full.getContext('2d');
  if (blur > 0) context.filter = `blur(${blur.toFixed(1)}px)`;
  const twice = createCanvas(full.width, height);
  const twiceContext = twice.getContext('2d');
  for (let x = 0; x < full.width; x += period) twiceContext.drawImage(once, x, 0);
  context.drawImage(twice, 0, 0);
  return full;
}
