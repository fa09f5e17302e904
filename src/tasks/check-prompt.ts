import { checkShots } from './check-shots.js';
import { refuse, warn, type Findings } from './findings.js';
import type { VideoModel } from './models.js';
import { findShotMarks } from './shot-marks.js';
import { compileShots, readShots, shotLanguageOf, tidyShot } from './shots.js';
import type { TaskInput } from './task-input.js';
import type { Shot, ShotType, VideoMode } from './task.js';
import { countCharacters, cutCharacters, isBlank, isUnstorable } from './text-limits.js';

const UNSTORABLE = 'must be Unicode text without NUL characters and halves of surrogate pairs';

/** The prompt with the shot list in it, and what it says about shots. */
type CheckedPrompt = { prompt: string; shots: Shot[]; shotType: ShotType | null };

/**
 * Puts prompt and shot list together, cuts the prompt to the model's length and reads its shots.
 * `durationSeconds` is null when it is not known. An explicit shot type wins over what the text says, with a warning.
 */
export function checkPrompt(
  findings: Findings,
  input: TaskInput,
  model: VideoModel,
  mode: VideoMode,
  durationSeconds: number | null,
): CheckedPrompt {
  const given = checkCharacters(findings, input.prompt, 'prompt');
  const shots = (input.shots ?? []).map(tidyShot);
  const list = checkShotList(findings, input, shots, model, durationSeconds);
  const prompt = join(findings, given, list, model.promptMaxCharacters);

  if (model.modes[mode].promptRequired && isBlank(prompt) && shots.length === 0 && !isUnstorable(input.prompt ?? '')) {
    refuse(findings, 'REQUIRED', ['prompt'], `prompt is required in ${mode}. Say what the video should show.`);
  }
  const reading = readShots(prompt);
  if (shots.length === 0) {
    for (const { message } of checkShots(reading.shots, durationSeconds)) {
      refuse(findings, 'OUT_OF_RANGE', ['prompt'], message);
    }
  }
  if (input.shotType != null && reading.shotType !== null && input.shotType !== reading.shotType) {
    const ignored = shots.length > 0 ? 'shots' : 'prompt';
    const message = `shotType ${input.shotType} decides, although ${ignored} reads as ${reading.shotType}.`;
    warn(findings, 'OPTION_IGNORED', [ignored], message);
  }
  return { prompt, shots: reading.shots, shotType: input.shotType ?? reading.shotType };
}

/** The negative prompt, cut to the model's length; null when there is none. */
export function checkNegativePrompt(findings: Findings, input: TaskInput, model: VideoModel): string | null {
  const given = checkCharacters(findings, input.negativePrompt, 'negativePrompt');
  const cut = cutCharacters(given, model.negativePromptMaxCharacters);
  if (cut !== given) {
    const message = describeCut('negativePrompt', countCharacters(given), model.negativePromptMaxCharacters);
    warn(findings, 'NEGATIVE_PROMPT_TRUNCATED', ['negativePrompt'], message);
  }
  return isBlank(cut) ? null : cut;
}

function checkCharacters(
  findings: Findings,
  text: string | null | undefined,
  field: 'prompt' | 'negativePrompt',
): string {
  if (text == null || isBlank(text)) return '';
  if (!isUnstorable(text)) return text;
  refuse(findings, 'INVALID_FORMAT', [field], `${field} ${UNSTORABLE}.`);
  return '';
}

/** Checks the shots given as a list of their own; returns them as text, empty when there are none. */
function checkShotList(
  findings: Findings,
  input: TaskInput,
  shots: readonly Shot[],
  model: VideoModel,
  durationSeconds: number | null,
): string {
  if (shots.length === 0) return '';
  if (shots.length > model.maxShots) {
    refuse(findings, 'OUT_OF_RANGE', ['shots'], `At most ${model.maxShots} shots are allowed, not ${shots.length}.`);
    return '';
  }
  for (const [position, { description }] of shots.entries()) {
    checkDescription(findings, description, ['shots', String(position), 'description'], position + 1);
  }
  for (const { shotIndex, field, message } of checkShots(shots, durationSeconds)) {
    refuse(findings, 'OUT_OF_RANGE', ['shots', String(shotIndex), field], message);
  }
  const prompt = input.prompt ?? '';
  if (findShotMarks(prompt).length > 0) {
    const message = 'The prompt has a shot list of its own. Give the list either in prompt or in shots.';
    refuse(findings, 'UNSUPPORTED_COMBINATION', ['shots'], message);
  }
  const descriptions = shots.map((shot) => shot.description).join(' ');
  const list = compileShots(shots, shotLanguageOf(`${prompt} ${descriptions}`));
  const characters = countCharacters(list);
  if (characters > model.promptMaxCharacters) {
    const message =
      `The shot list has ${characters} characters as text, but the model reads ${model.promptMaxCharacters}. ` +
      'Shorten the descriptions.';
    refuse(findings, 'OUT_OF_RANGE', ['shots'], message);
  }
  return list;
}

function checkDescription(findings: Findings, text: string, field: readonly string[], number: number): void {
  if (isBlank(text)) {
    refuse(findings, 'REQUIRED', field, `Say what shot ${number} shows.`);
  } else if (isUnstorable(text)) {
    refuse(findings, 'INVALID_FORMAT', field, `The description of shot ${number} ${UNSTORABLE}.`);
  } else if (findShotMarks(text).length > 0) {
    const message = `The description of shot ${number} names a shot and its times. Make that a shot of its own.`;
    refuse(findings, 'INVALID_FORMAT', field, message);
  }
}

/** The prompt, then the shot list. What is too long is cut from the prompt, so that the list stays whole. */
function join(findings: Findings, prompt: string, list: string, maxCharacters: number): string {
  const room = list === '' ? maxCharacters : Math.max(0, maxCharacters - countCharacters(list) - 1);
  const cut = cutCharacters(prompt, room);
  if (cut !== prompt) {
    const limit = list === '' ? room : `${room} beside the shot list`;
    warn(findings, 'PROMPT_TRUNCATED', ['prompt'], describeCut('prompt', countCharacters(prompt), limit));
  }
  if (list === '') return cut;
  return isBlank(cut) ? list : `${cut}\n${list}`;
}

function describeCut(field: string, characters: number, limit: number | string): string {
  return `${field} has ${characters} characters, but the model reads ${limit}. The rest is cut.`;
}
