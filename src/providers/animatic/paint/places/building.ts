import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import { css, hex, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { ALBEDO } from './albedo.js';

const NEON = ['#ff3d9a', '#35e8ff', '#ffa53d', '#9a5cff', '#4dffb0', '#ff5040'];

type Building = {
  x: number;
  width: number;
  height: number;
  foot: number;
  nearness: number;
  /** Size of a window's cell in pixels. */ cell: number;
};

/** How many windows are lit, 0-1. */
export function litShare(stage: Stage): number {
  if (stage.scene.look === 'neon') return 0.55;
  const byTime = { night: 0.42, dusk: 0.4, golden: 0.14, dawn: 0.16, day: 0 };
  return byTime[stage.scene.timeOfDay];
}

/** A tower seen from the front, with a lighter and a darker side, windows, and something on its roof. */
export function paintBuilding(context: SKRSContext2D, stage: Stage, building: Building, random: Random): void {
  const { x, width, height, foot, nearness } = building;
  const top = foot - height;
  const wall = mix(ALBEDO.wall, [random.range(60, 190), random.range(70, 170), random.range(80, 190)], 0.35);
  const body = mix(surface(stage.palette, wall, nearness), stage.palette.dark, 0.3 * nearness);
  const lightOnLeft = stage.lightX < stage.width / 2;
  const side = width * random.range(0.14, 0.3);
  paintRoof(context, stage, building, body, random);
  const gradient = context.createLinearGradient(0, top, 0, foot);
  gradient.addColorStop(0, css(body));
  gradient.addColorStop(1, css(mix(body, stage.palette.haze, 0.42 - 0.25 * nearness)));
  context.fillStyle = gradient;
  context.fillRect(x, top, width, height);
  context.fillStyle = css(stage.palette.dark, 0.35 * nearness + 0.1);
  context.fillRect(lightOnLeft ? x + width - side : x, top, side, height);
  context.fillStyle = css(stage.palette.light, 0.1 + 0.14 * nearness);
  context.fillRect(lightOnLeft ? x : x + width - Math.max(1, width * 0.02), top, Math.max(1, width * 0.02), height);
  paintWindows(context, stage, building, random);
  if (stage.scene.look === 'neon' && nearness > 0.35) paintNeon(context, stage, building, random);
}

function paintRoof(context: SKRSContext2D, stage: Stage, building: Building, body: Colour, random: Random): void {
  const { x, width, height, foot } = building;
  const top = foot - height;
  context.fillStyle = css(body);
  const kind = random.next();
  if (kind < 0.3) {
    const inset = width * random.range(0.15, 0.3);
    context.fillRect(x + inset, top - width * 0.18, width - inset * 2, width * 0.2);
    if (random.chance(0.5))
      context.fillRect(x + width * 0.49, top - width * 0.6, Math.max(1, width * 0.02), width * 0.5);
  } else if (kind < 0.42) {
    context.beginPath();
    context.moveTo(x, top + 1);
    context.lineTo(x + width / 2, top - width * random.range(0.3, 0.9));
    context.lineTo(x + width, top + 1);
    context.fill();
  } else if (kind < 0.6) {
    const pole = Math.max(1, width * 0.015);
    context.fillRect(x + width * 0.7, top - height * 0.14, pole, height * 0.15);
    context.fillRect(x + width * 0.62, top - width * 0.08, width * 0.18, width * 0.1);
    if (litShare(stage) > 0.2)
      drawGlow(
        context,
        glowSprite([255, 60, 50]),
        x + width * 0.7 + pole / 2,
        top - height * 0.14,
        width * 0.12,
        width * 0.12,
        0.9,
      );
  } else if (kind < 0.78) {
    context.fillRect(x + width * random.range(0.1, 0.5), top - width * 0.12, width * 0.26, width * 0.13);
    context.fillRect(x + width * random.range(0.5, 0.8), top - width * 0.06, width * 0.12, width * 0.07);
  }
}

function paintWindows(context: SKRSContext2D, stage: Stage, building: Building, random: Random): void {
  const { x, width, height, foot, nearness, cell } = building;
  const style = random.integer(0, 2);
  const columns = Math.max(2, Math.floor(width / (cell * (style === 1 ? 2.2 : 1))));
  const rows = Math.max(3, Math.floor(height / (cell * (style === 2 ? 2.1 : 1.35))));
  const cellWidth = (width * 0.92) / columns;
  const cellHeight = height / rows;
  const lit = litShare(stage) * random.range(0.5, 1.3);
  const wide = style === 1 ? 0.86 : 0.58;
  const tall = style === 2 ? 0.74 : style === 1 ? 0.42 : 0.55;
  const dull =
    stage.scene.timeOfDay === 'day' ? mix(stage.palette.sky[2], stage.palette.dark, 0.3) : stage.palette.dark;
  const cold = mix(stage.palette.lamp, [205, 226, 255], 0.8);
  for (let row = 0; row < rows; row++) {
    const floorLit = random.chance(0.12) ? 0.9 : lit;
    for (let column = 0; column < columns; column++) {
      const isLit = random.chance(floorLit);
      const warm = mix(stage.palette.lamp, cold, random.chance(0.25) ? 0.8 : random.range(0, 0.3));
      const colour = isLit ? mix(stage.palette.haze, warm, 0.4 + 0.6 * nearness) : dull;
      context.fillStyle = css(
        colour,
        isLit ? random.range(0.45, 1) * (0.55 + 0.45 * nearness) : 0.26 * (0.4 + nearness),
      );
      context.fillRect(
        x + width * 0.04 + (column + (1 - wide) / 2) * cellWidth,
        foot - height + (row + 0.25) * cellHeight,
        cellWidth * wide,
        cellHeight * tall,
      );
    }
  }
}

export function neonColour(random: Random): Colour {
  const [first = '#ff3d9a', ...others] = NEON;
  return hex(random.pick(first, ...others));
}

function paintNeon(context: SKRSContext2D, stage: Stage, building: Building, random: Random): void {
  const { x, width, height, foot, cell } = building;
  if (random.chance(0.6)) {
    const high = height * random.range(0.18, 0.36);
    paintSign(
      context,
      x + width * random.range(0.12, 0.75),
      foot - height * random.range(0.55, 0.92),
      cell * 2.4,
      high,
      neonColour(random),
      random,
    );
  }
  if (random.chance(0.45)) {
    const colour = neonColour(random);
    context.fillStyle = css(mix(colour, [255, 255, 255], 0.35), 0.9);
    const y = foot - height + random.range(0, height * 0.1);
    context.fillRect(x, y, width, Math.max(1, cell * 0.22));
    drawGlow(context, glowSprite(colour), x + width / 2, y, width * 0.8, stage.unit * 0.03, 0.6);
  }
}

/** An upright sign of made-up letters that glows. */
export function paintSign(
  context: SKRSContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  random: Random,
): void {
  context.fillStyle = css(mix(colour, [0, 0, 0], 0.82), 0.92);
  context.fillRect(x, y, width, height);
  context.strokeStyle = css(mix(colour, [255, 255, 255], 0.25));
  context.lineWidth = Math.max(0.8, width * 0.07);
  context.strokeRect(x, y, width, height);
  const letters = Math.max(2, Math.floor(height / (width * 1.05)));
  const size = (height / letters) * 0.62;
  context.strokeStyle = css(mix(colour, [255, 255, 255], 0.55));
  for (let letter = 0; letter < letters; letter++) {
    const middle = y + ((letter + 0.5) / letters) * height;
    context.beginPath();
    for (let stroke = 0; stroke < 4; stroke++) {
      const across = random.chance(0.55);
      const at = random.range(-0.4, 0.4) * size;
      context.moveTo(x + width / 2 + (across ? -width * 0.26 : at * 0.6), middle + (across ? at : -size * 0.42));
      context.lineTo(x + width / 2 + (across ? width * 0.26 : at * 0.6), middle + (across ? at : size * 0.42));
    }
    context.stroke();
  }
  drawGlow(context, glowSprite(colour), x + width / 2, y + height / 2, width * 3.2, height * 1.05, 0.5);
}
