import { FRAME_RATE } from '../brief.js';
import { SAMPLE_RATE, type Sound } from './sound.js';

/** Share of the way to a new level in one frame: sound rises fast in the picture and falls slowly. */
const RISE = 0.7;
const FALL = 0.2;
/** Below this level a sound is silence, not something to be blown up. */
const SILENCE_LEVEL = 0.001;

/**
 * How loud a sound is in each frame of the video: the root mean square over the frame, smoothed, 0-1, where 1 is the
 * loudest moment of this very sound, so that a quiet recording moves the picture as a loud one does.
 */
export function frameLoudness({ left, right }: Sound, frames: number): Float32Array {
  const window = SAMPLE_RATE / FRAME_RATE;
  const levels = new Float32Array(frames);
  for (let frame = 0; frame < frames; frame += 1) {
    let sum = 0;
    for (let index = frame * window; index < (frame + 1) * window; index += 1) {
      sum += (left[index] ?? 0) ** 2 + (right[index] ?? 0) ** 2;
    }
    levels[frame] = Math.sqrt(sum / (2 * window));
  }
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  if (loudest < SILENCE_LEVEL) return levels.fill(0);
  let level = 0;
  return levels.map((heard) => {
    const target = heard / loudest;
    level += (target - level) * (target > level ? RISE : FALL);
    return level;
  });
}
