import { lowPass } from './filters.js';
import { SAMPLE_RATE, type Sound } from './sound.js';

/** One sounding note. Seconds from the start of the sound; pan is -1 (left) to 1 (right). */
export type Note = {
  frequency: number;
  startSeconds: number;
  durationSeconds: number;
  gain: number;
  pan: number;
};

/** Two slightly detuned saws behind a low pass, swelling and fading. `cutoff` in Hz makes it dark or bright. */
export function addPad(sound: Sound, note: Note, cutoff: number): void {
  const filter = lowPass();
  const second = lowPass();
  let phaseA = 0;
  let phaseB = 0.5;
  addNote(sound, note, (seconds) => {
    phaseA = (phaseA + (note.frequency * 0.9985) / SAMPLE_RATE) % 1;
    phaseB = (phaseB + (note.frequency * 1.0015) / SAMPLE_RATE) % 1;
    const swell = smooth(seconds / 0.9) * smooth((note.durationSeconds - seconds) / 0.9);
    return second(filter(phaseA + phaseB - 1, cutoff), cutoff) * swell;
  });
}

/** A struck string: a sine with two overtones that die away, the high ones first. */
export function addPluck(sound: Sound, note: Note): void {
  const turn = 2 * Math.PI * note.frequency;
  addNote(sound, note, (seconds) => {
    const strike = Math.min(1, seconds / 0.004) * smooth((note.durationSeconds - seconds) / 0.05);
    const body = Math.sin(turn * seconds) * Math.exp(-2.6 * seconds);
    const overtones = 0.4 * Math.sin(2 * turn * seconds) * Math.exp(-5 * seconds);
    return strike * (body + overtones + 0.15 * Math.sin(3.01 * turn * seconds) * Math.exp(-9 * seconds));
  });
}

/** A soft low tone that carries the chord. */
export function addBass(sound: Sound, note: Note): void {
  const turn = 2 * Math.PI * note.frequency;
  addNote(sound, note, (seconds) => {
    const swell = smooth(seconds / 0.08) * smooth((note.durationSeconds - seconds) / 0.25);
    return swell * (Math.sin(turn * seconds) + 0.25 * Math.sin(2 * turn * seconds));
  });
}

/** A drum like a heartbeat: a tone falling from 110 to 48 Hz. */
export function addBeat(sound: Sound, startSeconds: number, gain: number): void {
  let phase = 0;
  addNote(sound, { frequency: 48, startSeconds, durationSeconds: 0.4, gain, pan: 0 }, (seconds) => {
    phase += (2 * Math.PI * (48 + 62 * Math.exp(-25 * seconds))) / SAMPLE_RATE;
    return Math.sin(phase) * Math.exp(-9 * seconds) * Math.min(1, seconds / 0.003);
  });
}

/** Adds a wave, given second by second of the note, at its place, gain and pan. */
export function addNote(sound: Sound, note: Note, wave: (seconds: number) => number): void {
  const start = Math.round(note.startSeconds * SAMPLE_RATE);
  const end = Math.min(sound.left.length, start + Math.round(note.durationSeconds * SAMPLE_RATE));
  const leftGain = note.gain * Math.cos(((note.pan + 1) * Math.PI) / 4);
  const rightGain = note.gain * Math.sin(((note.pan + 1) * Math.PI) / 4);
  for (let index = Math.max(0, start); index < end; index += 1) {
    const sample = wave((index - start) / SAMPLE_RATE);
    sound.left[index] = (sound.left[index] ?? 0) + sample * leftGain;
    sound.right[index] = (sound.right[index] ?? 0) + sample * rightGain;
  }
}

/** 0 below 0, 1 above 1, and a smooth way between. */
export function smooth(position: number): number {
  const inside = Math.min(1, Math.max(0, position));
  return inside * inside * (3 - 2 * inside);
}
