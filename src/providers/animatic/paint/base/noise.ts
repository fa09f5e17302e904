import { hashUnit } from '../../scene/random.js';

/** Smooth noise over x and y, 0-1, that repeats every `period` whole units of x. */
function noiseAt(x: number, y: number, period: number, seed: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const alongX = smooth(x - left);
  const alongY = smooth(y - top);
  const a = wrap(left, period);
  const b = wrap(left + 1, period);
  const row = Math.imul(top, 7919) + seed;
  const nextRow = Math.imul(top + 1, 7919) + seed;
  const upper = hashUnit(a, row) + (hashUnit(b, row) - hashUnit(a, row)) * alongX;
  const lower = hashUnit(a, nextRow) + (hashUnit(b, nextRow) - hashUnit(a, nextRow)) * alongX;
  return upper + (lower - upper) * alongY;
}

/** Layered noise, about 0-1: each octave is twice as fine and half as strong. */
export function fractal(x: number, y: number, octaves: number, period: number, seed: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  let frequency = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noiseAt(x * frequency, y * frequency, period * frequency, seed + octave * 101);
    total += weight;
    weight *= 0.5;
    frequency *= 2;
  }
  return sum / total;
}

/** Layered noise with sharp crests, about 0-1. */
export function ridged(x: number, y: number, octaves: number, period: number, seed: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  let frequency = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const value = 1 - Math.abs(2 * noiseAt(x * frequency, y * frequency, period * frequency, seed + octave * 67) - 1);
    sum += weight * value * value;
    total += weight;
    weight *= 0.48;
    frequency *= 2;
  }
  return sum / total;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function smoothstep(low: number, high: number, value: number): number {
  return smooth(Math.max(0, Math.min(1, (value - low) / (high - low))));
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function wrap(index: number, period: number): number {
  return ((index % period) + period) % period;
}
