import type { SKRSContext2D } from '@napi-rs/canvas';
import { hashUnit } from '../../scene/random.js';
import { css, mix } from '../base/colour.js';
import type { Animal } from './animal-data.js';
import { fillEllipse, ribbon, taper } from './figure.js';
import type { Figure, FigureTones, Pose } from './figure.js';

/** An animal's head and shoulders from the front, for close-ups: it breathes, blinks and turns its ears. */
export function portrait(animal: Animal): Figure {
  return {
    box: { left: -100, top: -150, right: 100, bottom: 30 },
    stands: true,
    draw: (context, tones, pose) => drawPortrait(context, animal, tones, pose),
  };
}

function drawPortrait(context: SKRSContext2D, animal: Animal, tones: FigureTones, pose: Pose): void {
  const breath = Math.sin(pose.seconds * 1.8) * 1.2 + pose.loudness * 5;
  const turn = Math.sin(pose.seconds * 0.55 + pose.variant * 6) * 4;
  const narrow = animal.snout[0] > 18 ? 0.72 : 1;
  const nose = mix(tones.dark, [14, 10, 12], 0.6);
  drawShoulders(context, animal, tones, breath);
  context.save();
  context.translate(turn * 0.5, -78 - breath);
  context.rotate(turn * 0.006);
  if (animal.marks === 'mane') drawMane(context, tones);
  drawEars(context, animal, tones, pose, turn);
  context.fillStyle = css(tones.body);
  context.beginPath();
  context.moveTo(0, -34);
  context.bezierCurveTo(26 * narrow, -36, 39 * narrow, -18, 39 * narrow, 2);
  context.bezierCurveTo(39 * narrow, 16, 24 * narrow, 26, 13, 35);
  context.quadraticCurveTo(0, 43, -13, 35);
  context.bezierCurveTo(-24 * narrow, 26, -39 * narrow, 16, -39 * narrow, 2);
  context.bezierCurveTo(-39 * narrow, -18, -26 * narrow, -36, 0, -34);
  context.fill();
  if (tones.outline) {
    if (animal.marks === 'antlers') drawAntlers(context, tones);
    context.restore();
    return;
  }
  drawFur(context, tones, narrow);
  drawCheeks(context, animal, tones, narrow);
  drawMarks(context, animal, tones);
  drawMuzzle(context, animal, tones, turn, css(nose));
  for (const side of [-1, 1]) drawEye(context, animal, tones, pose, side * 16.5 * narrow + turn * 0.55, -4, side);
  if (animal.marks === 'antlers') drawAntlers(context, tones);
  context.restore();
}

function drawShoulders(context: SKRSContext2D, animal: Animal, tones: FigureTones, breath: number): void {
  context.fillStyle = css(mix(tones.body, tones.dark, 0.22));
  context.beginPath();
  context.moveTo(-58, 30);
  context.bezierCurveTo(-56, -16 - breath, -34, -44, -24, -58);
  context.lineTo(24, -58);
  context.bezierCurveTo(34, -44, 56, -16 - breath, 58, 30);
  context.fill();
  if (tones.outline) return;
  const bib = animal.marks === 'panda' ? mix(tones.dark, [10, 8, 10], 0.4) : mix(tones.pale, tones.dark, 0.16);
  context.fillStyle = css(bib, 0.9);
  context.beginPath();
  context.moveTo(-17, -52);
  context.bezierCurveTo(-30, -26, -26, 6, -20, 30);
  context.lineTo(20, 30);
  context.bezierCurveTo(26, 6, 30, -26, 17, -52);
  context.fill();
  const colours = [mix(tones.body, tones.dark, 0.3), mix(tones.body, tones.pale, 0.1), bib, mix(bib, tones.dark, 0.14)];
  for (const [group, colour] of colours.entries()) {
    context.fillStyle = css(colour, 0.75);
    context.beginPath();
    for (let lock = group; lock < 240; lock += 4) {
      const down = hashUnit(lock, 4);
      const wide =
        group < 2
          ? (hashUnit(lock, 3) > 0.5 ? 1 : -1) * (0.46 + 0.44 * hashUnit(lock, 5))
          : (hashUnit(lock, 3) - 0.5) * 1.02;
      const x = wide * (30 + down * 24);
      const y = -52 + down * 76 - breath * (1 - down);
      context.moveTo(x - 2.2, y);
      context.quadraticCurveTo(x - 1.6, y + 8, x + wide * 4, y + 15);
      context.quadraticCurveTo(x + 2.6, y + 7, x + 2.2, y);
    }
    context.fill();
  }
}

