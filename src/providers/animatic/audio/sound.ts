/** Samples per second and channel of every sound in the engine. */
export const SAMPLE_RATE = 48_000;

/** Stereo samples at `SAMPLE_RATE`, -1 to 1, both channels of one length. */
export type Sound = { left: Float32Array; right: Float32Array };

/** Silence of this length. */
export function silence(durationSeconds: number): Sound {
  const samples = Math.round(durationSeconds * SAMPLE_RATE);
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

/** The first seconds of a sound, followed by silence where it is shorter; a cut is faded over a hundredth second. */
export function fitSound(sound: Sound, durationSeconds: number): Sound {
  const fitted = silence(durationSeconds);
  const fade = SAMPLE_RATE / 100;
  for (const channel of ['left', 'right'] as const) {
    const target = fitted[channel];
    target.set(sound[channel].subarray(0, target.length));
    if (sound[channel].length <= target.length) continue;
    const start = target.length - fade;
    for (let index = start; index < target.length; index += 1) {
      target[index] = ((target[index] ?? 0) * (target.length - index)) / fade;
    }
  }
  return fitted;
}
