import type { SKRSContext2D } from '@napi-rs/canvas';
import { css, mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { fillEllipse, fillPolygon, joint, ribbon, taper } from './figure.js';
import type { Figure, FigureTones, Pose } from './figure.js';
import type { Animal } from './animal-data.js';
import { drawHead } from './animal-head.js';

type Gait = {
  rate: number;
  stance: number;
  reach: number;
  lift: number;
  phases: readonly [number, number, number, number];
  bounce: number;
  flex: number;
};

/** A four-legged animal seen from the side: it stands, walks or runs. */
export function quadruped(animal: Animal): Figure {
  const neck = animal.neck[0];
  const crown = animal.marks === 'antlers' ? 38 : animal.ear;
  return {
    box: {
      left: -(animal.length * 0.58 + animal.rump + animal.tailLength),
      top: -(animal.legs * 1.3 + animal.chest * 0.4 + neck + animal.head + crown),
      right:
        animal.length * 0.58 + animal.chest * 0.4 + Math.max(neck + animal.head + animal.snout[0], animal.legs * 0.72),
      bottom: 8,
    },
    stands: true,
    draw: (context, tones, pose) => drawQuadruped(context, animal, tones, pose),
  };
}

function drawQuadruped(context: SKRSContext2D, animal: Animal, tones: FigureTones, pose: Pose): void {
  const gait = gaitOf(animal, pose);
  const cycle = pose.seconds * gait.rate;
  const wave = Math.sin(cycle * Math.PI * 2);
  const flex = 1 + gait.flex * Math.sin(cycle * Math.PI * 2 + 0.6);
  const bob =
    -gait.bounce * (0.5 + 0.5 * Math.sin(cycle * Math.PI * 2 * (gait.flex > 0 ? 1 : 2) + 1)) - pose.loudness * 5;
  const pitch = gait.flex * 0.9 * Math.cos(cycle * Math.PI * 2);
  const half = (animal.length / 2) * flex;
  const breath = 1 + 0.012 * Math.sin(pose.seconds * 2.2);
  const shoulder = { x: half, y: -animal.legs + bob + pitch * 12 };
  const hip = { x: -half, y: -animal.legs + bob - pitch * 12 };
  const farTone = mix(tones.body, tones.dark, 0.62);
  drawTail(context, animal, tones, pose, hip.x - animal.rump * 0.7, hip.y - animal.rump * 0.45, wave * gait.flex);
  drawLegs(context, animal, gait, cycle, shoulder, hip, legColour(animal, tones, farTone), 1);
  context.fillStyle = css(tones.body);
  const waistY = (shoulder.y + hip.y) / 2 - gait.flex * 16 * Math.max(0, -wave) - animal.waist * 0.12;
  taper(context, shoulder.x, shoulder.y, animal.chest * breath, 0, waistY, animal.waist);
  taper(context, 0, waistY, animal.waist, hip.x, hip.y, animal.rump);
  if (animal.marks === 'stripes') drawStripes(context, animal, tones, shoulder.y, half);
  drawLegs(context, animal, gait, cycle, shoulder, hip, legColour(animal, tones, tones.body), 0);
  const [neckLength, neckAngle, neckThick] = animal.neck;
  const nod = (gait.flex > 0 ? 0.12 : 0.05) * Math.sin(cycle * Math.PI * 2 + 2) + (pose.action === 'rest' ? -0.3 : 0);
  const angle = neckAngle * (gait.flex > 0 ? 0.78 : 1) + nod;
  const headX = shoulder.x + animal.chest * 0.35 + Math.cos(angle) * neckLength;
  const headY = shoulder.y - animal.chest * 0.35 - Math.sin(angle) * neckLength;
  context.fillStyle = css(tones.body);
  taper(
    context,
    shoulder.x + animal.chest * 0.1,
    shoulder.y - animal.chest * 0.12,
    Math.max(neckThick, animal.chest * 0.82),
    headX,
    headY,
    Math.min(neckThick * 0.8, animal.head * 0.9),
  );
  drawHead(
    context,
    animal,
    tones,
    pose,
    headX,
    headY,
    { x: shoulder.x, y: shoulder.y - animal.chest * 0.7 },
    gait.flex > 0,
  );
}

function gaitOf(animal: Animal, pose: Pose): Gait {
  const small = animal.legs < 42 ? 1.25 : 1;
  switch (pose.action) {
    case 'run':
    case 'jump':
    case 'fly':
    case 'travel':
      return {
        rate: 1.9 * small,
        stance: 0.36,
        reach: animal.legs * 0.62,
        lift: animal.legs * 0.34,
        phases: [0, 0.1, 0.52, 0.64],
        bounce: animal.legs * 0.16,
        flex: 0.13,
      };
    case 'walk':
    case 'dance':
    case 'swim':
      return {
        rate: 0.95 * small,
        stance: 0.62,
        reach: animal.legs * 0.36,
        lift: animal.legs * 0.14,
        phases: [0, 0.5, 0.27, 0.77],
        bounce: 1.4,
        flex: 0,
      };
    default:
      return { rate: 0.35, stance: 1, reach: 0, lift: 0, phases: [0, 0, 0, 0], bounce: 0.8, flex: 0 };
  }
}

/** `farSide` 1 draws the legs away from us, 0 those on our side. */
function drawLegs(
  context: SKRSContext2D,
  animal: Animal,
  gait: Gait,
  cycle: number,
  shoulder: { x: number; y: number },
  hip: { x: number; y: number },
  colour: { upper: Colour; lower: Colour },
  farSide: 0 | 1,
): void {
  const spread = gait.reach === 0 ? animal.legs * 0.1 : 0;
  const offset = (farSide === 1 ? 1 : -1) * spread + (farSide === 1 ? 3 : 0);
  const hind = footAt(gait, cycle + (gait.phases[farSide] ?? 0));
  const front = footAt(gait, cycle + (gait.phases[farSide === 1 ? 3 : 2] ?? 0));
  const lift = farSide === 1 ? -2 : 0;
  drawLeg(
    context,
    animal,
    hip.x + offset * 0.4,
    hip.y + animal.rump * 0.25,
    hip.x - animal.legs * 0.06 + offset + hind.x,
    hind.y + lift,
    1,
    gait.reach > 0,
    colour,
    animal.rump * 0.72,
  );
  drawLeg(
    context,
    animal,
    shoulder.x + offset * 0.4 - animal.chest * 0.15,
    shoulder.y + animal.chest * 0.3,
    shoulder.x + offset + front.x,
    front.y + lift,
    gait.reach > 0 && front.y < -4 ? -1 : 0.35,
    gait.reach > 0,
    colour,
    animal.chest * 0.55,
  );
}

function drawLeg(
  context: SKRSContext2D,
  animal: Animal,
  hipX: number,
  hipY: number,
  footX: number,
  footY: number,
  bend: number,
  lift: boolean,
  colour: { upper: Colour; lower: Colour },
  thigh: number,
): void {
  const [, knee, foot] = animal.limb;
  const length = Math.abs(hipY) * (lift ? 1.02 : 1) + (lift ? animal.legs * 0.06 : 0.6);
  const [kneeX, kneeY] = joint(
    hipX,
    hipY,
    footX,
    footY - foot,
    length * 0.47,
    length * (Math.abs(bend) < 1 ? 0.5 : 0.54),
    bend > 0 ? 1 : -1,
  );
  context.fillStyle = css(colour.upper);
  taper(context, hipX, hipY, thigh, kneeX, kneeY, knee);
  context.fillStyle = css(colour.lower);
  taper(context, kneeX, kneeY, knee, footX, footY - foot, foot);
  fillEllipse(context, footX + foot * 0.6, footY - foot * 0.7, foot * 1.35, foot * 0.85);
}

function footAt(gait: Gait, cycle: number): { x: number; y: number } {
  const phase = ((cycle % 1) + 1) % 1;
  if (phase < gait.stance) return { x: gait.reach * (1 - (2 * phase) / gait.stance), y: 0 };
  const swing = (phase - gait.stance) / (1 - gait.stance);
  return { x: -gait.reach * Math.cos(swing * Math.PI), y: -gait.lift * Math.sin(swing * Math.PI) };
}

function legColour(animal: Animal, tones: FigureTones, base: Colour): { upper: Colour; lower: Colour } {
  const dark = mix(tones.dark, [20, 16, 18], 0.4);
  if (animal.marks === 'panda') return { upper: dark, lower: dark };
  return {
    upper: base,
    lower:
      animal.marks === 'socks' ? mix(base, dark, 0.75) : animal.marks === 'horseMane' ? mix(base, dark, 0.35) : base,
  };
}

function drawStripes(context: SKRSContext2D, animal: Animal, tones: FigureTones, y: number, half: number): void {
  context.fillStyle = css(mix(tones.dark, [16, 12, 12], 0.5), 0.85);
  for (let stripe = 0; stripe < 8; stripe++) {
    const x = -half + ((stripe + 0.5) / 8) * half * 2;
    fillPolygon(
      context,
      x - 1.8,
      y - animal.chest,
      x + 1.8,
      y - animal.chest,
      x - 2.5 + (stripe % 2) * 3,
      y + animal.chest * (0.15 + 0.3 * (stripe % 3)),
    );
  }
}

function drawTail(
  context: SKRSContext2D,
  animal: Animal,
  tones: FigureTones,
  pose: Pose,
  x: number,
  y: number,
  swing: number,
): void {
  const points: [number, number, number][] = [];
  const steps = 12;
  const running = swing !== 0;
  const sway = Math.sin(pose.seconds * 2.1) * 0.16 + swing * 0.9 + pose.loudness * 0.3;
  let angle =
    animal.tail === 'up'
      ? running
        ? 2.7
        : 2.2
      : animal.tail === 'hair'
        ? running
          ? 3.25
          : 4.1
        : animal.tail === 'bushy'
          ? running
            ? 3.1
            : 3.7
          : 3.9;
  let px = x;
  let py = y;
  for (let step = 0; step <= steps; step++) {
    const t = step / steps;
    points.push([px, py, tailRadius(animal, t)]);
    angle +=
      ((animal.tail === 'up'
        ? -0.16 * (t < 0.6 ? 1 : 1.6)
        : animal.tail === 'hair'
          ? 0.05
          : animal.tail === 'bushy'
            ? -0.05
            : 0.03) +
        sway * 0.11 * t) *
      1.2;
    px += Math.cos(angle) * (animal.tailLength / steps);
    py -= Math.sin(angle) * (animal.tailLength / steps);
  }
  context.fillStyle = css(
    animal.tail === 'hair' ? mix(tones.body, tones.dark, 0.6) : animal.marks === 'panda' ? tones.dark : tones.body,
  );
  ribbon(context, points);
  if (animal.marks === 'socks') {
    context.fillStyle = css(tones.pale);
    ribbon(context, points.slice(-4));
  }
}

function tailRadius(animal: Animal, t: number): number {
  switch (animal.tail) {
    case 'bushy':
      return 3 + Math.sin(Math.PI * Math.min(1, t * 0.9 + 0.08)) * animal.tailLength * 0.14;
    case 'hair':
      return 3.5 + Math.sin(Math.PI * (0.1 + t * 0.85)) * 4.2;
    case 'tuft':
      return t > 0.82 ? 4.2 : 1.9;
    case 'short':
      return animal.tailLength * 0.55;
    case 'up':
      return 4.4 - t * 1.5;
  }
}