/** Short strokes of fur that follow the face outwards. */
function drawFur(context: SKRSContext2D, tones: FigureTones, narrow: number): void {
  context.lineCap = 'round';
  context.lineWidth = 0.9;
  for (const light of [0, 1]) {
    context.strokeStyle = css(light === 1 ? mix(tones.body, tones.pale, 0.4) : mix(tones.body, tones.dark, 0.45), 0.32);
    context.beginPath();
    for (let hair = light; hair < 150; hair += 2) {
      const angle = hashUnit(hair, 11) * Math.PI * 2;
      const far = 12 + 24 * Math.sqrt(hashUnit(hair, 12));
      const x = Math.cos(angle) * far * narrow;
      const y = Math.sin(angle) * far * 0.86 - 2;
      context.moveTo(x, y);
      context.lineTo(x + Math.cos(angle) * 5 * narrow, y + Math.sin(angle) * 4.5);
    }
    context.stroke();
  }
}

function drawEars(context: SKRSContext2D, animal: Animal, tones: FigureTones, pose: Pose, turn: number): void {
  for (const side of [-1, 1]) {
    const twitch = Math.max(0, Math.sin(pose.seconds * 1.3 + side * 2 + pose.variant * 9) - 0.86) * 1.6;
    context.save();
    context.translate(side * 24 + turn * 0.2, -24);
    context.scale(side, 1);
    context.rotate(0.32 + twitch);
    const outer = css(animal.marks === 'panda' ? mix(tones.dark, [10, 8, 10], 0.5) : tones.body);
    const inner = css(mix(mix(tones.pale, [226, 150, 140], 0.35), tones.dark, 0.35));
    if (animal.ears === 'pointed') {
      const tall = Math.min(46, 24 + animal.ear * 1.3);
      earShape(context, outer, 15, tall);
      context.translate(0.5, -1);
      earShape(context, inner, 9, tall * 0.76);
    } else if (animal.ears === 'long') {
      context.rotate(-0.22);
      context.fillStyle = outer;
      fillEllipse(context, 0, -40, 11, 46);
      context.fillStyle = inner;
      fillEllipse(context, 0, -38, 6, 36);
    } else if (animal.ears === 'round') {
      context.fillStyle = outer;
      fillEllipse(context, 3, -7, 14, 14);
      context.fillStyle = inner;
      fillEllipse(context, 3, -6, 8, 8);
    } else {
      context.fillStyle = css(mix(tones.body, tones.dark, 0.3));
      fillEllipse(
        context,
        animal.ears === 'wide' ? 34 : 13,
        24,
        animal.ears === 'wide' ? 34 : 13,
        animal.ears === 'wide' ? 42 : 29,
        animal.ears === 'wide' ? -0.2 : -0.3,
      );
    }
    context.restore();
  }
}

function earShape(context: SKRSContext2D, colour: string, half: number, tall: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(-half, 6);
  context.quadraticCurveTo(-half * 0.8, -tall * 0.6, 1, -tall);
  context.quadraticCurveTo(half * 0.95, -tall * 0.45, half, 6);
  context.fill();
}

function drawCheeks(context: SKRSContext2D, animal: Animal, tones: FigureTones, narrow: number): void {
  if (animal.ears === 'wide' || animal.snout[0] > 18) return;
  context.fillStyle = css(mix(tones.pale, tones.body, animal.marks === 'socks' ? 0 : 0.35), 0.95);
  for (const side of [-1, 1]) {
    context.beginPath();
    context.moveTo(side * 2, 34);
    context.bezierCurveTo(side * 4, 16, side * 14, 9, side * 37 * narrow, 7);
    context.lineTo(side * 40 * narrow, 13);
    context.lineTo(side * 31 * narrow, 15);
    context.lineTo(side * 32 * narrow, 22);
    context.lineTo(side * 22 * narrow, 23);
    context.quadraticCurveTo(side * 12, 36, side * 2, 38);
    context.fill();
  }
}

function drawMarks(context: SKRSContext2D, animal: Animal, tones: FigureTones): void {
  const dark = mix(tones.dark, [10, 8, 10], 0.5);
  context.fillStyle = css(dark, 0.85);
  if (animal.marks === 'panda') {
    for (const side of [-1, 1]) fillEllipse(context, side * 17, -3, 11, 13, side * 0.5);
  } else if (animal.marks === 'stripes' || animal.tail === 'up') {
    const alpha = animal.marks === 'stripes' ? 0.85 : 0.28;
    context.fillStyle = css(dark, alpha);
    for (const x of [-9, 0, 9]) taper(context, x * 1.1, -33, 0.5, x * 0.6, -19, 1.9);
    for (const side of [-1, 1]) for (const y of [2, 10]) taper(context, side * 38, y - 1, 1.8, side * 27, y + 1, 0.4);
  } else if (animal.marks === 'horseMane') {
    ribbon(context, [
      [0, -36, 9],
      [3, -20, 6],
      [5, -4, 1.5],
    ]);
  }
}

