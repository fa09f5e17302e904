import { createRandom } from '../scene/random.js';
import { addAmbience } from './ambience.js';
import { addMusic } from './music.js';
import { addReverb } from './reverb.js';
import { SAMPLE_RATE, silence, type Sound } from './sound.js';
import type { Soundscape } from './soundscape.js';
import { smooth } from './voices.js';

/** -3 dB below full scale: room for what lossy encoding adds. */
const PEAK = 0.7;
const FADE_IN_SECONDS = 0.3;
const FADE_OUT_SECONDS = 1;

/** Music and effects of a soundscape: the same seed sounds the same. Fades in and out, never clips. */
export function synthesise(soundscape: Soundscape, seed: number, durationSeconds: number): Sound {
  const sound = silence(durationSeconds);
  addMusic(sound, soundscape.mood, createRandom(seed, 'music'), durationSeconds);
  addReverb(sound, 0.35);
  addAmbience(sound, soundscape.ambience, createRandom(seed, 'ambience'), durationSeconds);
  finish(sound, durationSeconds);
  return sound;
}

function finish(sound: Sound, durationSeconds: number): void {
  const channels = [sound.left, sound.right];
  for (const channel of channels) {
    for (let index = 0; index < channel.length; index += 1) {
      const seconds = index / SAMPLE_RATE;
      const fade = smooth(seconds / FADE_IN_SECONDS) * smooth((durationSeconds - seconds) / FADE_OUT_SECONDS);
      channel[index] = fade * (channel[index] ?? 0);
    }
  }
  let loudest = 0;
  for (const channel of channels) for (const sample of channel) loudest = Math.max(loudest, Math.abs(sample));
  const gain = loudest > 0 ? PEAK / loudest : 0;
  for (const channel of channels) channel.forEach((sample, index) => (channel[index] = sample * gain));
}
