import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import { css, mix } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { tileLayer, wrapped } from '../base/tile.js';
import { lightVisibility } from '../sky/sky.js';
import { fogLayer } from '../weather/particles.js';
import { ALBEDO } from './albedo.js';
import { groundLayer } from './ground.js';
import { paintClump } from './plants.js';
import { treeLineLayer, treeTones } from './tree-line.js';

/** Trunks in four distances with light and mist between them, under a roof of leaves. */
export function forestLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const mist = stage.scene.weather === 'fog' ? 0.8 : 0.42;
  return [
    treeLineLayer(stage, {
      purpose: 'far wood',
      depth: 0.14,
      foot: horizon + height * 0.04,
      treeHeight: unit * 0.3,
      spacing: 0.13,
      nearness: 0.16,
      kind: 'conifer',
      gaps: 0,
    }),
    trunksLayer(stage, {
      purpose: 'far trunks',
      depth: 0.24,
      foot: horizon + height * 0.06,
      width: unit * 0.014,
      gap: unit * 0.06,
      nearness: 0.34,
    }),
    fogLayer(stage, 0.3, mist),
    trunksLayer(stage, {
      purpose: 'trunks',
      depth: 0.45,
      foot: horizon + height * 0.12,
      width: unit * 0.03,
      gap: unit * 0.15,
      nearness: 0.6,
    }),
    raysLayer(stage),
    groundLayer(stage, {
      purpose: 'forest floor',
      depth: 0.9,
      top: horizon + height * 0.08,
      albedo: stage.scene.snowCover ? ALBEDO.snow : mix(ALBEDO.grass, ALBEDO.earth, 0.45),
      nearness: 0.8,
      waves: unit * 0.03,
      grass: stage.scene.snowCover ? 0 : unit * 0.02,
    }),
    trunksLayer(stage, {
      purpose: 'near trunks',
      depth: 0.82,
      foot: horizon + height * 0.22,
      width: unit * 0.062,
      gap: unit * 0.52,
      nearness: 0.86,
    }),
    canopyLayer(stage),
  ];
}

type Trunks = { purpose: string; depth: number; foot: number; width: number; gap: number; nearness: number };

function trunksLayer(stage: Stage, trunks: Trunks): Layer {
  const top = -stage.height * 0.14;
  return tileLayer(stage, {
    depth: trunks.depth,
    top,
    height: trunks.foot - top + stage.height * 0.04,
    draw(context, period) {
      const random = stage.random(trunks.purpose);
      for (let x = 0; x < period; x += trunks.gap * random.range(0.4, 1.6)) {
        const width = trunks.width * random.range(0.6, 1.3);
        const foot = trunks.foot - top + random.range(-0.01, 0.035) * stage.height;
        const lean = random.range(-0.03, 0.03) * stage.height;
        const grain = random.integer(0, 1e6);
        wrapped(period, x, width * 3 + Math.abs(lean), (shown) =>
          paintTrunk(context, stage, trunks, shown, foot, width, lean, grain),
        );
      }
    },
  });
}

function paintTrunk(
  context: SKRSContext2D,
  stage: Stage,
  trunks: Trunks,
  x: number,
  foot: number,
  width: number,
  lean: number,
  grain: number,
): void {
  const bark = surface(stage.palette, [92, 76, 66], trunks.nearness);
  const dark = mix(bark, stage.palette.dark, 0.65 * trunks.nearness);
  const lit = mix(bark, stage.palette.light, stage.scene.timeOfDay === 'night' ? 0.2 : 0.38);
  const lightOnLeft = stage.lightX < stage.width / 2;
  const gradient = context.createLinearGradient(x - width / 2, 0, x + width / 2, 0);
  gradient.addColorStop(0, css(lightOnLeft ? lit : dark));
  gradient.addColorStop(0.35, css(lightOnLeft ? bark : dark));
  gradient.addColorStop(0.65, css(lightOnLeft ? dark : bark));
  gradient.addColorStop(1, css(lightOnLeft ? dark : lit));
  context.fillStyle = gradient;
  context.beginPath();
  context.moveTo(x - width * 1.1, foot);
  context.quadraticCurveTo(x - width * 0.5, foot - width * 1.2, x - width * 0.45, foot - width * 4);
  context.lineTo(x - width * 0.3 + lean, 0);
  context.lineTo(x + width * 0.3 + lean, 0);
  context.lineTo(x + width * 0.45, foot - width * 4);
  context.quadraticCurveTo(x + width * 0.5, foot - width * 1.2, x + width * 1.15, foot);
  context.fill();
  if (trunks.nearness < 0.5) return;
  const shift = (grain % 100) / 100;
  context.strokeStyle = css(dark, 0.5);
  context.lineWidth = Math.max(0.7, width * 0.035);
  context.beginPath();
  for (let line = 0; line < 34; line++) {
    const at = ((line * 0.618 + shift) % 1) * foot * 0.96;
    const across = ((line * 0.37 + shift * 3) % 1) - 0.5;
    const slant = lean * (1 - at / foot);
    context.moveTo(x + across * width * 0.7 + slant, at);
    context.quadraticCurveTo(
      x + across * width * 0.85 + slant,
      at + width * 0.5,
      x + across * width * 0.72 + slant,
      at + width * 1.4,
    );
  }
  context.stroke();
  context.lineWidth = width * 0.16;
  for (const branch of [0.18, 0.33]) {
    const y = foot * (branch + shift * 0.12);
    const side = line(branch, shift);
    context.strokeStyle = css(dark);
    context.beginPath();
    context.moveTo(x + lean * (1 - y / foot), y);
    context.quadraticCurveTo(x + side * width * 1.4, y - width * 0.5, x + side * width * 2.9, y - width * 1.7);
    context.stroke();
  }
}

