import type { Framing, Subject, SubjectKind } from '../../scene/scene.js';
import { hex } from '../base/colour.js';
import type { Colour } from '../base/colour.js';
import { ANIMALS, isAnimal } from './animal-data.js';
import { bust } from './bust.js';
import type { Figure } from './figure.js';
import { BIRD, BUTTERFLY, DRAGON } from './flyers.js';
import { person } from './person.js';
import { portrait } from './portrait.js';
import { quadruped } from './quadruped.js';
import { FLOWER, LANTERN, TREE } from './still-things.js';
import { FISH, WHALE } from './swimmers.js';
import { UMBRELLA } from './umbrella.js';
import { BALLOON, BOAT, CAR, PLANE, ROCKET, TRAIN } from './vehicles.js';

export type FigureChoice = {
  figure: Figure;
  albedo: Colour;
  pale: Colour;
  /** Height of 100 figure units in a wide shot, as a share of the frame's unit. */
  size: number;
  /** Whether it fills the frame by itself, as the head in a close-up does. */
  fillsFrame: boolean;
};

const LIGHT = hex('#f2ebe0');

/** The drawing, colours and size of a subject. */
export function figureOf(subject: Subject, framing: Framing, raining: boolean): FigureChoice {
  const still = subject.action === 'stand' || subject.action === 'rest' || subject.action === 'walk';
  if (isAnimal(subject.kind)) {
    const animal = ANIMALS[subject.kind];
    const face = framing === 'close' && still;
    return {
      figure: face ? portrait(animal) : quadruped(animal),
      albedo: animal.colour,
      pale: animal.pale,
      size: face ? 0.62 : sizeOf(subject.kind),
      fillsFrame: face,
    };
  }
  const choice = { pale: LIGHT, size: sizeOf(subject.kind), fillsFrame: false };
  switch (subject.kind) {
    case 'person':
    case 'woman':
    case 'man':
    case 'child': {
      const build = subject.kind === 'person' ? 'man' : subject.kind;
      const skin = hex('#d8b094');
      if (framing === 'close' && (still || subject.action === 'fly'))
        return { figure: bust(build), albedo: hex('#566074'), pale: skin, size: 0.68, fillsFrame: true };
      return {
        ...choice,
        figure: person({ build, umbrella: raining && subject.action !== 'run' }),
        albedo: build === 'woman' ? hex('#8c4a58') : build === 'child' ? hex('#b8863c') : hex('#4a5468'),
        pale: skin,
      };
    }
    case 'astronaut':
      return { ...choice, figure: person({ build: 'astronaut', umbrella: false }), albedo: hex('#dcdde2') };
    case 'robot':
      return { ...choice, figure: person({ build: 'robot', umbrella: false }), albedo: hex('#8d9aa8') };
    default:
      return { ...choice, ...thingOf(subject.kind) };
  }
}

function thingOf(kind: SubjectKind): { figure: Figure; albedo: Colour } {
  switch (kind) {
    case 'butterfly':
      return { figure: BUTTERFLY, albedo: hex('#e08a3c') };
    case 'fish':
      return { figure: FISH, albedo: hex('#e0722e') };
    case 'whale':
      return { figure: WHALE, albedo: hex('#4a5f78') };
    case 'dragon':
      return { figure: DRAGON, albedo: hex('#7a3a34') };
    case 'car':
      return { figure: CAR, albedo: hex('#a83a34') };
    case 'train':
      return { figure: TRAIN, albedo: hex('#b04038') };
    case 'boat':
      return { figure: BOAT, albedo: hex('#6a3c2c') };
    case 'plane':
      return { figure: PLANE, albedo: hex('#dfe3ea') };
    case 'rocket':
      return { figure: ROCKET, albedo: hex('#d4d8e0') };
    case 'balloon':
      return { figure: BALLOON, albedo: hex('#d04a3c') };
    case 'umbrella':
      return { figure: UMBRELLA, albedo: hex('#c8262c') };
    case 'flower':
      return { figure: FLOWER, albedo: hex('#d8506a') };
    case 'tree':
      return { figure: TREE, albedo: hex('#5c8a4a') };
    case 'lantern':
      return { figure: LANTERN, albedo: hex('#e0783c') };
    default:
      return { figure: BIRD, albedo: hex('#e4e2dc') };
  }
}

function sizeOf(kind: SubjectKind): number {
  const sizes: Partial<Record<SubjectKind, number>> = {
    kitten: 0.2,
    puppy: 0.2,
    cat: 0.21,
    rabbit: 0.19,
    fox: 0.22,
    dog: 0.23,
    wolf: 0.24,
    deer: 0.25,
    horse: 0.29,
    lion: 0.26,
    tiger: 0.26,
    bear: 0.3,
    panda: 0.26,
    elephant: 0.36,
    bird: 0.11,
    butterfly: 0.11,
    fish: 0.16,
    whale: 0.34,
    dragon: 0.21,
    car: 0.12,
    train: 0.15,
    boat: 0.27,
    plane: 0.2,
    rocket: 0.22,
    balloon: 0.28,
    umbrella: 0.34,
    flower: 0.3,
    tree: 0.55,
    lantern: 0.09,
    child: 0.22,
  };
  return sizes[kind] ?? 0.29;
}