function drawMuzzle(context: SKRSContext2D, animal: Animal, tones: FigureTones, turn: number, nose: string): void {
  const long = Math.min(14, animal.snout[0] * 0.55);
  context.fillStyle = css(
    mix(tones.body, tones.pale, animal.marks === 'socks' || animal.ears === 'floppy' ? 0.3 : 0.55),
  );
  fillEllipse(context, turn, 18 + long * 0.35, 11 + animal.snout[1] * 0.35, 10 + long * 0.5);
  if (animal.marks === 'trunk') {
    context.fillStyle = css(mix(tones.body, tones.dark, 0.12));
    ribbon(context, [
      [turn, 8, 13],
      [turn * 1.4, 34, 10],
      [turn * 2.2, 62, 7.5],
      [turn * 3, 86, 6],
    ]);
    return;
  }
  const y = 12 + long * 0.55;
  context.fillStyle = nose;
  context.beginPath();
  context.moveTo(turn * 1.2 - 6.2, y - 3);
  context.quadraticCurveTo(turn * 1.2, y - 6.4, turn * 1.2 + 6.2, y - 3);
  context.quadraticCurveTo(turn * 1.2 + 3, y + 4.4, turn * 1.2, y + 5);
  context.quadraticCurveTo(turn * 1.2 - 3, y + 4.4, turn * 1.2 - 6.2, y - 3);
  context.fill();
  context.strokeStyle = nose;
  context.lineWidth = 1.1;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(turn * 1.2, y + 5);
  context.lineTo(turn * 1.1, y + 9.5);
  context.quadraticCurveTo(turn + 5, y + 14, turn + 9.5, y + 10.5);
  context.moveTo(turn * 1.1, y + 9.5);
  context.quadraticCurveTo(turn - 5, y + 14, turn - 9.5, y + 10.5);
  context.stroke();
  context.strokeStyle = css(tones.pale, 0.6);
  context.lineWidth = 0.6;
  context.beginPath();
  for (const side of [-1, 1]) {
    for (let hair = 0; hair < 3; hair++) {
      context.moveTo(turn + side * 10, y + 3 + hair * 2.6);
      context.quadraticCurveTo(turn + side * 30, y - 2 + hair * 4, turn + side * 49, y + 1 + hair * 7);
    }
  }
  context.stroke();
}

function drawEye(
  context: SKRSContext2D,
  animal: Animal,
  tones: FigureTones,
  pose: Pose,
  x: number,
  y: number,
  side: number,
): void {
  const beat = (pose.seconds * 0.31 + pose.variant) % 1;
  const openness = beat > 0.96 ? 0.12 : 1;
  const size = animal.head > 15 ? 8.4 : 6.6;
  context.save();
  context.translate(x, y);
  context.rotate(side * 0.16);
  context.fillStyle = css(mix(tones.dark, [8, 6, 8], 0.6));
  fillEllipse(context, 0, 0, size * 1.12, size * openness * 0.98 + 0.6);
  if (openness === 1) {
    const iris =
      animal.tail === 'up' && animal.ears === 'pointed'
        ? mix(tones.glow, [120, 190, 120], 0.5)
        : mix(tones.glow, [150, 90, 40], 0.55);
    context.fillStyle = css(iris);
    fillEllipse(context, 0, 0, size * 0.94, size * 0.82);
    context.fillStyle = css(mix(tones.dark, [4, 3, 5], 0.8));
    fillEllipse(
      context,
      0,
      0,
      animal.tail === 'up' || animal.marks === 'socks' ? size * 0.36 : size * 0.58,
      size * 0.72,
    );
    context.fillStyle = 'rgba(255,255,255,0.92)';
    fillEllipse(context, size * 0.42, -size * 0.4, size * 0.2, size * 0.17);
  }
  context.restore();
}

function drawMane(context: SKRSContext2D, tones: FigureTones): void {
  for (let lock = 0; lock < 34; lock++) {
    const angle = (lock / 34) * Math.PI * 2;
    const far = 40 + (lock % 3) * 6;
    context.fillStyle = css(mix(tones.body, tones.dark, 0.4 + (lock % 4) * 0.1));
    taper(
      context,
      Math.cos(angle) * 20,
      Math.sin(angle) * 20 + 4,
      17,
      Math.cos(angle) * (far + 14),
      Math.sin(angle) * (far + 16) + 8,
      3,
    );
  }
}

function drawAntlers(context: SKRSContext2D, tones: FigureTones): void {
  context.fillStyle = css(mix(tones.dark, tones.pale, 0.35));
  for (const side of [-1, 1]) {
    ribbon(context, [
      [side * 11, -32, 3],
      [side * 25, -48, 2.6],
      [side * 33, -68, 1.5],
    ]);
    ribbon(context, [
      [side * 22, -45, 2.2],
      [side * 44, -53, 0.9],
    ]);
    ribbon(context, [
      [side * 17, -40, 2],
      [side * 12, -62, 0.9],
    ]);
  }
}
