import { SAMPLE_RATE } from './sound.js';

/** Turns one sample after another into a filtered one. Frequencies are Hz. */
export type Filter = (sample: number, frequency: number) => number;

/** Lets low frequencies through, 6 dB an octave. */
export function lowPass(): Filter {
  let held = 0;
  return (sample, frequency) => {
    held += share(frequency) * (sample - held);
    return held;
  };
}

/** Lets high frequencies through, 6 dB an octave. */
export function highPass(): Filter {
  const low = lowPass();
  return (sample, frequency) => sample - low(sample, frequency);
}

function share(frequency: number): number {
  return 1 - Math.exp((-2 * Math.PI * frequency) / SAMPLE_RATE);
}
