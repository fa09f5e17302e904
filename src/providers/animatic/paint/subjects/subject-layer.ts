import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';
import type { Random } from '../../scene/random.js';
import type { Subject, SubjectKind } from '../../scene/scene.js';
import { css, hex } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer, Moment } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { isWet } from '../places/road.js';
import { figureOf } from './figure-of.js';
import type { FigureChoice } from './figure-of.js';
import { litFigure, tonesOf } from './lit-figure.js';
import { placeSubject } from './placement.js';
import type { Placement } from './placement.js';

const MAX_FIGURES = 9;

const USUAL_COLOURS: Partial<Record<SubjectKind, readonly string[]>> = {
  kitten: ['#d69050', '#e0d6c8', '#6a6470'],
  cat: ['#d08a4a', '#dcd2c4', '#4c4850'],
  puppy: ['#e4d4b4', '#7a5a40'],
  dog: ['#e0d0b0', '#6a4e3c'],
  horse: ['#a8683a', '#d8d0c6', '#3e322e'],
  car: ['#2f5f9a', '#d8dade', '#c89a30', '#2c7a70'],
  boat: ['#a83a34', '#34608a', '#e0d8c8'],
  balloon: ['#3a70b0', '#e0a23a', '#7a4ca0'],
  flower: ['#e8b83c', '#8a5cc0', '#e07848', '#f0e4e0'],
  butterfly: ['#4a80d0', '#c05090', '#e8c848'],
  tree: ['#e08aa4', '#c87a34'],
  bird: ['#5a6470', '#c89a70'],
  dragon: ['#3c5c4c', '#4a4468'],
};

/** All subjects of a scene, the farthest first. */
export function subjectLayers(stage: Stage): Layer[] {
  const subjects = withoutDoubles(stage.scene.subjects);
  return subjects
    .flatMap((subject, rank) => figuresOf(stage, subject, rank, subjects.length))
    .sort((a, b) => a.depth - b.depth);
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
  if (rank > 0 && subject.kind === 'flower') return flowerBed(stage, subject, choice, random);
  const count = choice.fillsFrame ? 1 : Math.min(MAX_FIGURES, subject.count);
  const accent = umbrella?.colour ?? (raining ? '#b8323a' : null);
  return Array.from({ length: count }, (_, member) =>
    figureLayer(
      stage,
      subject,
      choice,
      placeSubject(stage, subject, choice, { rank, total, member, count }, random),
      random,
      accent,
    ),
  );
}

/** Flowers that are only named besides somebody stand around them in the grass. */
function flowerBed(stage: Stage, subject: Subject, choice: FigureChoice, random: Random): Layer[] {
  const small = { ...choice, size: choice.size * 0.3 };
  return Array.from({ length: MAX_FIGURES }, (_, member) =>
    figureLayer(
      stage,
      subject,
      small,
      placeSubject(stage, subject, small, { rank: 0, total: 1, member, count: MAX_FIGURES }, random),
      random,
      null,
    ),
  );
}

function figureLayer(
  stage: Stage,
  subject: Subject,
  choice: FigureChoice,
  placement: Placement,
  random: Random,
  accent: string | null,
): Layer {
  const albedo = subject.colour === null ? usualColour(stage, subject.kind, choice.albedo) : hex(subject.colour);
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

/** The seed chooses among the usual colours of a kind; all of that kind in a video have the same. */
function usualColour(stage: Stage, kind: SubjectKind, first: Colour): Colour {
  const others = (USUAL_COLOURS[kind] ?? []).map(hex);
  return stage.videoRandom(`colour of ${kind}`).pick(first, ...others);
}

function poseAt(
  moment: Moment,
  subject: Subject,
  phase: number,
  variant: number,
): Parameters<ReturnType<typeof litFigure>['paint']>[4] {
  return {
    seconds: moment.seconds + phase,
    action: subject.action,
    loudness: moment.loudness,
    progress: moment.progress,
    variant,
  };
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
