import type { Subject } from '../../scene/scene.js';
import { hex } from '../base/colour.js';
import type { Layer } from '../base/layer.js';
import type { Stage } from '../base/stage.js';
import { createStreetView } from '../places/street-view.js';
import { figureOf } from './figure-of.js';
import { litFigure, tonesOf } from './lit-figure.js';
import { person } from './person.js';
import { placeSubject } from './placement.js';

const COATS = ['#4a5468', '#6a4a48', '#5a6450', '#7a6a58', '#404858'] as const;
const PERSON_HEIGHT = 0.66;

/** A little life in a scene that names nobody: distant birds, or people on the pavement. */
export function extraLayers(stage: Stage): Layer[] {
  const { place, timeOfDay, weather, subjects, framing } = stage.scene;
  if (subjects.length > 0 || framing === 'close') return [];
  if (place === 'street' && !stage.scrolls) return pedestrians(stage);
  const open = ['mountain', 'meadow', 'lake', 'sea', 'beach', 'sky', 'city'].includes(place);
  if (!open || timeOfDay === 'night' || weather === 'rain' || weather === 'storm') return [];
  return birds(stage);
}

function birds(stage: Stage): Layer[] {
  const flock: Subject = { kind: 'bird', action: 'fly', colour: null, count: 5, small: true };
  const usual = figureOf(flock, 'wide', false);
  const choice = { ...usual, size: usual.size * 0.32 };
  const random = stage.random('extra birds');
  const figure = litFigure(
    stage,
    choice.figure,
    tonesOf(stage, hex('#4c525c'), choice.pale, null),
    0.32 * stage.unit * 0.0011,
  );
  return Array.from({ length: flock.count }, (_, member) => {
    const placement = placeSubject(stage, flock, choice, { rank: 0, total: 2, member, count: flock.count }, random);
    const phase = random.range(0, 5);
    return {
      depth: 0.35,
      paint(context, moment) {
        const at = placement.path(moment);
        const pose = {
          seconds: moment.seconds + phase,
          action: flock.action,
          loudness: moment.loudness,
          progress: moment.progress,
          variant: phase,
        };
        figure.paint(context, at.x, at.y, placement.facing, pose, false);
      },
    };
  });
}

/** People who cross or walk along the pavements some way off; with umbrellas when it rains. */
function pedestrians(stage: Stage): Layer[] {
  const view = createStreetView(stage);
  const random = stage.random('pedestrians');
  const raining = stage.scene.weather === 'rain' || stage.scene.weather === 'storm';
  const distances = Array.from({ length: random.integer(2, 4) }, () => random.range(2.7, 6)).sort((a, b) => b - a);
  return distances.map((z) => {
    const build = random.pick('man', 'woman', 'man');
    const coat = hex(random.pick(...COATS));
    const accent = raining ? hex(random.pick('#b8323a', '#2c3040', '#c89a3a', '#3a4458', '#2c3040')) : null;
    const [, ground] = view.project(0, 0, z);
    const scale = (view.scaleAt(z) * PERSON_HEIGHT) / 100;
    const figure = litFigure(
      stage,
      person({ build, umbrella: raining }),
      tonesOf(stage, coat, [216, 176, 148], accent),
      scale,
    );
    const side = random.pick(-1, 1);
    const crossing = random.chance(0.45);
    const start = crossing ? random.range(-0.9, 0.5) : side * random.range(1.2, 1.5);
    const facing = random.chance(0.5) ? 1 : -1;
    const phase = random.range(0, 4);
    return {
      depth: 0.7,
      paint(context, moment) {
        const walked = crossing ? facing * moment.seconds * 0.16 : facing * moment.seconds * 0.05;
        const [x] = view.project(start + walked, 0, z);
        const pose = {
          seconds: moment.seconds + phase,
          action: 'walk' as const,
          loudness: moment.loudness,
          progress: moment.progress,
          variant: phase,
        };
        figure.paint(context, x, ground, facing, pose, raining);
      },
    };
  });
}
