import { SAMPLE_RATE, type Sound } from './sound.js';

/** Delays in seconds that share no common rhythm; the right channel's are a little longer, which makes it wide. */
const COMB_SECONDS = [0.0297, 0.0371, 0.0411, 0.0437] as const;
const ALL_PASS_SECONDS = [0.005, 0.0017] as const;
const WIDTH_SECONDS = 0.00053;

/** Puts a sound into a room: `wet` is the share of echo added, 0-1 (Schroeder's four combs and two all-passes). */
export function addReverb({ left, right }: Sound, wet: number): void {
  for (const [channel, widen] of [
    [left, 0],
    [right, WIDTH_SECONDS],
  ] as const) {
    const echo = new Float32Array(channel.length);
    for (const seconds of COMB_SECONDS) addComb(channel, echo, seconds + widen);
    for (const seconds of ALL_PASS_SECONDS) applyAllPass(echo, seconds + widen);
    for (let index = 0; index < channel.length; index += 1) {
      channel[index] = (channel[index] ?? 0) + wet * (echo[index] ?? 0);
    }
  }
}

function addComb(source: Float32Array, echo: Float32Array, delaySeconds: number): void {
  const line = new Float32Array(Math.round(delaySeconds * SAMPLE_RATE));
  let damped = 0;
  for (let index = 0; index < source.length; index += 1) {
    const place = index % line.length;
    const delayed = line[place] ?? 0;
    damped += 0.6 * (delayed - damped);
    line[place] = (source[index] ?? 0) + 0.82 * damped;
    echo[index] = (echo[index] ?? 0) + 0.25 * delayed;
  }
}

function applyAllPass(echo: Float32Array, delaySeconds: number): void {
  const line = new Float32Array(Math.round(delaySeconds * SAMPLE_RATE));
  for (let index = 0; index < echo.length; index += 1) {
    const place = index % line.length;
    const delayed = line[place] ?? 0;
    const sample = echo[index] ?? 0;
    line[place] = sample + 0.5 * delayed;
    echo[index] = delayed - 0.5 * (line[place] ?? 0);
  }
}
