import { mix } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { ALBEDO } from './albedo.js';
import { foregroundGrassLayer } from './foreground-grass.js';
import { groundLayer } from './ground.js';
import { ridgeLayer } from './ridge.js';
import type { Ridge } from './ridge.js';
import { treeLineLayer } from './tree-line.js';
import { foamLayer, waterLayers } from './water.js';
import { palmsLayer } from './palms.js';

export function mountainLayers(stage: Stage): Layer[] {
  const random = stage.random('mountain plan');
  const { horizon, height, unit } = stage;
  const snow = stage.scene.snowCover;
  return [
    ridgeLayer(
      stage,
      range(
        stage,
        'far range',
        0.1,
        horizon + height * 0.02,
        unit * random.range(0.36, 0.52),
        0.42,
        1.5,
        snow ? 0.55 : 0.32,
      ),
    ),
    ridgeLayer(
      stage,
      range(
        stage,
        'middle range',
        0.22,
        horizon + height * 0.08,
        unit * random.range(0.2, 0.32),
        0.7,
        1.9,
        snow ? 0.42 : 0,
      ),
    ),
    treeLineLayer(stage, {
      purpose: 'far pines',
      depth: 0.42,
      foot: horizon + height * 0.12,
      treeHeight: unit * 0.07,
      spacing: 0.2,
      nearness: 0.5,
      kind: 'conifer',
      gaps: 0.1,
    }),
    groundLayer(stage, {
      purpose: 'slope',
      depth: 0.45,
      top: horizon + height * 0.1,
      albedo: openGround(stage),
      nearness: 0.55,
      waves: unit * 0.03,
      grass: 0,
    }),
    treeLineLayer(stage, {
      purpose: 'pines',
      depth: 0.7,
      foot: horizon + height * 0.17,
      treeHeight: unit * 0.19,
      spacing: 0.42,
      nearness: 0.75,
      kind: 'conifer',
      gaps: 0.45,
    }),
    groundLayer(stage, {
      purpose: 'field',
      depth: 1,
      top: horizon + height * 0.15,
      albedo: openGround(stage),
      nearness: 0.85,
      waves: unit * 0.03,
      grass: snow ? 0 : unit * 0.018,
    }),
  ];
}

export function meadowLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const random = stage.random('meadow plan');
  const hills = (purpose: string, depth: number, foot: number, rise: number, nearness: number): Layer =>
    ridgeLayer(stage, {
      ...range(stage, purpose, depth, foot, rise, nearness, 0.9, 0),
      kind: 'rolling',
      albedo: mix(openGround(stage), ALBEDO.leaves, 0.35),
    });
  return [
    ridgeLayer(
      stage,
      range(
        stage,
        'far range',
        0.1,
        horizon + height * 0.02,
        unit * random.range(0.1, 0.22),
        0.22,
        1.6,
        stage.scene.snowCover ? 0.5 : 0,
      ),
    ),
    hills('far hills', 0.2, horizon + height * 0.05, unit * 0.13, 0.42),
    treeLineLayer(stage, {
      purpose: 'wood',
      depth: 0.33,
      foot: horizon + height * 0.055,
      treeHeight: unit * 0.06,
      spacing: 0.45,
      nearness: 0.5,
      kind: random.pick('broadleaf', 'conifer'),
      gaps: 0.35,
    }),
    hills('near hills', 0.4, horizon + height * 0.12, unit * 0.1, 0.62),
    treeLineLayer(stage, {
      purpose: 'trees',
      depth: 0.62,
      foot: horizon + height * 0.13,
      treeHeight: unit * random.range(0.2, 0.3),
      spacing: 1.5,
      nearness: 0.75,
      kind: random.pick('broadleaf', 'broadleaf', 'conifer'),
      gaps: 0.55,
    }),
    groundLayer(stage, {
      purpose: 'field',
      depth: 1,
      top: horizon + height * 0.1,
      albedo: openGround(stage),
      nearness: 0.85,
      waves: unit * 0.02,
      grass: stage.scene.snowCover ? 0 : unit * 0.024,
    }),
  ];
}

