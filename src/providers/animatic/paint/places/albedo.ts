import type { Colour } from '../base/colour.js';

/** Colours of things in white light. */
export const ALBEDO = {
  grass: [104, 142, 70],
  dryGrass: [176, 150, 88],
  leaves: [66, 104, 62],
  pine: [44, 74, 62],
  rock: [112, 112, 126],
  sand: [222, 190, 140],
  dune: [222, 168, 104],
  snow: [238, 243, 252],
  road: [74, 76, 86],
  wall: [110, 104, 112],
  earth: [96, 78, 62],
} as const satisfies Record<string, Colour>;
