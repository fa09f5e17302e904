import { createRandom } from './random.js';
import type { Random } from './random.js';
import { readWords } from './read-words.js';
import type { CameraMove, Framing, Mood, Place, Scene, SceneWords, Subject, TimeOfDay, Weather } from './scene.js';

/** Reads a prompt as a scene. What its words leave open is chosen by the seed: the same text and seed, the same scene. */
export function readScene(text: string, seed: number): Scene {
  return completeScene(readWords(text), seed, seed);
}

/**
 * Reads one shot of a prompt. What the shot leaves open comes from the whole prompt, so that place, hour and weather
 * stay the same over a video; only then does the seed choose. `avoid` is what the negative prompt names.
 */
export function readShotScene(shotText: string, prompt: string, seed: number, shotNumber: number, avoid = ''): Scene {
  const shot = withoutAvoided(readWords(shotText), avoid);
  const whole = withoutAvoided(readWords(prompt), avoid);
  const isEstablishing = shot.subjects.length === 0 && shot.place !== null && shotText !== prompt;
  const subjects = shot.subjects.length > 0 || isEstablishing ? shot.subjects : whole.subjects;
  const words: SceneWords = {
    timeOfDay: shot.timeOfDay ?? whole.timeOfDay,
    weather: shot.weather ?? whole.weather,
    place: shot.place ?? whole.place ?? placeOfSubjects(whole.subjects),
    mood: shot.mood ?? whole.mood,
    look: shot.look ?? whole.look,
    subjects: subjects.map((subject) => withKnownColour(subject, whole.subjects)),
    framing: shot.framing ?? (shotText === prompt ? whole.framing : null),
    move: shot.move ?? (shotText === prompt ? whole.move : null),
    tint: shot.tint ?? whole.tint,
    snowCover: shot.snowCover || whole.snowCover,
  };
  return completeScene(words, seed, (seed + Math.imul(shotNumber, 0x3c6ef372)) >>> 0);
}

function withoutAvoided(words: SceneWords, avoid: string): SceneWords {
  if (avoid === '') return words;
  const avoided = readWords(avoid);
  const kinds = avoided.subjects.map((subject) => subject.kind);
  return {
    ...words,
    weather: words.weather === avoided.weather ? null : words.weather,
    subjects: words.subjects.filter((subject) => !kinds.includes(subject.kind)),
  };
}

function withKnownColour(subject: Subject, all: Subject[]): Subject {
  return { ...subject, colour: subject.colour ?? all.find((other) => other.kind === subject.kind)?.colour ?? null };
}

/** `videoSeed` chooses what must stay the same over all shots, `shotSeed` what may differ. */
function completeScene(words: SceneWords, videoSeed: number, shotSeed: number): Scene {
  const random = createRandom(videoSeed, 'scene');
  const shotRandom = createRandom(shotSeed, 'shot');
  const place = words.place ?? placeOfSubjects(words.subjects) ?? choosePlace(words, random);
  const timeOfDay = words.timeOfDay ?? chooseTime(words, place, random);
  const weather = words.weather ?? chooseWeather(words, random);
  const framing = words.framing ?? chooseFraming(words, shotRandom);
  return {
    seed: shotSeed,
    timeOfDay,
    weather,
    place,
    mood: words.mood ?? chooseMood(timeOfDay, weather, random),
    look: words.look ?? 'natural',
    subjects: words.subjects,
    framing,
    move: words.move ?? chooseMove(words.subjects, framing, shotRandom),
    tint: words.tint,
    snowCover: words.snowCover || weather === 'snow',
  };
}

/** Where a subject lives when the words do not say; null for those at home anywhere. */
function placeOfSubjects(subjects: Subject[]): Place | null {
  const main = subjects[0];
  if (main === undefined) return null;
  const homes: Partial<Record<Subject['kind'], Place>> = {
    fish: 'underwater',
    whale: main.action === 'jump' ? 'sea' : 'underwater',
    boat: 'sea',
    car: 'street',
    umbrella: 'street',
    rocket: 'space',
    astronaut: 'space',
    plane: 'sky',
    deer: 'forest',
  };
  return homes[main.kind] ?? null;
}

function choosePlace(words: SceneWords, random: Random): Place {
  const kind = words.subjects[0]?.kind;
  if (words.look === 'neon' || kind === 'robot') return random.pick('street', 'city');
  if (words.look === 'ink') return random.pick('mountain', 'lake');
  if (words.snowCover) return random.pick('mountain', 'forest', 'meadow');
  if (words.weather === 'rain' && kind !== 'horse') return random.pick('street', 'street', 'city');
  switch (kind) {
    case 'cat':
    case 'kitten':
      return random.pick('meadow', 'city', 'street', 'meadow');
    case 'horse':
      return random.pick('meadow', 'beach', 'desert');
    case 'dragon':
      return random.pick('mountain', 'sky');
    case 'balloon':
    case 'lantern':
      return random.pick('mountain', 'lake', 'meadow');
    case 'lion':
    case 'elephant':
      return random.pick('meadow', 'desert');
    case 'train':
      return random.pick('mountain', 'meadow');
    default:
      return random.pick('meadow', 'mountain', 'city', 'beach', 'forest', 'lake');
  }
}

function chooseTime(words: SceneWords, place: Place, random: Random): TimeOfDay {
  if (words.look === 'neon' || place === 'space') return 'night';
  if (words.subjects.some((subject) => subject.kind === 'lantern')) return 'night';
  if (words.weather === 'clear' || place === 'underwater') return 'day';
  return random.pick('day', 'golden', 'dawn', 'dusk', 'golden', 'night');
}

function chooseWeather(words: SceneWords, random: Random): Weather {
  if (words.timeOfDay === 'night' && words.look === null) return 'clear';
  return random.pick('clear', 'cloudy', 'clear');
}

function chooseMood(timeOfDay: TimeOfDay, weather: Weather, random: Random): Mood {
  if (weather === 'storm') return 'tense';
  if (weather === 'rain' || weather === 'fog') return random.pick('melancholic', 'calm');
  if (timeOfDay === 'day') return random.pick('joyful', 'calm');
  return random.pick('calm', 'epic', 'dreamy');
}

function chooseFraming(words: SceneWords, random: Random): Framing {
  if (words.subjects.length === 0) return 'wide';
  if (words.move === 'aerial') return 'wide';
  return random.pick('wide', 'medium', 'medium');
}

function chooseMove(subjects: Subject[], framing: Framing, random: Random): CameraMove {
  const main = subjects[0];
  if (main !== undefined && framing !== 'close') {
    if (main.action === 'run' || main.kind === 'car' || main.kind === 'train') return 'tracking';
    if (main.action === 'walk' && random.chance(0.5)) return 'tracking';
  }
  return random.pick('zoomIn', 'drift', 'panRight', 'panLeft', 'zoomOut', 'zoomIn');
}
