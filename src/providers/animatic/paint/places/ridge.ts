import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { fractal, ridged, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { tileLayer } from '../base/tile.js';

const COARSE = 2.5;

export type Ridge = {
  purpose: string;
  depth: number;
  /** Frame coordinates of the foot, and pixels above it. */
  foot: number;
  rise: number;
  /** How many noise units fit into one frame height: more gives more peaks. */
  frequency: number;
  nearness: number;
  albedo: Colour;
  kind: 'rocky' | 'rolling';
  /** 0-1 of the rise from the top; 0 for no snow. */
  snow: number;
  /** How much mist lies at the foot, 0-1. */
  mist: number;
};

/** A range of mountains or hills, shaded by the light and fading into the haze at its foot. */
export function ridgeLayer(stage: Stage, ridge: Ridge): Layer {
  const top = ridge.foot - ridge.rise * 1.15;
  const height = ridge.foot - top + stage.height * 0.17;
  return tileLayer(stage, {
    depth: ridge.depth,
    top,
    height,
    draw: (context, period) => drawRidge(context, stage, ridge, period, height),
  });
}

/** The y of a ridge's crest for each x, from the top of its strip. */
function crestOf(stage: Stage, ridge: Ridge, period: number): (x: number) => number {
  const seed = stage.random(ridge.purpose).integer(0, 99999);
  const units = Math.max(2, Math.round((period / stage.height) * ridge.frequency));
  const rough = ridge.kind === 'rocky';
  return (x) => {
    const u = (x / period) * units;
    const shape = rough
      ? ridged(u, 3.7, 6, units, seed) * 0.72 + fractal(u * 1, 9, 2, units, seed + 5) * 0.42
      : fractal(u, 3.7, 3, units, seed);
    return ridge.rise * 1.15 - ridge.rise * Math.max(0.04, Math.min(1.1, (shape - 0.15) * 1.15));
  };
}

function drawRidge(context: SKRSContext2D, stage: Stage, ridge: Ridge, period: number, height: number): void {
  const crest = crestOf(stage, ridge, period);
  context.beginPath();
  context.moveTo(0, height);
  for (let x = 0; x <= period; x += 2) context.lineTo(x, crest(x));
  context.lineTo(period, height);
  context.closePath();
  context.fillStyle = css(surface(stage.palette, ridge.albedo, ridge.nearness));
  context.fill();
  context.globalCompositeOperation = 'source-atop';
  context.drawImage(shading(stage, ridge, crest, period, height), 0, 0, period, height);
  paintMist(context, stage, ridge, period, height);
  context.globalCompositeOperation = 'source-over';
}

function shading(stage: Stage, ridge: Ridge, crest: (x: number) => number, period: number, height: number): Canvas {
  const { palette } = stage;
  const random = stage.random(`${ridge.purpose} faces`);
  const seed = random.integer(0, 99999);
  const columns = Math.round(period / COARSE);
  const shown = Math.min(height, ridge.rise * 1.7);
  const rows = Math.round(shown / COARSE);
  const frequency = ridge.frequency * (ridge.kind === 'rocky' ? 2.6 : 1.4);
  const units = Math.max(2, Math.round((period / stage.height) * frequency));
  const scale = units / columns;
  const body = surface(palette, ridge.albedo, ridge.nearness);
  const lit = mix(body, palette.light, 0.28 + 0.25 * ridge.nearness);
  const dark = mix(body, mix(palette.dark, palette.haze, 0.35 * (1 - ridge.nearness)), 0.28 + 0.35 * ridge.nearness);
  const snowLit = mix(surface(palette, [246, 248, 255], 0.4 + ridge.nearness * 0.6), palette.light, 0.4);
  const snowDark = mix(surface(palette, [176, 190, 224], 0.4 + ridge.nearness * 0.6), palette.sky[1], 0.42);
  const sunlit = mix(snowLit, palette.light, 0.75);
  const relief = (x: number, y: number): number =>
    ridge.kind === 'rocky'
      ? ridged(x * scale + Math.abs(((y * scale * 0.9 + 0.37) % 1.4) - 0.7) * 0.5, y * scale * 0.85, 4, units * 4, seed)
      : fractal(x * scale, y * scale * 0.8, 3, units * 4, seed);
  const crests = Float32Array.from({ length: columns }, (_, x) => crest(x * COARSE) / COARSE);
  const picture = shadePixels(columns, rows, (x, y, target, at) => {
    const under = y - (crests[x] ?? 0);
    if (under < -3) return;
    const side = stage.scrolls
      ? -1
      : Math.max(-1, Math.min(1, (x * COARSE - stage.lightX - stage.margin) / (stage.width * 0.3)));
    const around = ((crests[(x + 3) % columns] ?? 0) - (crests[(x + columns - 3) % columns] ?? 0)) * 0.05;
    const slope =
      (relief(x + 1.4, y) - relief(x - 1.4, y)) * -side * 6 - around * side * Math.max(0, 1 - under / (rows * 0.5));
    const light = smoothstep(-0.5, 0.55, slope);
    const depthInto = (under * COARSE) / ridge.rise;
    const altitude = 1 - (y * COARSE - ridge.rise * 0.15) / ridge.rise;
    const isSnow =
      ridge.snow > 0
        ? 1 -
          smoothstep(
            -0.07,
            0.07,
            1 - altitude - ridge.snow - 0.12 + (relief(x * 1.7, y * 1.7) - 0.45) * 0.7 - depthInto * 0.1,
          )
        : 0;
    const rock = light > 0.5 ? mix(body, lit, (light - 0.5) * 2) : mix(dark, body, light * 2);
    const snow = light > 0.62 ? mix(snowLit, sunlit, (light - 0.62) * 2.2) : mix(snowDark, snowLit, light / 0.62);
    const colour = mix(rock, snow, isSnow);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255;
  });
  const whole = createCanvas(columns, Math.round(height / COARSE));
  const context = whole.getContext('2d');
  context.drawImage(picture, 0, 0);
  return whole;
}

function paintMist(context: SKRSContext2D, stage: Stage, ridge: Ridge, period: number, height: number): void {
  const from = ridge.rise * 0.35;
  const to = Math.min(height, ridge.rise * 1.25);
  const gradient = context.createLinearGradient(0, from, 0, to);
  gradient.addColorStop(0, css(stage.palette.haze, 0));
  gradient.addColorStop(1, css(mix(stage.palette.haze, stage.palette.sky[3], 0.35), ridge.mist));
  context.fillStyle = gradient;
  context.fillRect(0, from, period, height - from);
}
