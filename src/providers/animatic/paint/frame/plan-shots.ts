import { createRandom } from '../../scene/random.js';
import { readShotScene } from '../../scene/read-scene.js';
import type { Framing, Scene } from '../../scene/scene.js';
import type { Brief } from '../../brief.js';
import type { CaptionText } from './caption.js';

export type Transition = 'cut' | 'dissolve' | 'wipe';

export type PlannedShot = {
  startSeconds: number;
  endSeconds: number;
  scene: Scene;
  caption: CaptionText;
  /** How the shot comes in; the first one just starts. */
  transition: Transition;
};

type Piece = { startSeconds: number; endSeconds: number; description: string; framing: Framing | null };

const CHINESE = /\p{Script=Han}/u;
const SHOT_HEADING = /(?:shot|镜头)\s*\d+\s*[[(（【]?[^\])）】]*[\])）】]?\s*[:：]?/giu;
const SHORTEST_SHOT_SECONDS = 1.2;
const COVERAGE: readonly Framing[] = ['wide', 'medium', 'close', 'wide'];

/** Divides the video into shots that follow each other without gaps, and reads the scene of each. */
export function planShots(brief: Brief): PlannedShot[] {
  const avoid = brief.negativePrompt ?? '';
  const prompt = [brief.prompt, ...brief.shots.map((shot) => shot.description)].join('\n');
  const random = createRandom(brief.seed, 'transitions');
  const pieces = piecesOf(brief);
  return pieces.map((piece, index) => {
    const scene =
      pieces.length === 1
        ? readShotScene(prompt, prompt, brief.seed, 0, avoid)
        : readShotScene(piece.description, prompt, brief.seed, index, avoid);
    return {
      startSeconds: piece.startSeconds,
      endSeconds: piece.endSeconds,
      scene:
        piece.framing === null
          ? scene
          : { ...scene, framing: piece.framing, move: piece.framing === 'close' ? 'zoomIn' : scene.move },
      caption: {
        title: pieces.length === 1 ? '' : titleOf(piece.description, index + 1),
        description: describe(piece.description),
      },
      transition: random.pick('cut', 'dissolve', 'wipe', 'cut'),
    };
  });
}

function piecesOf(brief: Brief): Piece[] {
  const whole: Piece = { startSeconds: 0, endSeconds: brief.durationSeconds, description: brief.prompt, framing: null };
  if (brief.shotType === 'SINGLE') return [whole];
  if (brief.shots.length > 0) return fromShotList(brief);
  if (brief.shotType !== 'MULTI') return [whole];
  return fromSentences(brief);
}

/** Every shot lasts until the next one begins; the first begins at once and the last runs to the end. */
function fromShotList(brief: Brief): Piece[] {
  const shots = [...brief.shots]
    .filter((shot) => shot.startSeconds < brief.durationSeconds)
    .sort((a, b) => a.startSeconds - b.startSeconds);
  if (shots.length === 0)
    return [{ startSeconds: 0, endSeconds: brief.durationSeconds, description: brief.prompt, framing: null }];
  return shots.map((shot, index) => ({
    startSeconds: index === 0 ? 0 : shot.startSeconds,
    endSeconds: shots[index + 1]?.startSeconds ?? brief.durationSeconds,
    description: shot.description,
    framing: null,
  }));
}

/** Without a list, one shot for each sentence; of a single sentence, one for each usual framing. */
function fromSentences(brief: Brief): Piece[] {
  const room = Math.max(1, Math.floor(brief.durationSeconds / SHORTEST_SHOT_SECONDS));
  const sentences = brief.prompt
    .split(/(?<=[.!?])\s+|[。！？；;\n]+/u)
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) =>
        sentence !== '' &&
        !/^(?:generate|make|create)?\s*a?\s*multi-?\s?shot/iu.test(sentence) &&
        !/^生成?多镜头/u.test(sentence),
    )
    .slice(0, room);
  const count =
    sentences.length > 1
      ? sentences.length
      : Math.min(room, Math.max(2, Math.min(4, Math.round(brief.durationSeconds / 2.5))));
  const each = brief.durationSeconds / count;
  return Array.from({ length: count }, (_, index) => ({
    startSeconds: index * each,
    endSeconds: (index + 1) * each,
    description: sentences.length > 1 ? (sentences[index] ?? brief.prompt) : brief.prompt,
    framing: sentences.length > 1 ? null : (COVERAGE[index] ?? 'wide'),
  }));
}

function titleOf(description: string, number: number): string {
  return CHINESE.test(description) ? `镜头 ${number}` : `SHOT ${number}`;
}

/** "wide angle: rainy street" reads better as "wide angle · rainy street". */
function describe(text: string): string {
  return text
    .replace(SHOT_HEADING, ' ')
    .replace(/\s*[:：]\s*/gu, ' · ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s·]+|[\s·.。]+$/gu, '');
}