export function desertLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const dune = (purpose: string, depth: number, foot: number, rise: number, nearness: number): Layer =>
    ridgeLayer(stage, {
      purpose,
      depth,
      foot,
      rise,
      frequency: 0.8,
      nearness,
      albedo: ALBEDO.dune,
      kind: 'rolling',
      snow: 0,
      mist: 0.25,
    });
  return [
    ridgeLayer(stage, {
      ...range(stage, 'mesa', 0.08, horizon + height * 0.02, unit * 0.12, 0.3, 1.2, 0),
      albedo: [168, 110, 84],
    }),
    dune('far dunes', 0.18, horizon + height * 0.04, unit * 0.1, 0.45),
    dune('dunes', 0.4, horizon + height * 0.11, unit * 0.17, 0.66),
    dune('near dunes', 0.7, horizon + height * 0.2, unit * 0.16, 0.84),
    groundLayer(stage, {
      purpose: 'sand',
      depth: 1,
      top: horizon + height * 0.16,
      albedo: ALBEDO.dune,
      nearness: 0.92,
      waves: unit * 0.04,
      grass: 0,
    }),
  ];
}

export function seaLayers(stage: Stage): Layer[] {
  const { horizon, unit } = stage;
  const coast = ridgeLayer(stage, {
    ...range(stage, 'coast', 0.08, horizon + unit * 0.012, unit * 0.08, 0.25, 1.3, 0),
    mist: 0.6,
  });
  return [coast, ...waterLayers(stage, stage.height * 1.16, false)];
}

export function beachLayers(stage: Stage): Layer[] {
  const shoreline = stage.height * 0.83;
  return [
    ...seaLayers(stage),
    groundLayer(stage, {
      purpose: 'beach',
      depth: 0.85,
      top: shoreline,
      albedo: ALBEDO.sand,
      nearness: 0.9,
      waves: stage.unit * 0.012,
      grass: 0,
    }),
    foamLayer(stage, shoreline),
  ];
}

export function lakeLayers(stage: Stage): Layer[] {
  const { horizon, height, unit } = stage;
  const random = stage.random('lake plan');
  const snow = stage.scene.snowCover;
  return [
    ridgeLayer(
      stage,
      range(stage, 'far range', 0.1, horizon, unit * random.range(0.28, 0.42), 0.42, 1.5, snow ? 0.55 : 0.25),
    ),
    ridgeLayer(
      stage,
      range(
        stage,
        'middle range',
        0.18,
        horizon + height * 0.005,
        unit * random.range(0.12, 0.2),
        0.62,
        1.8,
        snow ? 0.3 : 0,
      ),
    ),
    treeLineLayer(stage, {
      purpose: 'shore',
      depth: 0.24,
      foot: horizon + height * 0.008,
      treeHeight: unit * 0.055,
      spacing: 0.3,
      nearness: 0.6,
      kind: 'conifer',
      gaps: 0.12,
    }),
    ...waterLayers(stage, height * 1.16, true),
  ];
}

/** What stands in front of everything outdoors. */
export function foregroundLayers(stage: Stage): Layer[] {
  const { place, framing, snowCover } = stage.scene;
  if (place === 'beach' && framing !== 'close') return [palmsLayer(stage)];
  if (snowCover || stage.scene.subjects.some((subject) => subject.kind === 'flower')) return [];
  if (place === 'meadow' || place === 'forest') return [foregroundGrassLayer(stage, 0.2)];
  if (place === 'mountain' || place === 'lake') return [foregroundGrassLayer(stage, 0.13)];
  return [];
}

function openGround(stage: Stage): Colour {
  if (stage.scene.snowCover) return ALBEDO.snow;
  return stage.scene.timeOfDay === 'golden' ? mix(ALBEDO.grass, ALBEDO.dryGrass, 0.55) : ALBEDO.grass;
}

function range(
  stage: Stage,
  purpose: string,
  depth: number,
  foot: number,
  rise: number,
  nearness: number,
  frequency: number,
  snow: number,
): Ridge {
  const mist = stage.scene.weather === 'fog' ? 0.95 : 0.72;
  return { purpose, depth, foot, rise, nearness, frequency, albedo: ALBEDO.rock, kind: 'rocky', snow, mist };
}
