import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import type { Subject } from '../../scene/scene.js';
import { css, hex } from '../base/colour.js';
import type { Layer, Moment } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { isWet } from '../places/road.js';
import { figureOf } from './figure-of.js';
import type { FigureChoice } from './figure-of.js';
import { litFigure, tonesOf } from './lit-figure.js';
import { placeSubject } from './placement.js';
import type { Placement } from './placement.js';

const MAX_FIGURES = 9;

/** All subjects of a scene, the farthest first. */
export function subjectLayers(stage: Stage): Layer[] {
  const subjects = withoutDoubles(stage.scene.subjects);
  return subjects.flatMap((subject, rank) => figuresOf(stage, subject, rank, subjects.length)).sort((a, b) => a.depth - b.depth);
}

/** Somebody in the rain holds the umbrella that the words name. */
function withoutDoubles(subjects: readonly Subject[]): Subject[] {
  const umbrella = subjects.find((subject) => subject.kind === 'umbrella');
  const holder = subjects.find((subject) => ['person', 'woman', 'man', 'child'].includes(subject.kind));
  if (umbrella === undefined || holder === undefined) return [...subjects];
  return subjects.filter((subject) => subject !== umbrella);
}

function figuresOf(stage: Stage, subject: Subject, rank: number, total: number): Layer[] {
  const umbrella = stage.scene.subjects.find((other) => other.kind === 'umbrella');
  const raining = stage.scene.weather === 'rain' || stage.scene.weather === 'storm' || umbrella !== undefined;
  const choice = figureOf(subject, stage.scene.framing, raining);
  const random = stage.random(`subject ${rank} ${subject.kind}`);
  const count = choice.fillsFrame ? 1 : Math.min(MAX_FIGURES, subject.count);
  const accent = umbrella?.colour ?? (raining ? '#b8323a' : null);
  return Array.from({ length: count }, (_, member) =>
    figureLayer(stage, subject, choice, placeSubject(stage, subject, choice, { rank, total, member, count }, random), random, accent),
  );
}

function figureLayer(stage: Stage, subject: Subject, choice: FigureChoice, placement: Placement, random: Random, accent: string | null): Layer {
  const albedo = subject.colour === null ? choice.albedo : hex(subject.colour);
  const isPerson = ['person', 'woman', 'man', 'child'].includes(subject.kind);
  const tones = tonesOf(stage, albedo, choice.pale, isPerson && accent !== null ? hex(accent) : null);
  const scale = placement.height / 100;
  const figure = litFigure(stage, choice.figure, tones, scale);
  const shadow = choice.figure.stands && !placement.afloat && !choice.fillsFrame ? drawShadow(stage) : null;
  const phase = random.range(0, 3);
  const variant = random.next();
  const mirrored = placement.afloat || (isWet(stage) && placement.onRoad);
  return {
    depth: placement.depth,
    paint(context, moment) {
      const at = placement.path(moment);
      if (shadow !== null) {
        const width = scale * Math.min(190, choice.figure.box.right - choice.figure.box.left) * 0.34;
        context.drawImage(shadow, at.x - width, at.groundY - scale * 6, width * 2, scale * 13);
      }
      const bounce = moment.loudness * placement.height * 0.05;
      figure.paint(context, at.x, at.y - bounce, placement.facing, poseAt(moment, subject, phase, variant), mirrored);
    },
  };
}

function poseAt(moment: Moment, subject: Subject, phase: number, variant: number): Parameters<ReturnType<typeof litFigure>['paint']>[4] {
  return { seconds: moment.seconds + phase, action: subject.action, loudness: moment.loudness, progress: moment.progress, variant };
}

function drawShadow(stage: Stage): Canvas {
  const canvas = createCanvas(64, 64);
  const context = canvas.getContext('2d');
  const gradient = context.createRadialGradient(32, 32, 0, 32, 32, 32);
  gradient.addColorStop(0, css(stage.palette.dark, 0.7));
  gradient.addColorStop(0.5, css(stage.palette.dark, 0.35));
  gradient.addColorStop(1, css(stage.palette.dark, 0));
  context.fillStyle = gradient;
  context.fillRect(0, 0, 64, 64);
  return canvas;
}
