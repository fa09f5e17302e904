import { hex } from '../base/colour.js';
import type { Colour } from '../base/colour.js';

/** Measures of a four-legged animal in figure units; `legs` is the height of its hips. */
export type Animal = {
  legs: number;
  length: number;
  chest: number;
  waist: number;
  rump: number;
  /** Length, upward angle in radians, thickness. */
  neck: readonly [length: number, angle: number, thick: number];
  head: number;
  snout: readonly [length: number, thick: number, tip: number, droop: number];
  ears: 'pointed' | 'floppy' | 'round' | 'long' | 'wide';
  ear: number;
  tail: 'up' | 'bushy' | 'hair' | 'short' | 'tuft';
  tailLength: number;
  limb: readonly [top: number, knee: number, foot: number];
  marks: 'none' | 'mane' | 'antlers' | 'trunk' | 'stripes' | 'socks' | 'panda' | 'horseMane';
  colour: Colour;
  pale: Colour;
};

const BASE = { ears: 'pointed', marks: 'none' } as const;

const CAT: Animal = { ...BASE, legs: 36, length: 50, chest: 13.5, waist: 11.5, rump: 13, neck: [11, 0.8, 9], head: 13, snout: [7.5, 7, 5, 0.25], ear: 12, tail: 'up', tailLength: 62, limb: [8, 4.6, 3.6], colour: hex('#8a7a6c'), pale: hex('#e6ddd0') };
const DOG: Animal = { ...BASE, legs: 46, length: 52, chest: 16.5, waist: 12, rump: 13.5, neck: [20, 0.85, 9.5], head: 11.5, snout: [15, 7, 4.8, 0.2], ears: 'floppy', ear: 13, tail: 'up', tailLength: 36, limb: [9, 4.8, 3.8], colour: hex('#b98a54'), pale: hex('#ecdcc0') };
const WOLF: Animal = { ...DOG, ears: 'pointed', ear: 10, tail: 'bushy', tailLength: 40, chest: 17, colour: hex('#777a84'), pale: hex('#c9ccd2') };

export const ANIMALS = {
  cat: CAT,
  kitten: { ...CAT, legs: 31, length: 40, chest: 14.5, waist: 13, rump: 14.5, neck: [9, 0.85, 10], head: 20, snout: [8, 9, 7, 0.2], ear: 17, tailLength: 50, limb: [8, 5.4, 4.6] },
  dog: DOG,
  puppy: { ...DOG, legs: 33, length: 40, chest: 15.5, waist: 14, rump: 14.5, neck: [11, 0.85, 10], head: 16, snout: [12, 9, 7, 0.2], ear: 15, tailLength: 26, limb: [8.5, 6, 5.2] },
  fox: { ...BASE, legs: 36, length: 52, chest: 12.5, waist: 10, rump: 11.5, neck: [14, 0.75, 8], head: 11, snout: [16, 6.5, 2.2, 0.22], ear: 14, tail: 'bushy', tailLength: 60, limb: [7.5, 3.8, 3], marks: 'socks', colour: hex('#c9622a'), pale: hex('#f4e8d8') },
  wolf: WOLF,
  horse: { ...BASE, legs: 56, length: 56, chest: 17.5, waist: 15.5, rump: 17, neck: [36, 0.98, 11], head: 9, snout: [23, 8, 5.4, 0.72], ear: 9, tail: 'hair', tailLength: 50, limb: [11, 4.6, 3.2], marks: 'horseMane', colour: hex('#6e4630'), pale: hex('#d8c0a4') },
  deer: { ...BASE, legs: 56, length: 46, chest: 13.5, waist: 11.5, rump: 13, neck: [30, 1.05, 7.5], head: 7.5, snout: [13, 5.5, 3.4, 0.35], ear: 11, tail: 'short', tailLength: 9, limb: [8.5, 3.3, 2.3], marks: 'antlers', colour: hex('#9a6a40'), pale: hex('#e8d6b8') },
  rabbit: { ...BASE, legs: 20, length: 30, chest: 13, waist: 15, rump: 18, neck: [9, 0.8, 9], head: 13, snout: [8, 8, 6, 0.3], ears: 'long', ear: 34, tail: 'short', tailLength: 9, limb: [9, 5, 4.4], colour: hex('#b0a296'), pale: hex('#f2ece2') },
  lion: { ...CAT, legs: 44, length: 58, chest: 19, waist: 14.5, rump: 16, neck: [15, 0.7, 12], head: 14, snout: [11, 9, 7, 0.25], ears: 'round', ear: 6, tail: 'tuft', tailLength: 56, limb: [11, 6.2, 5.2], marks: 'mane', colour: hex('#c89a5a'), pale: hex('#ecd8b0') },
  tiger: { ...CAT, legs: 42, length: 60, chest: 18, waist: 14.5, rump: 16, neck: [14, 0.6, 12], head: 14, snout: [10, 9, 7, 0.25], ears: 'round', ear: 6.5, tailLength: 60, limb: [11, 6.2, 5.4], marks: 'stripes', colour: hex('#d8883a'), pale: hex('#f4e8d4') },
  bear: { ...BASE, legs: 38, length: 56, chest: 25, waist: 24, rump: 24, neck: [18, 0.45, 17], head: 15, snout: [13, 8.5, 6.5, 0.2], ears: 'round', ear: 6.5, tail: 'short', tailLength: 7, limb: [14, 9, 7.5], colour: hex('#5a4030'), pale: hex('#8a6a50') },
  panda: { ...BASE, legs: 34, length: 50, chest: 25, waist: 25, rump: 24, neck: [15, 0.55, 17], head: 18, snout: [9, 10, 8, 0.2], ears: 'round', ear: 8, tail: 'short', tailLength: 7, limb: [14, 9.5, 8.5], marks: 'panda', colour: hex('#f0ede6'), pale: hex('#ffffff') },
  elephant: { ...BASE, legs: 52, length: 58, chest: 30, waist: 30, rump: 27, neck: [17, 0.5, 20], head: 19, snout: [10, 11, 8, 0.9], ears: 'wide', ear: 24, tail: 'tuft', tailLength: 34, limb: [14, 10.5, 9.5], marks: 'trunk', colour: hex('#807c80'), pale: hex('#aaa6a6') },
} as const satisfies Record<string, Animal>;

export type AnimalKind = keyof typeof ANIMALS;

export function isAnimal(kind: string): kind is AnimalKind {
  return Object.hasOwn(ANIMALS, kind);
}
