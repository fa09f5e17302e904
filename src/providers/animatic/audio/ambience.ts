import { highPass, lowPass } from './filters.js';
import type { Random } from '../scene/random.js';
import { SAMPLE_RATE, type Sound } from './sound.js';
import type { AmbienceLevels } from './soundscape.js';
import { addNote, smooth } from './voices.js';

/** Adds the noises of a place and its weather, each as loud as its level (0-1) says. */
export function addAmbience(sound: Sound, levels: AmbienceLevels, random: Random, durationSeconds: number): void {
  if (levels.rain > 0) addRain(sound, levels.rain, random, durationSeconds);
  if (levels.wind > 0) addWind(sound, levels.wind, random);
  if (levels.waves > 0) addWaves(sound, levels.waves, random);
  if (levels.city > 0) addCity(sound, levels.city, random);
  if (levels.crickets > 0) addCrickets(sound, levels.crickets, random, durationSeconds);
  if (levels.birds > 0) addBirds(sound, levels.birds, random, durationSeconds);
  if (levels.thunder > 0) addThunder(sound, levels.thunder, random, durationSeconds);
}

/** Noise in both channels, each of its own, shaped sample by sample. */
function addNoise(sound: Sound, random: Random, newShape: () => (noise: number, seconds: number) => number): void {
  for (const channel of [sound.left, sound.right]) {
    const shape = newShape();
    for (let index = 0; index < channel.length; index += 1) {
      channel[index] = (channel[index] ?? 0) + shape(random.next() * 2 - 1, index / SAMPLE_RATE);
    }
  }
}

function addRain(sound: Sound, level: number, random: Random, durationSeconds: number): void {
  addNoise(sound, random, () => {
    const low = lowPass();
    const high = highPass();
    return (noise) => 0.16 * level * high(low(noise, 5000), 900);
  });
  const drops = Math.round(durationSeconds * 24 * level);
  for (let drop = 0; drop < drops; drop += 1) {
    const startSeconds = random.next() * durationSeconds;
    const frequency = random.range(1200, 3400);
    const note = { frequency, startSeconds, durationSeconds: 0.04, gain: random.range(0.01, 0.05) * level };
    addNote(sound, { ...note, pan: random.range(-1, 1) }, (seconds) => {
      return Math.sin(2 * Math.PI * frequency * seconds * (1 + 4 * seconds)) * Math.exp(-110 * seconds);
    });
  }
}

function addWind(sound: Sound, level: number, random: Random): void {
  const offset = random.next() * 10;
  addNoise(sound, random, () => {
    const low = lowPass();
    const second = lowPass();
    const high = highPass();
    return (noise, seconds) => {
      const gust = 0.55 + 0.3 * Math.sin(0.9 * seconds + offset) + 0.15 * Math.sin(2.3 * seconds + 2 * offset);
      const cutoff = 220 + 520 * gust;
      return 0.9 * level * gust * high(second(low(noise, cutoff), cutoff), 120);
    };
  });
}

function addWaves(sound: Sound, level: number, random: Random): void {
  const offset = random.next() * 6;
  addNoise(sound, random, () => {
    const low = lowPass();
    const high = highPass();
    return (noise, seconds) => {
      const surge = Math.sin((Math.PI * (seconds + offset)) / 6.5) ** 2;
      return 0.4 * level * (0.12 + 0.88 * surge ** 2) * high(low(noise, 400 + 1500 * surge), 90);
    };
  });
}

function addCity(sound: Sound, level: number, random: Random): void {
  const offset = random.next() * 9;
  addNoise(sound, random, () => {
    const hum = lowPass();
    const rumble = lowPass();
    const passing = lowPass();
    return (noise, seconds) => {
      const car = Math.max(0, Math.sin((2 * Math.PI * (seconds + offset)) / 9)) ** 6;
      return level * (1.6 * rumble(hum(noise, 110), 160) + 0.25 * car * passing(noise, 600));
    };
  });
}

function addCrickets(sound: Sound, level: number, random: Random, durationSeconds: number): void {
  for (let cricket = 0; cricket < 3; cricket += 1) {
    const frequency = random.range(3900, 4800);
    const periodSeconds = random.range(0.7, 1.1);
    const pan = random.range(-0.9, 0.9);
    for (let start = random.next() * periodSeconds; start < durationSeconds; start += periodSeconds) {
      const note = { frequency, startSeconds: start, durationSeconds: 0.22, gain: 0.035 * level, pan };
      addNote(sound, note, (seconds) => {
        const pulses = Math.sin(Math.PI * seconds * 36) ** 2 * smooth((0.22 - seconds) / 0.05);
        return pulses * Math.sin(2 * Math.PI * frequency * seconds);
      });
    }
  }
}

function addBirds(sound: Sound, level: number, random: Random, durationSeconds: number): void {
  for (let start = random.range(0.3, 1.2); start < durationSeconds; start += random.range(0.5, 1.8)) {
    const pan = random.range(-0.8, 0.8);
    const base = random.range(2300, 3900);
    const calls = random.integer(1, 4);
    for (let call = 0; call < calls; call += 1) {
      let phase = 0;
      const note = {
        frequency: base,
        startSeconds: start + call * 0.14,
        durationSeconds: 0.11,
        gain: 0.05 * level,
        pan,
      };
      addNote(sound, note, (seconds) => {
        phase += (2 * Math.PI * (base + 900 * Math.sin(28 * seconds))) / SAMPLE_RATE;
        return Math.sin(phase) * smooth(seconds / 0.02) * smooth((0.11 - seconds) / 0.05);
      });
    }
  }
}

function addThunder(sound: Sound, level: number, random: Random, durationSeconds: number): void {
  const strike = random.range(0.1, 0.5) * durationSeconds;
  addNoise(sound, random, () => {
    const low = lowPass();
    const rumble = lowPass();
    return (noise, seconds) => {
      const since = seconds - strike;
      const roll = since < 0 ? 0 : smooth(since / 0.05) * Math.exp(-0.9 * since) * (0.7 + 0.3 * Math.sin(11 * since));
      return 5 * level * roll * rumble(low(noise, 180), 140);
    };
  });
}
