import { findFirst, findWords } from './find-words.js';
import type { FoundWord } from './find-words.js';
import type { Action, SceneWords, Subject, SubjectKind } from './scene.js';
import { FRAMING_WORDS, MOVE_WORDS } from './words/camera-words.js';
import { COLOUR_WORDS } from './words/colour-words.js';
import {
  LOOK_WORDS,
  MOOD_WORDS,
  PLACE_WORDS,
  SNOW_COVER_WORDS,
  TIME_WORDS,
  WEATHER_WORDS,
} from './words/setting-words.js';
import { ACTION_WORDS, COUNT_WORDS, SMALL_WORDS, SUBJECT_WORDS } from './words/subject-words.js';

/** How far before a subject its colour, size and number are looked for, in characters. */
const REACH = 28;
const MAX_SUBJECTS = 3;

/** What a text says about a scene, in English or Chinese, and nothing that it does not say. */
export function readWords(text: string): SceneWords {
  const colours = findWords(text, COLOUR_WORDS);
  const { subjects, usedColours } = readSubjects(text, colours);
  const tint = colours.find((colour) => !usedColours.has(colour) && isColourful(colour.value));
  return {
    timeOfDay: findFirst(text, TIME_WORDS),
    weather: findFirst(text, WEATHER_WORDS),
    place: findFirst(text, PLACE_WORDS),
    mood: findFirst(text, MOOD_WORDS),
    look: findFirst(text, LOOK_WORDS),
    subjects,
    framing: findFirst(text, FRAMING_WORDS),
    move: findFirst(text, MOVE_WORDS),
    tint: tint === undefined ? null : tint.value,
    snowCover: findFirst(text, SNOW_COVER_WORDS) === true,
  };
}

type ReadSubjects = { subjects: Subject[]; usedColours: Set<FoundWord<string>> };

function readSubjects(text: string, colours: FoundWord<string>[]): ReadSubjects {
  const actions = findWords(text, ACTION_WORDS);
  const usedColours = new Set<FoundWord<string>>();
  const subjects: Subject[] = [];
  let previousEnd = 0;
  for (const found of findWords(text, SUBJECT_WORDS)) {
    const from = Math.max(previousEnd, found.start - REACH);
    const before = text.slice(from, found.start);
    const colour = colours.filter((word) => word.start >= from && word.end <= found.end).at(-1);
    previousEnd = found.end;
    if (subjects.length === MAX_SUBJECTS || subjects.some((subject) => subject.kind === found.value)) continue;
    if (colour !== undefined) usedColours.add(colour);
    subjects.push({
      kind: found.value,
      action: actionOf(found, actions),
      colour: colour === undefined ? null : colour.value,
      count:
        findWords(before, COUNT_WORDS).at(-1)?.value ?? countOfPlural(text.slice(found.start, found.end), found.value),
      small: findWords(before, SMALL_WORDS).length > 0 || found.value === 'kitten' || found.value === 'puppy',
    });
  }
  return { subjects, usedColours };
}

/** The first action after the subject, or else the last one before it. */
function actionOf(subject: FoundWord<SubjectKind>, actions: FoundWord<Action>[]): Action {
  const after = actions.find((action) => action.start >= subject.start);
  return (after ?? actions.at(-1))?.value ?? usualAction(subject.value);
}

function usualAction(kind: SubjectKind): Action {
  switch (kind) {
    case 'bird':
    case 'butterfly':
    case 'dragon':
    case 'plane':
    case 'rocket':
    case 'balloon':
    case 'lantern':
    case 'astronaut':
      return 'fly';
    case 'fish':
    case 'whale':
      return 'swim';
    case 'car':
    case 'train':
    case 'boat':
      return 'travel';
    case 'person':
    case 'woman':
    case 'man':
    case 'child':
    case 'robot':
      return 'walk';
    default:
      return 'stand';
  }
}

function countOfPlural(word: string, kind: SubjectKind): number {
  if (kind === 'lantern' || word === '鱼群') return 7;
  if (/^(?:people|children|men|women|wolves|crowd|人们|人群|行人)$/iu.test(word)) return 4;
  if (/^(?:couple|lovers|情侣)$/iu.test(word)) return 2;
  return /[^su]s$/iu.test(word) ? 4 : 1;
}

/** Black, white and grey say little about the colour of a whole scene. */
function isColourful(colour: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return Math.max(...channels) - Math.min(...channels) > 40;
}
