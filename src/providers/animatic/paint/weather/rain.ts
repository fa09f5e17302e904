import type { SKRSContext2D } from '@napi-rs/canvas';
import { hashUnit } from '../../scene/random.js';
import { css, mix, WHITE } from '../base/colour.js';
import type { Layer, Moment } from '../base/layer.js';
import type { Stage } from '../base/stage.js';

type Sheet = { drops: number; length: number; width: number; speed: number; alpha: number };

/** Rain in three distances, splashes on the ground, and lightning in a storm. */
export function rainLayers(stage: Stage): Layer[] {
  const storm = stage.scene.weather === 'storm' ? 1.35 : 1;
  const sheets: Sheet[] = [
    { drops: 150 * storm, length: 0.03, width: 0.0008, speed: 1.5, alpha: 0.22 },
    { drops: 90 * storm, length: 0.055, width: 0.0012, speed: 2.1, alpha: 0.3 },
    { drops: 26 * storm, length: 0.1, width: 0.0021, speed: 3, alpha: 0.26 },
  ];
  const layers: Layer[] = [
    {
      depth: 0,
      paint: (context, moment) => sheets.forEach((sheet, index) => paintSheet(context, stage, sheet, index, moment)),
    },
  ];
  if (!['sky', 'space', 'room'].includes(stage.scene.place)) layers.unshift(splashLayer(stage));
  if (stage.scene.weather === 'storm') layers.unshift(lightningLayer(stage));
  return layers;
}

function paintSheet(context: SKRSContext2D, stage: Stage, sheet: Sheet, index: number, moment: Moment): void {
  const { width, height, unit } = stage;
  const slant = stage.wind * 0.3 + (stage.scrolls ? Math.sign(stage.scrollSpeed) * -0.22 : 0.05);
  const drops = Math.round(sheet.drops * (1 + moment.loudness * 0.8));
  const reach = height * 1.2;
  context.strokeStyle = css(mix(stage.palette.sky[3], WHITE, 0.55), sheet.alpha * (1 + moment.loudness * 0.6));
  context.lineWidth = Math.max(0.6, unit * sheet.width);
  context.beginPath();
  for (let drop = 0; drop < drops; drop++) {
    const fallen = moment.seconds * sheet.speed * (0.85 + 0.3 * hashUnit(drop, index)) + hashUnit(drop, index + 10);
    const round = Math.floor(fallen);
    const y = (fallen - round) * reach - height * 0.1;
    const x = hashUnit(drop + round * 613, index + 20) * (width * 1.3) - width * 0.15 + slant * (y - height / 2);
    const length = unit * sheet.length * (0.7 + 0.6 * hashUnit(drop, index + 30));
    context.moveTo(x, y);
    context.lineTo(x + slant * length, y + length);
  }
  context.stroke();
}

/** Small crowns and rings where drops hit. */
function splashLayer(stage: Stage): Layer {
  const from = Math.max(stage.horizon + stage.height * 0.06, stage.ground - stage.unit * 0.12);
  return {
    depth: 1,
    paint(context, moment) {
      context.strokeStyle = css(mix(stage.palette.sky[3], WHITE, 0.5), 0.4);
      context.lineWidth = Math.max(0.6, stage.unit * 0.0011);
      context.beginPath();
      for (let splash = 0; splash < 56; splash++) {
        const age = (moment.seconds * 2.6 + hashUnit(splash, 51)) % 1;
        const round = Math.floor(moment.seconds * 2.6 + hashUnit(splash, 51));
        const x = hashUnit(splash, round + 60) * stage.width * 1.1 - stage.width * 0.05;
        const down = hashUnit(splash, round + 61);
        const y = from + down * (stage.height - from);
        const radius = stage.unit * (0.004 + 0.012 * down) * (0.3 + age);
        context.moveTo(x + radius, y);
        context.ellipse(x, y, radius, radius * 0.28, 0, 0, Math.PI * 2);
        if (age < 0.4) {
          context.moveTo(x - radius * 0.3, y);
          context.lineTo(x - radius * 0.6, y - radius * 0.9);
          context.moveTo(x + radius * 0.3, y);
          context.lineTo(x + radius * 0.6, y - radius * 0.9);
        }
      }
      context.stroke();
    },
  };
}

/** A flash every few seconds with a forked bolt. */
function lightningLayer(stage: Stage): Layer {
  const seed = stage.random('lightning').integer(0, 9999);
  return {
    depth: 0,
    paint(context, moment) {
      const beat = moment.seconds / 2.3 + hashUnit(seed, 1);
      const strike = Math.floor(beat);
      const age = (beat - strike) * 2.3;
      const flash =
        age < 0.5 && hashUnit(strike, seed) > 0.3 ? Math.exp(-age * 9) * (0.6 + 0.4 * Math.sin(age * 70)) : 0;
      if (flash < 0.02) return;
      context.globalCompositeOperation = 'screen';
      context.fillStyle = css([190, 205, 255], flash * 0.5);
      context.fillRect(0, -stage.height * 0.2, stage.width, stage.height * 1.4);
      context.globalCompositeOperation = 'source-over';
      if (age > 0.22) return;
      context.strokeStyle = css([236, 240, 255], Math.min(1, flash * 1.6));
      context.lineWidth = stage.unit * 0.003;
      context.beginPath();
      let x = stage.width * (0.15 + 0.7 * hashUnit(strike, seed + 2));
      context.moveTo(x, -stage.height * 0.05);
      for (let step = 1; step <= 12; step++) {
        x += (hashUnit(step, strike + seed) - 0.5) * stage.unit * 0.09;
        context.lineTo(x, (stage.horizon * step) / 12);
      }
      context.stroke();
    },
  };
}
