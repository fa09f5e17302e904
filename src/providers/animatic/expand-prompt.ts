import type { VideoMode } from '../../tasks/task.js';
import { CHINESE_PHRASES, ENGLISH_PHRASES, type Phrases } from './prompt-phrases.js';
import { readScene } from './scene/read-scene.js';
import { readWords } from './scene/read-words.js';

const MAX_CHARACTERS = 5000;

/** A prompt to be made richer; `hasShots` when several shots each have a camera of their own. */
export type PlainPrompt = { prompt: string; mode: VideoMode; seed: number; hasShots: boolean };

type Topic = 'setting' | 'camera' | 'mood' | 'texture' | 'rest';

/** What may be added: a given first picture already shows the setting, and an edit changes only what it names. */
const TOPICS: Readonly<Record<VideoMode, readonly Topic[]>> = {
  TEXT_TO_VIDEO: ['setting', 'camera', 'mood', 'texture'],
  REFERENCE_TO_VIDEO: ['setting', 'camera', 'mood', 'texture'],
  IMAGE_TO_VIDEO: ['camera', 'mood', 'texture'],
  FIRST_LAST_FRAME: ['camera', 'mood', 'texture'],
  VIDEO_CONTINUATION: ['camera', 'mood', 'texture'],
  VIDEO_EDIT: ['rest'],
};

/**
 * Says in words what a prompt leaves open: setting, light, lens, camera, mood and texture, as the seed would have
 * chosen them anyway, so that the longer prompt describes the same scene. The words of the prompt come first, without
 * their last full stop, and unchanged; additions go on with its last sentence, since a new one would read as a new
 * shot. They are in the language of the prompt and stop where the result would exceed 5000 code points.
 */
export function expandPrompt(plain: PlainPrompt): string {
  const phrases = isChinese(plain.prompt) ? CHINESE_PHRASES : ENGLISH_PHRASES;
  const open = openPhrases(plain, phrases);
  const additions = TOPICS[plain.mode].flatMap((topic) => open[topic]);
  const expanded = additions.reduce((text, addition) => {
    const longer = text === '' ? addition : `${text}${phrases.comma}${addition}`;
    return Array.from(longer).length <= MAX_CHARACTERS ? longer : text;
  }, withoutFullStop(plain.prompt));
  return Array.from(expanded).length > Array.from(plain.prompt).length ? expanded : plain.prompt;
}

function openPhrases({ prompt, seed, hasShots }: PlainPrompt, phrases: Phrases): Record<Topic, string[]> {
  const said = readWords(prompt);
  const scene = readScene(prompt, seed);
  const setting = [
    said.place === null && !hasShots ? phrases.place[scene.place] : null,
    said.timeOfDay === null ? phrases.timeOfDay[scene.timeOfDay] : null,
    said.weather === null && scene.place !== 'space' ? phrases.weather[scene.weather] : null,
  ];
  const camera = [
    said.framing === null ? phrases.framing[scene.framing] : null,
    said.move === null ? phrases.move[scene.move] : null,
  ];
  return {
    setting: setting.filter((phrase) => phrase !== null),
    camera: hasShots ? [] : camera.filter((phrase) => phrase !== null),
    mood: said.mood === null ? [phrases.mood[scene.mood]] : [],
    texture: [scene.subjects.length > 0 ? phrases.subject : phrases.noSubject, phrases.texture],
    rest: [phrases.rest],
  };
}

/** A Chinese character says as much as a few letters: a Chinese prompt may name a brand or a lens in Latin ones. */
function isChinese(text: string): boolean {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return chinese > 0 && chinese * 3 >= latin;
}

function withoutFullStop(text: string): string {
  return text.trimEnd().replace(/[\s.!?。！？…;；]+$/u, '');
}
