/** A stream of pseudo-random choices; the same seed and purpose give the same stream. */
export type Random = {
  /** 0 <= x < 1. */
  next(): number;
  range(low: number, high: number): number;
  /** Whole number, both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Value>(first: Value, ...others: Value[]): Value;
};

/** `purpose` gives every part of a picture its own stream, so that one more choice in one place moves nothing elsewhere. */
export function createRandom(seed: number, purpose: string): Random {
  let state = hashText(purpose, seed ^ 0x9e3779b9);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (first, ...others) => {
      const position = Math.floor(next() * (others.length + 1));
      return others[position - 1] ?? first;
    },
  };
}

/** 0 <= x < 1 for any two whole numbers, without keeping a stream. */
export function hashUnit(a: number, b: number): number {
  let mixed = Math.imul(a | 0, 0x27d4eb2d) ^ Math.imul((b | 0) + 0x165667b1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
}

function hashText(text: string, start: number): number {
  let hash = start | 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) | 0;
}
