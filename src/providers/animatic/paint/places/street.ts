import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import { css, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { drawGlow, glowSprite } from '../base/glow.js';
import type { Layer } from '../base/layer.js';
import { surface } from '../base/palette.js';
import type { Stage } from '../base/stage.js';
import { ALBEDO } from './albedo.js';
import { litShare, neonColour, paintSign } from './building.js';
import { roadLayer } from './road.js';
import { createStreetView, fillWall } from './street-view.js';
import type { StreetLight, StreetView } from './street-view.js';
import { trafficLayer } from './traffic.js';

const WALL = 1.75;
const TALLEST = 7.5;

/** A street that runs away from us between houses, with lamps, shop windows, signs and passing traffic. */
export function streetLayers(stage: Stage): Layer[] {
  const view = createStreetView(stage);
  const lights: StreetLight[] = [];
  const far = housesLayer(stage, view, 6, 34, 0.3, lights);
  const middle = housesLayer(stage, view, 2.6, 6, 0.55, lights);
  const near = housesLayer(stage, view, 0.9, 2.6, 0.85, lights);
  return [roadLayer(stage, view, lights), far, trafficLayer(stage, view), middle, near];
}

function housesLayer(
  stage: Stage,
  view: StreetView,
  near: number,
  far: number,
  depth: number,
  lights: StreetLight[],
): Layer {
  const reach = (WALL + 0.9) * view.scaleAt(near);
  const left = Math.floor(Math.max(-stage.margin, view.vanishX - reach));
  const right = Math.ceil(Math.min(stage.width + stage.margin, view.vanishX + reach));
  const top = Math.floor(Math.max(-stage.height * 0.16, view.vanishY - TALLEST * view.scaleAt(near)));
  const bottom = Math.ceil(Math.min(stage.height * 1.16, view.vanishY + view.scaleAt(near) * 0.8));
  const canvas = createCanvas(right - left, bottom - top);
  const context = canvas.getContext('2d');
  context.translate(-left, -top);
  for (const side of [-1, 1]) {
    const random = stage.random(`houses ${side} ${near}`);
    const houses: { from: number; to: number }[] = [];
    for (let z = near; z < far; z *= random.range(1.22, 1.5)) houses.push({ from: z, to: far });
    for (let index = houses.length - 1; index >= 0; index--) {
      const house = houses[index];
      if (house === undefined) continue;
      const end = houses[index + 1]?.from ?? far;
      paintHouse(context, stage, view, side, house.from, end, random, lights);
    }
  }
  const picture = stage.blur > 0 ? blurred(canvas, stage.blur * (depth < 0.8 ? 1 : 0.7)) : canvas;
  return { depth, paint: (target) => target.drawImage(picture, left, top) };
}

function blurred(canvas: Canvas, radius: number): Canvas {
  const soft = createCanvas(canvas.width, canvas.height);
  const context = soft.getContext('2d');
  context.filter = `blur(${radius.toFixed(1)}px)`;
  context.drawImage(canvas, 0, 0);
  return soft;
}

function paintHouse(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  side: number,
  near: number,
  far: number,
  random: Random,
  lights: StreetLight[],
): void {
  const { palette } = stage;
  const nearness = Math.min(1, 1.5 / Math.sqrt(near));
  const height = random.range(2.4, 4.6) * (stage.height > stage.width ? 1.5 : 1);
  const x = side * WALL;
  const paint: Colour = mix(ALBEDO.wall, [random.range(80, 200), random.range(70, 150), random.range(70, 150)], 0.5);
  const sunny = side * (stage.lightX - stage.width / 2) < 0;
  const lit = sunny
    ? mix(surface(palette, paint, nearness * 0.9), palette.light, 0.16)
    : surface(palette, paint, nearness * 0.9);
  const body = mix(lit, palette.dark, (sunny ? 0.2 : 0.42) * nearness);
  paintFront(context, view, side, near, height, mix(body, palette.dark, 0.25));
  const [, roof] = view.project(x, height, near);
  const gradient = context.createLinearGradient(0, roof, 0, view.vanishY);
  gradient.addColorStop(0, css(mix(body, palette.dark, 0.3)));
  gradient.addColorStop(1, css(mix(body, palette.haze, 0.3)));
  context.fillStyle = gradient;
  fillWall(context, view, x, 0, height, near, far);
  paintWindows(context, stage, view, x, near, far, height, nearness, random);
  paintShop(context, stage, view, x, near, far, random, lights);
  if (random.chance(stage.scene.look === 'neon' ? 0.95 : 0.5) && litShare(stage) > 0.1)
    hangSign(context, stage, view, side, near, random, lights);
  placeLamp(context, stage, view, side, near * 1.05, lights);
}

/** The narrow wall that faces us where a house stands out from the next. */
function paintFront(
  context: SKRSContext2D,
  view: StreetView,
  side: number,
  near: number,
  height: number,
  colour: Colour,
): void {
  const [x, top] = view.project(side * WALL, height, near);
  const [, foot] = view.project(side * WALL, 0, near);
  const width = view.scaleAt(near) * 3;
  context.fillStyle = css(colour);
  context.fillRect(side > 0 ? x : x - width, top, width, foot - top);
}

function paintWindows(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  x: number,
  near: number,
  far: number,
  height: number,
  nearness: number,
  random: Random,
): void {
  const floors = Math.round((height - 0.6) / 0.48);
  const columns = Math.max(2, Math.round((far - near) / (0.15 * Math.sqrt(near))));
  const lit = litShare(stage);
  for (let floor = 0; floor < floors; floor++) {
    const low = 0.72 + (floor * (height - 0.8)) / floors;
    for (let column = 0; column < columns; column++) {
      const from = near + ((far - near) * (column + 0.25)) / columns;
      const to = near + ((far - near) * (column + 0.72)) / columns;
      const isLit = random.chance(lit);
      const warm = mix(stage.palette.lamp, [200, 220, 255], random.chance(0.2) ? 0.7 : 0);
      context.fillStyle = isLit
        ? css(mix(stage.palette.haze, warm, 0.35 + 0.65 * nearness), random.range(0.35, 0.95))
        : css(stage.scene.timeOfDay === 'day' ? stage.palette.sky[2] : stage.palette.dark, 0.4);
      fillWall(context, view, x * 0.999, low, low + 0.27, from, to);
    }
  }
}

function paintShop(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  x: number,
  near: number,
  far: number,
  random: Random,
  lights: StreetLight[],
): void {
  const open = litShare(stage) > 0.1 ? random.chance(0.75) : random.chance(0.2);
  const from = near + (far - near) * 0.12;
  const to = near + (far - near) * 0.85;
  const colour =
    stage.scene.look === 'neon' ? neonColour(random) : mix(stage.palette.lamp, [255, 250, 235], random.range(0, 0.5));
  context.fillStyle = open ? css(colour, 0.85) : css(stage.palette.dark, 0.55);
  fillWall(context, view, x * 0.998, 0.08, 0.46, from, to);
  context.fillStyle = css(mix(stage.palette.dark, colour, 0.25), 0.95);
  fillWall(context, view, x * 0.985, 0.47, 0.6, from, to);
  if (!open) return;
  const middle = Math.sqrt(from * to);
  lights.push({ x: x * 0.97, y: 0.28, z: middle, size: 0.42, colour });
  const [glowX, glowY] = view.project(x * 0.95, 0.28, middle);
  drawGlow(context, glowSprite(colour), glowX, glowY, view.scaleAt(middle) * 0.7, view.scaleAt(middle) * 0.5, 0.35);
}

function hangSign(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  side: number,
  near: number,
  random: Random,
  lights: StreetLight[],
): void {
  const colour =
    stage.scene.look === 'neon'
      ? neonColour(random)
      : stage.scene.look === 'noir'
        ? stage.palette.lamp
        : random.pick<Colour>([255, 96, 70], [120, 220, 255], [255, 190, 90]);
  const z = near * 1.12;
  const high = random.range(0.85, 1.5);
  const [x, y] = view.project(side * (WALL - 0.2), high + 0.7, z);
  const scale = view.scaleAt(z);
  paintSign(context, x - scale * 0.08, y, scale * 0.17, scale * random.range(0.45, 0.8), colour, random);
  lights.push({ x: side * (WALL - 0.2), y: high + 0.3, z, size: 0.3, colour });
}

function placeLamp(
  context: SKRSContext2D,
  stage: Stage,
  view: StreetView,
  side: number,
  z: number,
  lights: StreetLight[],
): void {
  const scale = view.scaleAt(z);
  const [x, foot] = view.project(side * 1.22, 0, z);
  const [armX, armY] = view.project(side * 0.98, 1.25, z);
  context.strokeStyle = css(mix(stage.palette.dark, stage.palette.haze, Math.max(0, 0.7 - 1.4 / z)));
  context.lineWidth = Math.max(1, scale * 0.022);
  context.beginPath();
  context.moveTo(x, foot);
  context.lineTo(x, armY + scale * 0.1);
  context.quadraticCurveTo(x, armY, armX, armY);
  context.stroke();
  if (litShare(stage) === 0) return;
  const glow = glowSprite(stage.palette.lamp);
  drawGlow(context, glow, armX, armY, scale * 0.34, scale * 0.34, 0.85);
  drawGlow(context, glow, armX, armY, scale * 0.09, scale * 0.07, 1);
  lights.push({ x: side * 0.98, y: 1.25, z, size: 0.3, colour: stage.palette.lamp });
}