function line(branch: number, shift: number): number {
  return Math.sin(branch * 91 + shift * 40) > 0 ? 1 : -1;
}

/** Beams of light that slant between the trunks and breathe. */
function raysLayer(stage: Stage): Layer {
  const random = stage.random('rays');
  const strength =
    lightVisibility(stage) * (stage.scene.timeOfDay === 'night' ? 0.24 : 0.42) +
    (stage.scene.weather === 'fog' ? 0.1 : 0);
  const beams = Array.from({ length: 4 }, () => ({
    x: random.range(-0.32, 0.32),
    width: random.range(0.03, 0.08),
    phase: random.range(0, 6),
  }));
  const height = Math.ceil(stage.height * 0.95);
  const beam = createCanvas(48, 64);
  const pen = beam.getContext('2d');
  const across = pen.createLinearGradient(0, 0, 48, 0);
  across.addColorStop(0, css(stage.palette.light, 0));
  across.addColorStop(0.5, css(stage.palette.light, 1));
  across.addColorStop(1, css(stage.palette.light, 0));
  pen.fillStyle = across;
  pen.fillRect(0, 0, 48, 64);
  const down = pen.createLinearGradient(0, 0, 0, 64);
  down.addColorStop(0, 'rgba(0,0,0,0)');
  down.addColorStop(1, 'rgba(0,0,0,1)');
  pen.globalCompositeOperation = 'destination-out';
  pen.fillStyle = down;
  pen.fillRect(0, 0, 48, 64);
  const lean = (stage.width / 2 - stage.lightX) / stage.width;
  return {
    depth: 0.5,
    paint(context, moment) {
      context.save();
      context.globalCompositeOperation = 'lighter';
      context.transform(1, 0, lean * 0.9 + 0.12, 1, 0, 0);
      for (const ray of beams) {
        context.globalAlpha = Math.min(
          1,
          strength * (0.55 + 0.45 * Math.sin(moment.seconds * 0.6 + ray.phase) + moment.loudness),
        );
        if (context.globalAlpha > 0.01)
          context.drawImage(
            beam,
            stage.lightX + ray.x * stage.width,
            -stage.height * 0.08,
            ray.width * stage.width,
            height,
          );
      }
      context.restore();
    },
  };
}

function canopyLayer(stage: Stage): Layer {
  const height = stage.height * 0.4;
  return tileLayer(stage, {
    depth: 0.75,
    top: -stage.height * 0.16,
    height,
    draw(context, period) {
      const random: Random = stage.random('canopy');
      const tones = treeTones(stage, 'broadleaf', 0.8);
      const dim = {
        ...tones,
        body: mix(tones.body, stage.palette.dark, 0.45),
        dark: stage.palette.dark,
        lit: mix(tones.body, stage.palette.light, 0.2),
      };
      for (let clump = 0; clump < (period / stage.unit) * 30; clump++) {
        const x = random.range(0, period);
        const y = height * 0.75 * random.next() ** 2.2;
        const radius = stage.unit * random.range(0.035, 0.07);
        if (x > radius && x < period - radius) paintClump(context, x, y, radius, dim, random);
      }
    },
  });
}
