import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { periodOf, tileLayer, wrapped } from '../base/tile.js';
import { ALBEDO } from './albedo.js';
import { litShare, paintBuilding } from './building.js';
import { waterLayers } from './water.js';

type Row = {
  purpose: string;
  depth: number;
  foot: number;
  tallest: number;
  shortest: number;
  width: number;
  nearness: number;
  cell: number;
};

/** A city: three rows of towers above a river, or above the roof that somebody walks on. */
export function cityLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const random = stage.random('city plan');
  const roof = needsRoof(stage);
  const tall = random.range(0.9, 1.25) * (stage.scene.move === 'aerial' ? 0.8 : 1);
  const rows: Row[] = [
    {
      purpose: 'far towers',
      depth: 0.12,
      foot: horizon + height * 0.01,
      tallest: unit * 0.36 * tall,
      shortest: unit * 0.12,
      width: unit * 0.055,
      nearness: 0.3,
      cell: unit * 0.0065,
    },
    {
      purpose: 'towers',
      depth: 0.22,
      foot: horizon + height * 0.02,
      tallest: unit * 0.3 * tall,
      shortest: unit * 0.08,
      width: unit * 0.085,
      nearness: 0.55,
      cell: unit * 0.0085,
    },
    {
      purpose: 'near towers',
      depth: 0.36,
      foot: horizon + height * (roof ? 0.2 : 0.03),
      tallest: unit * (roof ? 0.3 : 0.16),
      shortest: unit * 0.05,
      width: unit * 0.12,
      nearness: 0.8,
      cell: unit * 0.0125,
    },
  ];
  const towers = rows.map((row) => towerLayer(stage, row));
  if (roof) return [...towers, roofLayer(stage)];
  return [...waterLayers(stage, height * 1.16, true), reflectionLayer(stage, rows), ...towers, quayLayer(stage)];
}

/** Whether somebody in the scene needs ground to stand on. */
function needsRoof(stage: Stage): boolean {
  const floating = ['bird', 'butterfly', 'dragon', 'boat', 'plane', 'rocket', 'balloon', 'lantern', 'fish', 'whale'];
  return stage.scene.subjects.some((subject) => !floating.includes(subject.kind));
}

function towerLayer(stage: Stage, row: Row): Layer {
  const top = row.foot - row.tallest * 1.3;
  return tileLayer(stage, {
    depth: row.depth,
    top,
    height: row.foot - top + stage.height * (needsRoof(stage) ? 0.14 : 0.004),
    draw: (context, period) => drawRow(context, stage, row, period, row.foot - top),
  });
}

function drawRow(context: SKRSContext2D, stage: Stage, row: Row, period: number, foot: number): void {
  const random = stage.random(row.purpose);
  const below = needsRoof(stage) ? stage.height * 0.14 : 0;
  const peak = random.range(0.2, 0.8) * period;
  let x = -row.width * 0.3;
  while (x < period - row.width * 0.2) {
    const width = row.width * random.range(0.6, 1.4);
    const crowd = 0.45 + 0.55 * Math.exp(-(((x - peak) / (period * 0.22)) ** 2));
    const height = row.shortest + (row.tallest - row.shortest) * random.next() ** 1.5 * crowd;
    const building = {
      width,
      height: height * (random.chance(0.07) ? 1.25 : 1) + below,
      nearness: row.nearness,
      cell: row.cell * random.range(0.85, 1.3),
    };
    paintBuilding(context, stage, { ...building, x, foot: foot + below }, random);
    x += width * random.range(0.78, 1.12);
  }
}

/** The towers upside down in the river, stretched and dim. */
function reflectionLayer(stage: Stage, rows: readonly Row[]): Layer {
  const tallest = Math.max(...rows.map((row) => row.tallest)) * 1.3;
  const period = periodOf(stage);
  const city = createCanvas(period, Math.ceil(tallest));
  for (const row of rows) drawRow(city.getContext('2d'), stage, row, period, tallest);
  return tileLayer(stage, {
    depth: 0.22,
    top: stage.horizon + stage.height * 0.018,
    height: tallest * 1.15,
    blur: 0,
    draw(context, width) {
      context.save();
      context.filter = `blur(${(stage.unit * 0.004).toFixed(1)}px)`;
      context.globalAlpha = 0.6;
      context.scale(1, -1);
      for (let copy = 0; copy < 3; copy++) {
        context.globalAlpha = 0.34;
        context.drawImage(city, 0, -tallest * (1.02 + copy * 0.06), width, tallest * (1 + copy * 0.06));
      }
      context.restore();
      const random = stage.random('ripples');
      context.globalCompositeOperation = 'destination-out';
      for (let ripple = 0; ripple < 260; ripple++) {
        const down = random.next();
        const length = stage.unit * (0.01 + 0.08 * down) * random.range(0.5, 2);
        context.fillStyle = `rgba(0,0,0,${random.range(0.1, 0.5).toFixed(2)})`;
        wrapped(width, random.range(0, width), length, (x) =>
          context.fillRect(x - length, down * tallest * 1.15, length * 2, stage.unit * (0.0008 + 0.003 * down)),
        );
      }
      const fade = context.createLinearGradient(0, 0, 0, tallest * 1.15);
      fade.addColorStop(0, 'rgba(0,0,0,0)');
      fade.addColorStop(1, 'rgba(0,0,0,1)');
      context.fillStyle = fade;
      context.fillRect(0, 0, width, tallest * 1.2);
      context.globalCompositeOperation = 'source-over';
    },
  });
}

