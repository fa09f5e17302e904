import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import { css, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';

export type Tones = {
  dark: Colour;
  body: Colour;
  lit: Colour;
  snow: Colour | null;
  /** -1 when the light is on the left. */ side: number;
};

/** A conifer, `height` pixels high, its foot at the middle of the lower edge. */
export function coniferSprite(height: number, tones: Tones, random: Random): Canvas {
  const width = height * random.range(0.36, 0.5);
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  const context = canvas.getContext('2d');
  const middle = width / 2;
  context.fillStyle = css(tones.dark);
  context.fillRect(middle - height * 0.012, height * 0.6, height * 0.024, height * 0.4);
  const tiers = random.integer(9, 14);
  for (let tier = 0; tier < tiers; tier++) {
    const at = tier / tiers;
    const y = height * (0.03 + at * 0.86);
    const half = (0.05 + Math.pow(at, 0.9) * 0.45) * width * random.range(0.8, 1.06);
    paintTier(context, middle, y, half, height * (0.1 + at * 0.05), tones, random);
  }
  return canvas;
}

function paintTier(
  context: SKRSContext2D,
  middle: number,
  y: number,
  half: number,
  drop: number,
  tones: Tones,
  random: Random,
): void {
  const strokes = 16;
  for (let stroke = 0; stroke < strokes; stroke++) {
    const across = (stroke / (strokes - 1)) * 2 - 1;
    const towardsLight = across * tones.side;
    const colour =
      towardsLight > 0
        ? mix(tones.body, tones.lit, towardsLight * random.range(0.2, 0.9))
        : mix(tones.body, tones.dark, -towardsLight);
    context.fillStyle = css(colour);
    const tipX = middle + across * half;
    const tipY = y + drop * (0.55 + 0.35 * Math.abs(across)) * random.range(0.85, 1.2);
    context.beginPath();
    context.moveTo(middle + across * half * 0.1 - half * 0.16, y);
    context.lineTo(middle + across * half * 0.1 + half * 0.16, y);
    context.lineTo(tipX + half * 0.08, tipY);
    context.lineTo(tipX - half * 0.08, tipY + drop * 0.06);
    context.fill();
    if (tones.snow !== null && random.chance(0.65)) {
      context.fillStyle = css(tones.snow, random.range(0.5, 0.95));
      context.beginPath();
      context.moveTo(middle + across * half * 0.35, y + drop * 0.16);
      context.lineTo(tipX, tipY - drop * 0.12);
      context.lineTo(middle + across * half * 0.55, y + drop * 0.42);
      context.fill();
    }
  }
}

/** A broadleaf tree, `height` pixels high, its foot at the middle of the lower edge. */
export function broadleafSprite(height: number, tones: Tones, random: Random): Canvas {
  const width = height * random.range(0.8, 1.05);
  const canvas = createCanvas(Math.ceil(width), Math.ceil(height));
  const context = canvas.getContext('2d');
  const middle = width / 2;
  paintTrunk(context, middle, height, height * 0.5, height * 0.035, tones);
  const clumps = Array.from({ length: 19 }, () => {
    const angle = random.range(0, Math.PI * 2);
    const far = Math.sqrt(random.next());
    return {
      x: middle + Math.cos(angle) * far * width * 0.3,
      y: height * 0.46 + Math.sin(angle) * far * height * 0.3,
      radius: height * random.range(0.1, 0.17),
    };
  }).sort((a, b) => b.y - a.y);
  for (const clump of clumps) paintClump(context, clump.x, clump.y, clump.radius, tones, random);
  return canvas;
}

function paintTrunk(context: SKRSContext2D, x: number, foot: number, top: number, half: number, tones: Tones): void {
  context.fillStyle = css(mix(tones.dark, tones.body, 0.15));
  context.beginPath();
  context.moveTo(x - half * 1.5, foot);
  context.quadraticCurveTo(x - half * 0.8, foot - (foot - top) * 0.3, x - half * 0.7, top);
  context.lineTo(x + half * 0.7, top);
  context.quadraticCurveTo(x + half * 0.8, foot - (foot - top) * 0.3, x + half * 1.5, foot);
  context.fill();
}

/** Foliage as many small leaves around a centre: dark below, lit on the side of the light. */
export function paintClump(
  context: SKRSContext2D,
  x: number,
  y: number,
  radius: number,
  tones: Tones,
  random: Random,
): void {
  const leaves = 90;
  for (let leaf = 0; leaf < leaves; leaf++) {
    const angle = random.range(0, Math.PI * 2);
    const far = Math.sqrt(random.next()) * radius;
    const dx = Math.cos(angle) * far;
    const dy = Math.sin(angle) * far * 0.8;
    const light = (dx * tones.side - dy * 1.3) / radius + random.range(-0.5, 0.5) + leaf / leaves - 0.6;
    context.fillStyle = css(
      light > 0 ? mix(tones.body, tones.lit, Math.min(1, light)) : mix(tones.body, tones.dark, Math.min(1, -light)),
    );
    context.beginPath();
    context.ellipse(
      x + dx,
      y + dy,
      radius * random.range(0.09, 0.19),
      radius * random.range(0.06, 0.12),
      random.range(0, 3),
      0,
      Math.PI * 2,
    );
    context.fill();
  }
}

/** A palm with a bent trunk, its foot at (x, foot). `lean` -1 to 1. */
export function paintPalm(
  context: SKRSContext2D,
  x: number,
  foot: number,
  height: number,
  lean: number,
  tones: Tones,
  random: Random,
): void {
  const topX = x + lean * height * 0.35;
  const topY = foot - height;
  context.strokeStyle = css(mix(tones.dark, tones.body, 0.2));
  context.lineCap = 'round';
  for (let step = 0; step < 24; step++) {
    const at = (t: number): [number, number] => [x + (topX - x) * t * t, foot - height * t];
    context.lineWidth = height * (0.045 - 0.024 * (step / 24));
    context.beginPath();
    context.moveTo(...at(step / 24));
    context.lineTo(...at((step + 1) / 24));
    context.stroke();
  }
  for (let frond = 0; frond < 11; frond++)
    paintFrond(
      context,
      topX,
      topY,
      height * random.range(0.34, 0.48),
      -Math.PI * (frond / 10) + random.range(-0.12, 0.12),
      tones,
    );
}

function paintFrond(context: SKRSContext2D, x: number, y: number, length: number, angle: number, tones: Tones): void {
  context.fillStyle = css(mix(tones.dark, Math.cos(angle) * tones.side > 0 ? tones.lit : tones.body, 0.4));
  for (let leaf = 0; leaf < 22; leaf++) {
    const t = leaf / 21;
    const alongX = x + Math.cos(angle) * length * t;
    const alongY = y + Math.sin(angle) * length * t + length * 0.62 * t * t;
    const hang = length * 0.26 * Math.sin(Math.PI * (0.12 + 0.8 * t));
    context.beginPath();
    context.moveTo(alongX - length * 0.03, alongY);
    context.lineTo(alongX + length * 0.03, alongY);
    context.lineTo(alongX + Math.cos(angle) * hang * 0.7, alongY + hang);
    context.fill();
  }
}
