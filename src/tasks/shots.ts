import { checkShots, type ShotProblem } from './check-shots.js';
import { findShotMarks, roundSeconds } from './shot-marks.js';
import { readStatedShotType } from './shot-type.js';
import type { Shot, ShotType } from './task.js';

/** What a prompt says about its shots. */
type ShotReading = { shots: Shot[]; shotType: ShotType | null; problems: ShotProblem[] };

/** The language of the marks that name the shots. */
type ShotLanguage = 'en' | 'zh';

/**
 * Reads the shot list and the shot type out of a prompt, in English or Chinese. A shot's description runs to the next
 * shot, to an empty line, or to a line that states the shot type.
 *
 * The shot type is what the prompt states; otherwise a list of two shots or more means MULTI; otherwise null: the model
 * decides. `problems` are mistakes in the times; `checkShots` compares them with the duration as well.
 */
export function readShots(prompt: string): ShotReading {
  const marks = findShotMarks(prompt);
  const shots = marks.map(({ end, startSeconds, endSeconds }, position): Shot => {
    const nextIndex = marks[position + 1]?.index ?? prompt.length;
    return { startSeconds, endSeconds, description: tidyDescription(firstParagraph(prompt.slice(end, nextIndex))) };
  });
  const shotType = readStatedShotType(prompt) ?? (shots.length > 1 ? 'MULTI' : null);
  return { shots, shotType, problems: checkShots(shots, null) };
}

/** Writes a shot list as the text that `readShots` reads back, one line for each shot. */
export function compileShots(shots: readonly Shot[], language: ShotLanguage = 'en'): string {
  return shots
    .map((shot, position) => {
      const [label, unit] = language === 'zh' ? ['镜头', '秒'] : ['Shot ', 's'];
      const times = `${roundSeconds(shot.startSeconds)}-${roundSeconds(shot.endSeconds)}${unit}`;
      return `${label}${position + 1} [${times}] ${tidyDescription(shot.description)}`.trimEnd();
    })
    .join('\n');
}

/** A shot as it is after a round trip through text: times to the millisecond, the description on one line. */
export function tidyShot(shot: Shot): Shot {
  return {
    startSeconds: roundSeconds(shot.startSeconds),
    endSeconds: roundSeconds(shot.endSeconds),
    description: tidyDescription(shot.description),
  };
}

/** The language to write marks in beside this text: Chinese when most of its letters are. */
export function shotLanguageOf(text: string): ShotLanguage {
  const chineseCharacters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return chineseCharacters > words ? 'zh' : 'en';
}

function firstParagraph(text: string): string {
  const lines = text.trimStart().split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, position) => position > 0 && endsShot(line));
  return lines.slice(0, end === -1 ? lines.length : end).join(' ');
}

function endsShot(line: string): boolean {
  return line.trim() === '' || readStatedShotType(line) !== null;
}

const LEADING_SEPARATORS: ReadonlySet<string> = new Set(' :：,，、;；|*-–—');
const TRAILING_SEPARATORS: ReadonlySet<string> = new Set(' ,，、;；|*-–—/');

/** On one line, without the separators that stand between a mark, its description and the next mark. */
function tidyDescription(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  let start = 0;
  let end = line.length;
  while (start < end && LEADING_SEPARATORS.has(line.charAt(start))) start += 1;
  while (end > start && TRAILING_SEPARATORS.has(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}
