import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import type { Animal } from './animal-data.js';
import { fillEllipse, fillPolygon, ribbon, taper } from './figure.js';
import type { FigureTones, Pose } from './figure.js';

type Point = { x: number; y: number };

/** A head in profile with ears, eye, and whatever marks the animal. `withers` is where a mane ends. */
export function drawHead(
  context: SKRSContext2D,
  animal: Animal,
  tones: FigureTones,
  pose: Pose,
  x: number,
  y: number,
  withers: Point,
  running: boolean,
): void {
  const [length, thick, tip, droop] = animal.snout;
  const size = animal.head;
  const farEar = mix(tones.body, tones.dark, 0.55);
  const earBack = running ? 0.35 : 0.05 * Math.sin(pose.seconds * 1.7);
  if (animal.marks === 'horseMane') drawMane(context, tones, pose, x, y, withers, running);
  if (animal.marks === 'mane') drawLionMane(context, tones, x, y, size);
  if (animal.marks === 'antlers') drawAntlers(context, tones, x - size * 0.2, y - size * 0.7);
  drawEar(context, animal, css(farEar), x + size * 0.22, y - size * 0.62, earBack - 0.25);
  context.fillStyle = css(tones.body);
  fillEllipse(context, x, y, size, size * 0.92);
  const noseX = x + Math.cos(droop) * (size * 0.45 + length * 0.8);
  const noseY = y + size * 0.18 + Math.sin(droop) * (size * 0.3 + length);
  taper(context, x + size * 0.35, y + size * 0.14, Math.min(thick, size * 0.8), noseX, noseY, tip);
  if (animal.marks === 'socks') {
    context.fillStyle = css(tones.pale, 0.9);
    taper(context, x + size * 0.2, y + size * 0.55, size * 0.34, noseX - tip * 0.5, noseY + tip * 0.55, tip * 0.5);
  }
  if (animal.marks === 'trunk') drawTrunk(context, tones, pose, noseX, noseY, tip);
  context.fillStyle = css(mix(tones.dark, [8, 6, 8], 0.6));
  if (animal.marks !== 'trunk') fillEllipse(context, noseX + tip * 0.6, noseY - tip * 0.3, tip * 0.42, tip * 0.34);
  drawEar(
    context,
    animal,
    css(animal.marks === 'panda' ? mix(tones.dark, [10, 8, 10], 0.5) : tones.body),
    x - size * 0.38,
    y - size * 0.6,
    earBack,
  );
  drawEye(context, animal, tones, x + size * 0.42, y - size * 0.08, size);
}

function drawEye(context: SKRSContext2D, animal: Animal, tones: FigureTones, x: number, y: number, size: number): void {
  if (animal.marks === 'panda') {
    context.fillStyle = css(mix(tones.dark, [10, 8, 10], 0.5));
    fillEllipse(context, x, y + size * 0.04, size * 0.3, size * 0.24, 0.7);
  }
  const radius = Math.max(1, size * 0.13);
  context.fillStyle = tones.lit ? css(tones.glow) : css(mix(tones.dark, [6, 5, 6], 0.7));
  fillEllipse(context, x, y, radius, radius * 0.95);
  context.fillStyle = 'rgba(255,255,255,0.75)';
  fillEllipse(context, x + radius * 0.3, y - radius * 0.35, radius * 0.3, radius * 0.3);
}

function drawEar(context: SKRSContext2D, animal: Animal, colour: string, x: number, y: number, back: number): void {
  const size = animal.ear;
  context.save();
  context.translate(x, y);
  context.rotate(-back);
  context.fillStyle = colour;
  switch (animal.ears) {
    case 'pointed':
      context.beginPath();
      context.moveTo(-size * 0.42, size * 0.3);
      context.quadraticCurveTo(-size * 0.42, -size * 0.5, -size * 0.02, -size * 0.85);
      context.quadraticCurveTo(size * 0.4, -size * 0.3, size * 0.46, size * 0.3);
      context.fill();
      break;
    case 'floppy':
      context.rotate(0.25 - back);
      fillEllipse(context, -size * 0.12, size * 0.42, size * 0.34, size * 0.62, 0.2);
      break;
    case 'round':
      fillEllipse(context, 0, -size * 0.2, size, size);
      break;
    case 'long':
      context.rotate(-0.35 - back);
      fillEllipse(context, 0, -size * 0.45, size * 0.15, size * 0.56);
      break;
    case 'wide':
      fillEllipse(context, -size * 0.35, size * 0.5, size * 0.62, size * 0.78, 0.25);
      break;
  }
  context.restore();
}

function drawMane(
  context: SKRSContext2D,
  tones: FigureTones,
  pose: Pose,
  x: number,
  y: number,
  withers: Point,
  running: boolean,
): void {
  context.fillStyle = css(mix(tones.body, tones.dark, 0.65));
  for (let lock = 0; lock < 9; lock++) {
    const t = lock / 8;
    const rootX = x + (withers.x - x) * t - 2;
    const rootY = y + (withers.y - y) * t - 7 * (1 - t);
    const blow = (running ? 15 : 6) * (1 + 0.35 * Math.sin(pose.seconds * 7 + lock));
    ribbon(context, [
      [rootX, rootY, 4],
      [rootX - blow * 0.7, rootY + (running ? -1.5 : 6), 3.2],
      [rootX - blow * 1.3, rootY + (running ? 2 : 14), 0.8],
    ]);
  }
}

function drawLionMane(context: SKRSContext2D, tones: FigureTones, x: number, y: number, size: number): void {
  context.fillStyle = css(mix(tones.body, tones.dark, 0.55));
  for (let lock = 0; lock < 16; lock++) {
    const angle = (lock / 16) * Math.PI * 2;
    fillEllipse(
      context,
      x - size * 0.35 + Math.cos(angle) * size * 0.95,
      y + size * 0.35 + Math.sin(angle) * size * 1.15,
      size * 0.62,
      size * 0.5,
      angle,
    );
  }
  fillEllipse(context, x - size * 0.35, y + size * 0.35, size * 1.2, size * 1.4);
}

function drawAntlers(context: SKRSContext2D, tones: FigureTones, x: number, y: number): void {
  context.fillStyle = css(mix(tones.dark, tones.pale, 0.3));
  for (const side of [-0.35, 0.35]) {
    ribbon(context, [
      [x, y, 1.5],
      [x - 6 + side * 10, y - 12, 1.3],
      [x - 7 + side * 24, y - 26, 1],
      [x + side * 30, y - 36, 0.5],
    ]);
    ribbon(context, [
      [x - 6 + side * 10, y - 12, 1.1],
      [x + 3 + side * 12, y - 19, 0.5],
    ]);
    ribbon(context, [
      [x - 7 + side * 24, y - 26, 1],
      [x + 3 + side * 26, y - 31, 0.5],
    ]);
  }
}

function drawTrunk(context: SKRSContext2D, tones: FigureTones, pose: Pose, x: number, y: number, radius: number): void {
  const sway = Math.sin(pose.seconds * 1.3) * 4;
  context.fillStyle = css(tones.pale);
  fillPolygon(context, x - 4, y - 2, x + 14, y + 9, x - 1, y + 5);
  context.fillStyle = css(tones.body);
  ribbon(context, [
    [x, y, radius],
    [x + 3, y + 14, radius * 0.75],
    [x + 2 + sway * 0.4, y + 28, radius * 0.55],
    [x + 4 + sway, y + 40, radius * 0.4],
    [x + 11 + sway, y + 45, radius * 0.32],
  ]);
}