/** A line of lamps where the city meets the river. */
function quayLayer(stage: Stage): Layer {
  const lit = litShare(stage) > 0.1;
  return tileLayer(stage, {
    depth: 0.36,
    top: stage.horizon - stage.unit * 0.06,
    height: stage.unit * 0.16,
    draw(context, period) {
      const y = stage.unit * 0.06 + stage.height * 0.026;
      context.fillStyle = css(mix(stage.palette.dark, stage.palette.haze, 0.18));
      context.fillRect(0, y, period, stage.unit * 0.009);
      const glow = glowSprite(stage.palette.lamp);
      const gap = period / Math.round(period / (stage.unit * 0.07));
      for (let x = gap / 2; lit && x < period; x += gap) {
        drawGlow(context, glow, x, y - stage.unit * 0.006, stage.unit * 0.014, stage.unit * 0.014, 1);
        drawGlow(context, glow, x, y + stage.unit * 0.04, stage.unit * 0.006, stage.unit * 0.05, 0.55);
      }
    },
  });
}

/** A flat roof with a parapet and the things that stand on roofs. */
function roofLayer(stage: Stage): Layer {
  const edge = stage.ground - stage.unit * 0.035;
  const above = stage.unit * 0.2;
  return tileLayer(stage, {
    depth: 1,
    top: edge - above,
    height: stage.height * 1.16 - edge + above,
    draw(context, period) {
      const random = stage.random('roof');
      const body = mix(surface(stage.palette, ALBEDO.road, 0.92), stage.palette.dark, 0.45);
      context.fillStyle = css(mix(body, stage.palette.dark, 0.35));
      for (let x = stage.unit * 0.2; x < period - stage.unit * 0.2; x += stage.unit * random.range(0.35, 0.8))
        paintRoofThing(context, stage, x, above, random.next());
      const gradient = context.createLinearGradient(0, above, 0, above + stage.height * 0.3);
      gradient.addColorStop(0, css(mix(body, stage.palette.light, 0.16)));
      gradient.addColorStop(0.12, css(body));
      gradient.addColorStop(1, css(stage.palette.dark));
      context.fillStyle = gradient;
      context.fillRect(0, above, period, stage.height);
      context.fillStyle = css(stage.palette.light, 0.4);
      context.fillRect(0, above, period, Math.max(1, stage.unit * 0.0022));
      context.fillStyle = css(stage.palette.dark, 0.35);
      const gap = period / Math.round(period / (stage.unit * 0.16));
      for (let x = 0; x < period; x += gap)
        context.fillRect(x, above + stage.unit * 0.02, Math.max(1, stage.unit * 0.0018), stage.height);
      context.fillRect(0, above + stage.unit * 0.056, period, stage.unit * 0.004);
    },
  });
}

function paintRoofThing(context: SKRSContext2D, stage: Stage, x: number, foot: number, choice: number): void {
  const unit = stage.unit;
  if (choice < 0.35) {
    context.fillRect(x, foot - unit * 0.06, unit * 0.1, unit * 0.06);
    context.fillRect(x + unit * 0.03, foot - unit * 0.075, unit * 0.04, unit * 0.02);
  } else if (choice < 0.65) {
    context.fillRect(x, foot - unit * 0.17, unit * 0.004, unit * 0.17);
    for (let bar = 0; bar < 3; bar++)
      context.fillRect(
        x - unit * (0.02 - bar * 0.004),
        foot - unit * (0.165 - bar * 0.018),
        unit * (0.044 - bar * 0.008),
        unit * 0.003,
      );
  } else {
    context.fillRect(x, foot - unit * 0.13, unit * 0.11, unit * 0.08);
    context.beginPath();
    context.moveTo(x - unit * 0.005, foot - unit * 0.13);
    context.lineTo(x + unit * 0.055, foot - unit * 0.17);
    context.lineTo(x + unit * 0.115, foot - unit * 0.13);
    context.fill();
    for (const leg of [0.008, 0.05, 0.094])
      context.fillRect(x + unit * leg, foot - unit * 0.06, unit * 0.006, unit * 0.06);
  }
}
