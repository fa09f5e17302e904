import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import { fillEllipse, fillPolygon, joint, ribbon, taper } from './figure.js';
import type { Figure, FigureTones, Pose } from './figure.js';
import { drawUmbrella } from './umbrella.js';

type PersonLook = { build: 'woman' | 'man' | 'child' | 'astronaut' | 'robot'; umbrella: boolean };

type Body = {
  head: number;
  headY: number;
  shoulder: number;
  shoulderY: number;
  hip: number;
  hipY: number;
  leg: number;
  limb: number;
};

const BODIES: Readonly<Record<PersonLook['build'], Body>> = {
  woman: { head: 6.3, headY: -92, shoulder: 6.6, shoulderY: -79, hip: 7, hipY: -50, leg: 50, limb: 3 },
  man: { head: 6.5, headY: -92, shoulder: 8.8, shoulderY: -79, hip: 7, hipY: -49, leg: 49, limb: 3.7 },
  child: { head: 10.5, headY: -84, shoulder: 8.4, shoulderY: -67, hip: 8.2, hipY: -42, leg: 42, limb: 4.6 },
  astronaut: { head: 11, headY: -87, shoulder: 12, shoulderY: -72, hip: 10, hipY: -46, leg: 46, limb: 6.4 },
  robot: { head: 8, headY: -90, shoulder: 12, shoulderY: -74, hip: 8.5, hipY: -48, leg: 48, limb: 5 },
};

/** Somebody on two legs, seen from the side while walking, from behind while standing. */
export function person(look: PersonLook): Figure {
  const body = BODIES[look.build];
  return {
    box: { left: -72, top: look.umbrella ? -150 : -124, right: 72, bottom: 8 },
    stands: look.build !== 'astronaut',
    draw: (context, tones, pose) => drawPerson(context, look, body, tones, pose),
  };
}

function drawPerson(context: SKRSContext2D, look: PersonLook, body: Body, tones: FigureTones, pose: Pose): void {
  const running = pose.action === 'run';
  const moving = running || pose.action === 'walk' || pose.action === 'travel';
  const dancing = pose.action === 'dance' || pose.action === 'jump';
  const floating = pose.action === 'fly' || pose.action === 'swim';
  const rate = running ? 1.5 : dancing ? 0.9 : 0.85;
  const cycle = pose.seconds * rate * Math.PI * 2;
  const stride = running ? 0.85 : moving ? 0.46 : dancing ? 0.35 : floating ? 0.22 : 0.05;
  const lean = running ? 0.16 : dancing ? 0.1 * Math.sin(cycle) : 0;
  const bob =
    (moving
      ? -Math.abs(Math.sin(cycle)) * (running ? 5 : 1.8)
      : dancing
        ? -Math.abs(Math.sin(cycle)) * 7
        : 0.4 * Math.sin(pose.seconds * 1.6)) -
    pose.loudness * 4;
  const far: FigureTones = { ...tones, body: mix(tones.body, tones.dark, 0.55) };
  context.save();
  context.translate(0, bob);
  if (floating) context.rotate(0.14 * Math.sin(pose.seconds * 0.7));
  drawLeg(context, body, far, -Math.sin(cycle) * stride, Math.max(0, -Math.cos(cycle)), moving || dancing, -bob);
  const armSwing = moving ? stride * 1.1 : dancing ? 1.6 : floating ? 0.8 : 0.1;
  drawArm(context, body, far, lean, Math.sin(cycle) * armSwing + (dancing ? 1.9 : 0), running ? 1.3 : 0.35);
  drawLeg(context, body, tones, Math.sin(cycle) * stride, Math.max(0, Math.cos(cycle)), moving || dancing, -bob);
  context.rotate(lean * 0.6);
  drawTorso(context, look, body, tones, pose, moving, cycle);
  drawHead(context, look, body, tones, pose, moving || floating);
  const raised = look.umbrella ? 2.25 : dancing ? -Math.sin(cycle) * armSwing + 2.2 : -Math.sin(cycle) * armSwing;
  drawArm(context, body, tones, 0, raised, look.umbrella ? -1.1 : running ? 1.3 : 0.35);
  if (look.umbrella) drawUmbrella(context, { ...tones, body: tones.glow }, 9, body.headY - 29, 44, 1, pose.seconds);
  context.restore();
}

function drawLeg(
  context: SKRSContext2D,
  body: Body,
  tones: FigureTones,
  swing: number,
  lift: number,
  moving: boolean,
  ground: number,
): void {
  const length = (body.leg - 2.5) * 1.012 + (moving ? 0 : ground);
  const footX = Math.sin(swing) * body.leg * 0.95 + (moving ? 0 : Math.sign(swing) * 3.4);
  const footY = moving
    ? Math.min(
        ground,
        body.hipY + Math.cos(swing) * body.leg - lift * body.leg * 0.2 * Math.min(1, Math.abs(swing) * 3 + 0.35),
      )
    : ground;
  const [kneeX, kneeY] = joint(0, body.hipY, footX, footY - 2.5, length * 0.5, length * 0.5, -1);
  context.fillStyle = css(tones.body);
  taper(context, 0, body.hipY, body.limb * 1.5, kneeX, kneeY, body.limb);
  taper(context, kneeX, kneeY, body.limb, footX, footY - 2.5, body.limb * 0.72);
  fillEllipse(context, footX + body.limb * 0.75, footY - body.limb * 0.55, body.limb * 1.5, body.limb * 0.62);
}

