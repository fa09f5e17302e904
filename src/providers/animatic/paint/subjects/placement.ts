import type { Random } from '../../scene/random.js';
import type { Subject } from '../../scene/scene.js';
import type { Moment } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import type { FigureChoice } from './figure-of.js';

/** Where a figure is and how it moves through the shot. */
export type Placement = {
  depth: number;
  /** Pixels for 100 figure units. */
  height: number;
  facing: 1 | -1;
  afloat: boolean;
  onRoad: boolean;
  path(moment: Moment): { x: number; y: number; groundY: number };
};

type Rank = { rank: number; total: number; member: number; count: number };

/** Puts a subject at a third of the frame, on the ground, on the water or in the air, and lets it cross the frame. */
export function placeSubject(
  stage: Stage,
  subject: Subject,
  choice: FigureChoice,
  rank: Rank,
  random: Random,
): Placement {
  const { unit, width, height, horizon } = stage;
  const afloat = subject.kind === 'boat' && isWater(stage);
  const swims = (subject.kind === 'fish' || subject.kind === 'whale') && stage.scene.place !== 'underwater';
  const airborne = !choice.figure.stands || (subject.action === 'fly' && !choice.figure.stands);
  const scale = heightOf(stage, subject, choice, rank);
  const spread =
    rank.count === 1
      ? 0
      : (rank.member / (rank.count - 1) - 0.5) * ((airborne ? 0.72 : choice.size < 0.12 ? 0.95 : 0.62) / rank.total);
  const facing = facingOf(stage, random);
  const lane = laneOf(stage, rank, choice);
  const startX = width * (lane + spread + (rank.count > 1 ? random.range(-0.05, 0.05) : 0));
  const far = rank.count > 1 && !choice.fillsFrame ? random.range(-1, 0.3) : rank.rank > 0 ? -0.3 : 0;
  const baseY = afloat
    ? horizon + unit * (stage.scene.framing === 'wide' ? 0.1 : 0.17)
    : swims
      ? stage.height * 0.78
      : airborne
        ? airHeight(stage, subject, choice, random)
        : stage.ground + far * unit * 0.045;
  const upright = airborne && choice.figure.box.bottom < 20 && choice.figure.box.top < -100 ? scale * 0.5 : 0;
  const wander = wanderOf(stage, subject, choice);
  const groupShrink = afloat ? 1 : 1 + far * 0.22;
  const phase = random.range(0, 6.3);
  const drift = airborne || swims ? unit * 0.016 : 0;
  const rise =
    subject.kind === 'lantern' || subject.kind === 'balloon'
      ? unit * 0.08
      : subject.kind === 'rocket'
        ? unit * 0.16
        : 0;
  const sway = stage.scrolls ? unit * 0.018 : 0;
  return {
    depth: afloat ? 0.4 : choice.fillsFrame ? 1.05 : 1 + far * 0.12,
    height: scale * groupShrink,
    facing,
    afloat,
    onRoad: stage.scene.place === 'street' || stage.scene.place === 'city',
    path(moment) {
      const t = moment.seconds;
      const x = startX + facing * wander * (moment.progress - 0.5) + Math.sin(t * 0.7 + phase) * sway;
      const hop = subject.action === 'jump' && !airborne ? Math.abs(Math.sin(t * 3.2 + phase)) * scale * 0.42 : 0;
      const y = baseY + Math.sin(t * 1.1 + phase) * drift - rise * (moment.progress - 0.4) - hop;
      return { x, y: Math.min(y + upright, height * 1.25), groundY: baseY };
    },
  };
}

function isWater(stage: Stage): boolean {
  return ['sea', 'lake', 'beach', 'city'].includes(stage.scene.place);
}

function heightOf(stage: Stage, subject: Subject, choice: FigureChoice, rank: Rank): number {
  const { framing } = stage.scene;
  if (choice.fillsFrame) return Math.min(stage.height * 0.66, stage.width * 0.8) * (choice.size / 0.66);
  const enlarged = framing === 'wide' ? 1 : framing === 'medium' ? 1.45 : 2.5;
  const small = subject.small && framing === 'wide' ? 0.85 : 1;
  const crowd = rank.count > 3 ? 0.72 : rank.count > 1 ? 0.86 : 1;
  const limit = Math.min(
    stage.height * 0.82,
    (stage.width * 0.95 * 100) / Math.max(80, (choice.figure.box.right - choice.figure.box.left) * 0.62),
  );
  return Math.min(limit, stage.unit * choice.size * enlarged * small * crowd);
}

function facingOf(stage: Stage, random: Random): 1 | -1 {
  if (stage.scrolls) return stage.scrollSpeed > 0 ? 1 : -1;
  if (stage.scene.subjects.length > 1) return stage.lightX < stage.width / 2 ? -1 : 1;
  return random.chance(0.5) ? 1 : -1;
}

/** Share of the width where the subject is halfway through the shot. */
function laneOf(stage: Stage, rank: Rank, choice: FigureChoice): number {
  if (choice.fillsFrame && rank.total === 1)
    return stage.width > stage.height ? 0.5 + (stage.lightX < stage.width / 2 ? 0.07 : -0.07) : 0.5;
  if (rank.total > 1) return (rank.rank + 0.75) / (rank.total + 0.5);
  if (rank.count > 1) return 0.5;
  if (stage.scrolls) return stage.scrollSpeed > 0 ? 0.46 : 0.54;
  return stage.lightX < stage.width / 2 ? 0.6 : 0.4;
}

function wanderOf(stage: Stage, subject: Subject, choice: FigureChoice): number {
  if (stage.scrolls || choice.fillsFrame) return 0;
  const speeds: Partial<Record<Subject['action'], number>> = {
    run: 0.5,
    jump: 0.24,
    walk: 0.22,
    fly: 0.3,
    swim: 0.3,
    travel: 0.3,
  };
  const still = ['umbrella', 'flower', 'tree', 'lantern', 'balloon', 'astronaut'].includes(subject.kind);
  const closer = stage.scene.framing === 'close' ? 0.5 : 1;
  return stage.width * (still ? 0.03 : (speeds[subject.action] ?? 0)) * closer;
}

function airHeight(stage: Stage, subject: Subject, choice: FigureChoice, random: Random): number {
  const { horizon, unit, height } = stage;
  if (stage.scene.framing === 'close') return height * 0.5;
  if (stage.scene.place === 'underwater' || stage.scene.place === 'space') return height * random.range(0.36, 0.6);
  if (subject.kind === 'butterfly') return horizon + unit * random.range(0, 0.12);
  return Math.max(unit * choice.size * 0.8, horizon - unit * random.range(0.14, 0.34));
}
