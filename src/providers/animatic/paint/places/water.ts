import { createCanvas } from '@napi-rs/canvas';
import { css, mix, multiply } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { fractal, smoothstep } from '../base/noise.js';
import { shadePixels } from '../base/pixels.js';
import type { Stage } from '../base/stage.js';
import { lightVisibility } from '../sky/sky.js';
import { hashUnit } from '../../scene/random.js';

const COARSE_X = 5;
const COARSE_Y = 2;

/** Water from the horizon down to `bottom`: it mirrors the sky, darkens towards us, and glitters under sun or moon. */
export function waterLayers(stage: Stage, bottom: number, calm: boolean): Layer[] {
  return [waterSurface(stage, bottom, calm), glints(stage, bottom)];
}

function waterColour(stage: Stage, down: number): Colour {
  const { sky, ambient, dark } = stage.palette;
  const mirrored = down < 0.4 ? mix(sky[3], sky[2], down / 0.4) : mix(sky[2], sky[1], (down - 0.4) / 0.6);
  const body = multiply([58, 110, 128], ambient);
  return mix(mix(mirrored, body, 0.12 + 0.3 * down), dark, 0.06 + 0.3 * down);
}

function waterSurface(stage: Stage, bottom: number, calm: boolean): Layer {
  const width = stage.width + 2 * stage.margin;
  const height = bottom - stage.horizon;
  const seed = stage.random('water').integer(0, 99999);
  const columns = width / COARSE_X;
  const rows = height / COARSE_Y;
  const units = 64;
  const picture = shadePixels(columns, rows, (x, y, target, at) => {
    const down = (y + 0.5) / rows;
    const distance = 0.035 + down;
    const u = ((x / columns - 0.5) * 3) / distance + 200;
    const wave = fractal(u, 5 / distance, 3, units * 16, seed);
    const swell = fractal(u * 0.25, 1.6 / distance, 2, units * 16, seed + 3);
    const base = waterColour(stage, down);
    const light = (wave - 0.5) * (calm ? 0.7 : 1.1) + (swell - 0.5) * (calm ? 0.5 : 0.9);
    const colour =
      light > 0
        ? mix(base, mix(stage.palette.sky[3], stage.palette.light, 0.3), light * 0.9)
        : mix(base, stage.palette.dark, -light * 0.9);
    target[at] = colour[0];
    target[at + 1] = colour[1];
    target[at + 2] = colour[2];
    target[at + 3] = 255 * smoothstep(0, 0.012, down);
  });
  const strip = createCanvas(Math.ceil(width), Math.ceil(height));
  strip.getContext('2d').drawImage(picture, 0, 0, width, height);
  return { depth: 0.25, paint: (context) => context.drawImage(strip, -stage.margin, Math.floor(stage.horizon)) };
}

/** Short bright strokes that come and go: a path of light below sun or moon, and crests everywhere. */
function glints(stage: Stage, bottom: number): Layer {
  const random = stage.random('glints');
  const height = bottom - stage.horizon;
  const strength = lightVisibility(stage);
  const strokes = Array.from({ length: 420 }, (_, index) => {
    const down = random.next() ** 1.7;
    const inPath = index < 300;
    const spread = stage.unit * (0.03 + 0.16 * down);
    const x = inPath
      ? stage.lightX + (random.next() + random.next() + random.next() - 1.5) * spread
      : random.range(-stage.margin, stage.width + stage.margin);
    return {
      x,
      y: stage.horizon + 1 + down * height,
      length: stage.unit * (0.004 + 0.035 * down) * random.range(0.5, 1.4),
      thick: stage.unit * (0.0008 + 0.0034 * down),
      inPath,
      speed: random.range(1.2, 3.4),
      phase: random.range(0, 6.3),
    };
  });
  const path = css(mix(stage.palette.light, [255, 255, 255], 0.35), 0.85);
  const soft = css(mix(stage.palette.light, stage.palette.sky[3], 0.5), 0.3);
  return {
    depth: 0.3,
    paint(context, moment) {
      for (const inPath of [false, true]) {
        context.fillStyle = inPath ? path : soft;
        context.globalAlpha = inPath ? Math.min(1, strength * (0.75 + moment.loudness)) : 1;
        context.beginPath();
        for (const stroke of strokes) {
          if (stroke.inPath !== inPath) continue;
          const shine = Math.sin(moment.seconds * stroke.speed + stroke.phase) - 0.1;
          if (shine <= 0) continue;
          const length = stroke.length * shine;
          const x = stroke.x + Math.sin(moment.seconds * 0.5 + stroke.phase) * stroke.length * 0.6;
          context.moveTo(x - length, stroke.y);
          context.quadraticCurveTo(x, stroke.y - stroke.thick * shine, x + length, stroke.y);
          context.quadraticCurveTo(x, stroke.y + stroke.thick * shine, x - length, stroke.y);
        }
        context.fill();
      }
      context.globalAlpha = 1;
    },
  };
}

/** A shore with wet sand and foam that runs up and back. */
export function foamLayer(stage: Stage, shoreline: number): Layer {
  const seed = stage.random('foam').integer(0, 9999);
  const foam = mix(stage.palette.sky[3], [255, 255, 255], stage.scene.timeOfDay === 'night' ? 0.15 : 0.5);
  return {
    depth: 0.85,
    paint(context, moment) {
      for (let wave = 0; wave < 3; wave++) {
        const cycle = (moment.seconds * 0.16 + wave / 3) % 1;
        const run = Math.sin(cycle * Math.PI);
        const y = shoreline - stage.unit * 0.075 + run * stage.unit * 0.085;
        const alpha = Math.min(1, run * 1.6) * (cycle < 0.5 ? 0.85 : 0.85 * (1 - (cycle - 0.5) * 1.6));
        context.beginPath();
        const step = stage.width / 64;
        const edge = (x: number): number =>
          y +
          (Math.sin(x * 0.006 + wave * 2 + seed) + 0.5 * Math.sin(x * 0.017 + seed + wave + moment.seconds * 0.4)) *
            stage.unit *
            0.012;
        const thick = (x: number): number => stage.unit * (0.004 + 0.006 * hashUnit(Math.round(x / step), wave + seed));
        for (let x = -stage.margin; x <= stage.width + stage.margin; x += step) context.lineTo(x, edge(x));
        for (let x = stage.width + stage.margin; x >= -stage.margin; x -= step) context.lineTo(x, edge(x) - thick(x));
        context.fillStyle = css(foam, Math.max(0, alpha));
        context.fill();
      }
    },
  };
}
