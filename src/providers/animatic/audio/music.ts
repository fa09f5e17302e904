import type { Random } from '../scene/random.js';
import type { Mood } from '../scene/scene.js';
import type { Sound } from './sound.js';
import { addBass, addBeat, addPad, addPluck } from './voices.js';

type Style = {
  beatsPerMinute: readonly [slowest: number, fastest: number];
  /** Semitones above the key note. */
  scale: readonly [number, number, number, number, number, number, number];
  /** Chords as steps of the scale, counted from 0; one of the lists is played round and round. */
  progressions: readonly [readonly number[], ...(readonly number[])[]];
  padCutoff: number;
  /** Chance of a plucked note on each half beat. */
  pluckChance: number;
  /** Loudness of the drum, 0 for none. */
  beat: number;
};

const MAJOR = [0, 2, 4, 5, 7, 9, 11] as const;
const LYDIAN = [0, 2, 4, 6, 7, 9, 11] as const;
const MINOR = [0, 2, 3, 5, 7, 8, 10] as const;
const PHRYGIAN = [0, 1, 3, 5, 7, 8, 10] as const;

const STYLES: Readonly<Record<Mood, Style>> = {
  calm: {
    beatsPerMinute: [62, 74],
    scale: LYDIAN,
    progressions: [
      [0, 4, 5, 1],
      [0, 1, 0, 4],
      [0, 5, 3, 4],
    ],
    padCutoff: 700,
    pluckChance: 0.35,
    beat: 0,
  },
  joyful: {
    beatsPerMinute: [104, 122],
    scale: MAJOR,
    progressions: [
      [0, 4, 5, 3],
      [0, 3, 4, 3],
      [3, 0, 4, 5],
    ],
    padCutoff: 1500,
    pluckChance: 0.7,
    beat: 0.35,
  },
  melancholic: {
    beatsPerMinute: [56, 66],
    scale: MINOR,
    progressions: [
      [0, 5, 3, 4],
      [0, 3, 5, 4],
      [0, 6, 5, 6],
    ],
    padCutoff: 600,
    pluckChance: 0.3,
    beat: 0,
  },
  tense: {
    beatsPerMinute: [88, 100],
    scale: PHRYGIAN,
    progressions: [
      [0, 1, 0, 1],
      [0, 0, 5, 1],
    ],
    padCutoff: 500,
    pluckChance: 0.2,
    beat: 0.6,
  },
  epic: {
    beatsPerMinute: [84, 96],
    scale: MINOR,
    progressions: [
      [0, 5, 2, 6],
      [0, 2, 6, 5],
    ],
    padCutoff: 1800,
    pluckChance: 0.45,
    beat: 0.8,
  },
  dreamy: {
    beatsPerMinute: [60, 70],
    scale: LYDIAN,
    progressions: [
      [0, 1, 5, 1],
      [5, 3, 0, 4],
      [0, 6, 1, 0],
    ],
    padCutoff: 550,
    pluckChance: 0.25,
    beat: 0,
  },
};

const CHORD_BEATS = 4;
/** MIDI number of A3 and its frequency in Hz. */
const A3 = { note: 57, frequency: 220 } as const;

/** Adds music of one mood over the whole length of the sound; the random numbers choose key, tempo and notes. */
export function addMusic(sound: Sound, mood: Mood, random: Random, durationSeconds: number): void {
  const style = STYLES[mood];
  const key = random.integer(45, 56);
  const beatSeconds = 60 / random.range(...style.beatsPerMinute);
  const progression = random.pick(...style.progressions);
  const frequencyOf = (step: number, octave: number): number => {
    const position = style.scale[((step % 7) + 7) % 7] ?? 0;
    return A3.frequency * 2 ** ((key + position + 12 * (octave + Math.floor(step / 7)) - A3.note) / 12);
  };
  const chordSeconds = CHORD_BEATS * beatSeconds;
  for (let number = 0; number * chordSeconds < durationSeconds; number += 1) {
    const root = progression[number % progression.length] ?? 0;
    addChord(sound, style, random, { root, frequencyOf, startSeconds: number * chordSeconds, beatSeconds });
  }
}

type Chord = {
  root: number;
  frequencyOf: (step: number, octave: number) => number;
  startSeconds: number;
  beatSeconds: number;
};

function addChord(sound: Sound, style: Style, random: Random, chord: Chord): void {
  const { root, frequencyOf, startSeconds, beatSeconds } = chord;
  const durationSeconds = CHORD_BEATS * beatSeconds;
  // Each pad note rings into the next chord, so that the harmony never breaks off.
  const ringing = { startSeconds, durationSeconds: durationSeconds + 0.9 };
  for (const [voice, step] of [0, 2, 4, 6].entries()) {
    const frequency = frequencyOf(root + step, 0);
    addPad(sound, { ...ringing, frequency, gain: voice === 3 ? 0.05 : 0.1, pan: voice * 0.4 - 0.6 }, style.padCutoff);
  }
  addBass(sound, { startSeconds, durationSeconds, frequency: frequencyOf(root, -1), gain: 0.16, pan: 0 });
  for (let half = 0; half < CHORD_BEATS * 2; half += 1) {
    const at = startSeconds + (half * beatSeconds) / 2;
    if (style.beat > 0 && half % 4 === 0) addBeat(sound, at, 0.3 * style.beat);
    if (half > 0 && !random.chance(style.pluckChance)) continue;
    const frequency = frequencyOf(root + random.pick(0, 2, 4, 7, 9), 1);
    const gain = random.range(0.08, 0.15);
    addPluck(sound, { startSeconds: at, durationSeconds: 1.6, frequency, gain, pan: random.range(-0.6, 0.6) });
  }
}
