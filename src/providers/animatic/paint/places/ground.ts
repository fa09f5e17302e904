import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import { brighten, css, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { surface } from '../base/palette.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import { tileLayer, wrapped } from '../base/tile.js';

type Ground = {
  purpose: string;
  depth: number;
  /** Frame coordinates of its upper edge. */
  top: number;
  albedo: Colour;
  nearness: number;
  /** Height of the waves of its upper edge. */
  waves: number;
  grass: number;
};

const COARSE = 4;

/** Open ground with light and dark patches, lit below sun or moon, with grass of `grass` pixels on it. */
export function groundLayer(stage: Stage, ground: Ground): Layer {
  const top = ground.top - ground.waves - ground.grass;
  const height = stage.height * 1.16 - top;
  return tileLayer(stage, {
    depth: ground.depth,
    top,
    height,
    draw(context, period) {
      const random = stage.random(ground.purpose);
      const seed = random.integer(0, 99999);
      const units = Math.max(2, Math.round(period / stage.height));
      const edge = (x: number): number =>
        ground.grass + ground.waves * 2 * fractal((x / period) * units, 1.5, 3, units, seed);
      context.beginPath();
      context.moveTo(0, height);
      for (let x = 0; x <= period; x += 3) context.lineTo(x, edge(x));
      context.lineTo(period, height);
      context.closePath();
      context.fillStyle = css(surface(stage.palette, ground.albedo, ground.nearness));
      context.fill();
      context.globalCompositeOperation = 'source-atop';
      paintPatches(context, stage, ground, period, height, seed);
      context.globalCompositeOperation = 'source-over';
      if (ground.grass > 0) paintGrass(context, stage, ground, period, edge, height, random);
    },
  });
}

function paintPatches(
  context: SKRSContext2D,
  stage: Stage,
  ground: Ground,
  period: number,
  height: number,
  seed: number,
): void {
  const near = surface(stage.palette, ground.albedo, Math.min(1, ground.nearness + 0.25));
  const far = mix(surface(stage.palette, ground.albedo, ground.nearness * 0.8), stage.palette.light, 0.12);
  const deep = mix(near, stage.palette.dark, 0.72);
  const units = Math.max(2, Math.round((period / stage.height) * 3));
  const columns = Math.round(period / COARSE);
  const rows = Math.round(height / COARSE);
  const lightColumn = (stage.lightX + stage.margin) / COARSE;
  const picture = shadePixels(columns, rows, (x, y, target, at) => {
    const down = y / rows;
    const patch = fractal((x / columns) * units, Math.pow(down, 0.6) * 7, 4, units, seed + 9);
    const shine = stage.scrolls ? 0.25 : Math.exp(-(((x - lightColumn) / (columns * 0.2)) ** 2)) * 0.5;
    const base = mix(far, near, smoothstep(0, 0.35, down));
    const shaded = mix(base, deep, smoothstep(0.15, 1, down) * 0.75 + (patch - 0.5) * 0.5);
    const colour = mix(shaded, stage.palette.light, Math.max(0, (patch - 0.42) * 0.9) * shine * (1 - down * 0.8));
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255;
  });
  context.drawImage(picture, 0, 0, period, height);
}

function paintGrass(
  context: SKRSContext2D,
  stage: Stage,
  ground: Ground,
  period: number,
  edge: (x: number) => number,
  height: number,
  random: Random,
): void {
  const base = surface(stage.palette, ground.albedo, ground.nearness);
  const blades = Math.round((period / stage.unit) * 900);
  context.lineCap = 'round';
  for (let blade = 0; blade < blades; blade++) {
    const x = random.range(0, period);
    const down = random.next() ** 2;
    const foot = edge(x) + down * (height - ground.grass) * 0.6 + 2;
    const tall = ground.grass * random.range(0.35, 1) * (0.7 + down * 1.2);
    const lean = (random.range(-0.4, 0.4) + stage.wind * 0.3) * tall;
    const light = random.next();
    const colour =
      light > 0.72
        ? mix(base, stage.palette.light, 0.3 * (1 - down))
        : brighten(mix(base, stage.palette.dark, down * 0.75), 0.7 + light * 0.4);
    context.strokeStyle = css(colour, 0.85);
    context.lineWidth = Math.max(0.7, stage.unit * 0.0011 * (1 + down));
    wrapped(period, x, tall, (shown) => {
      context.beginPath();
      context.moveTo(shown, foot);
      context.quadraticCurveTo(shown + lean * 0.2, foot - tall * 0.6, shown + lean, foot - tall);
      context.stroke();
    });
  }
}