function drawArm(
  context: SKRSContext2D,
  body: Body,
  tones: FigureTones,
  lean: number,
  swing: number,
  bend: number,
): void {
  const x = lean * 20;
  const y = body.shoulderY + 3;
  const upper = 17;
  const elbowX = x + Math.sin(swing) * upper;
  const elbowY = y + Math.cos(swing) * upper;
  const handX = elbowX + Math.sin(swing + bend) * upper * 0.95;
  const handY = elbowY + Math.cos(swing + bend) * upper * 0.95;
  context.fillStyle = css(tones.body);
  ribbon(context, [
    [x, y, body.limb * 1.05],
    [elbowX, elbowY, body.limb * 0.85],
    [handX, handY, body.limb * 0.62],
  ]);
}

function drawTorso(
  context: SKRSContext2D,
  look: PersonLook,
  body: Body,
  tones: FigureTones,
  pose: Pose,
  moving: boolean,
  cycle: number,
): void {
  context.fillStyle = css(tones.body);
  taper(context, 0, body.shoulderY + 4, body.shoulder, 0, body.hipY, body.hip);
  const blow = (moving ? 5 : 1.5) + 2 * Math.sin(cycle + 1) + pose.loudness * 4;
  if (look.build === 'woman') {
    context.beginPath();
    context.moveTo(6, body.hipY - 12);
    context.quadraticCurveTo(13, body.hipY + 10, 13 + blow * 0.2, body.hipY + 27);
    context.quadraticCurveTo(0, body.hipY + 31, -15 - blow, body.hipY + 27);
    context.quadraticCurveTo(-10, body.hipY + 6, -6, body.hipY - 12);
    context.fill();
  } else if (look.build === 'man') {
    fillPolygon(context, 7.5, body.hipY - 10, 9.5, body.hipY + 18, -9 - blow, body.hipY + 20, -7.5, body.hipY - 10);
  } else if (look.build === 'astronaut') {
    context.fillStyle = css(mix(tones.body, tones.dark, 0.4));
    fillPolygon(context, -10, body.shoulderY - 4, -21, body.shoulderY - 2, -21, body.hipY + 2, -9, body.hipY);
  } else if (look.build === 'robot') {
    context.fillStyle = css(tones.glow);
    fillEllipse(context, 5, body.shoulderY + 9, 2.6, 2.6);
  }
}

function drawHead(
  context: SKRSContext2D,
  look: PersonLook,
  body: Body,
  tones: FigureTones,
  pose: Pose,
  blown: boolean,
): void {
  const y = body.headY;
  const size = body.head;
  const hair = mix(tones.dark, tones.body, 0.25);
  context.fillStyle = css(mix(tones.pale, tones.dark, 0.35));
  taper(context, 0.5, y + 3, size * 0.5, 0, body.shoulderY, size * 0.55);
  if (look.build === 'robot') {
    context.fillStyle = css(tones.body);
    context.beginPath();
    context.roundRect(-size, y - size, size * 2.1, size * 1.8, 3);
    context.fill();
    context.fillRect(-0.7, y - size * 1.9, 1.4, size);
    context.fillStyle = css(tones.glow);
    context.fillRect(size * 0.1, y - size * 0.4, size * 0.95, size * 0.4);
    return;
  }
  if (look.build === 'astronaut') {
    context.fillStyle = css(tones.body);
    fillEllipse(context, 0, y, size, size);
    context.fillStyle = css(mix(tones.glow, tones.dark, 0.45));
    fillEllipse(context, size * 0.35, y, size * 0.62, size * 0.6);
    return;
  }
  context.fillStyle = css(mix(tones.pale, tones.dark, 0.2));
  fillEllipse(context, size * 0.12, y, size * 0.86, size);
  context.fillStyle = css(hair);
  fillEllipse(context, -size * 0.16, y - size * 0.2, size * 0.98, size * 0.98);
  if (look.build === 'man') return;
  const wave = Math.sin(pose.seconds * 4) * 1.5;
  if (look.build === 'woman')
    ribbon(context, [
      [-size * 0.4, y, size * 0.75],
      [-size * 0.9 - (blown ? 5 : 0), y + size * 1.3 + wave, size * 0.55],
      [-size * 1.1 - (blown ? 11 : 0), y + size * 2.4 + wave, size * 0.22],
    ]);
  else
    ribbon(context, [
      [-size * 0.5, y - size * 0.2, size * 0.6],
      [-size * 1.3, y + size * 0.35 + wave, size * 0.28],
    ]);
}
