import type { UserError, Warning } from '../tasks/user-error.js';
import { QUALITIES, RATIOS } from './choices.js';

/** The flag for each place in the input of a task. */
const FLAGS: Readonly<Record<string, string>> = {
  prompt: 'prompt',
  shots: '--shot',
  negativePrompt: '--negative-prompt',
  quality: '--quality',
  aspectRatio: '--ratio',
  width: '--width',
  height: '--height',
  durationSeconds: '--duration',
  seed: '--seed',
  shotType: '--shot-type',
  promptExtend: '--prompt-extend',
  generateAudio: '--no-audio',
  numberResults: '--results',
  provider: '--provider',
  model: '--model',
  idempotencyKey: '--idempotency-key',
  taskUUID: '--task-uuid',
  safety: '--safety',
  'output.format': '--format',
  'output.quality': '--output-quality',
  'output.ttlSeconds': '--ttl',
  'inputs.firstFrame': '--first-frame',
  'inputs.lastFrame': '--last-frame',
  'inputs.continueFrom': '--continue-from',
  'inputs.referenceImages': '--reference-image',
  'inputs.referenceVideos': '--reference-video',
  'inputs.editVideo': '--edit-video',
  'inputs.audio': '--audio',
};

/** Words of the core that stand for nothing else in a sentence, and what the command line calls them. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(FLAGS).flatMap(([place, flag]) => wordsOf(place).map((word): [string, string] => [word, flag])),
  ...Object.entries({ ...QUALITIES, ...RATIOS }).map(([name, value]): [string, string] => [value, name]),
]);
const WORD_PATTERN = new RegExp(`\\b(${[...WORDS.keys()].map((word) => word.replace('.', '\\.')).join('|')})\\b`, 'g');

/** The flag that a user error is about, with its number when it may be given several times. */
function flagOf({ path }: Pick<UserError, 'path'>): string | null {
  const names = path.slice(1).filter((part) => !/^\d+$/.test(part));
  const flag = FLAGS[names.slice(0, 2).join('.')] ?? FLAGS[names[0] ?? ''] ?? null;
  const position = path.find((part) => /^\d+$/.test(part));
  return flag === null || position === undefined ? flag : `${flag} (number ${Number(position) + 1})`;
}

/** A user error or a warning as a sentence that names the flag. */
export function describeUserError(error: UserError | Warning): string {
  const flag = flagOf(error);
  const field = error.path.at(-1) ?? '';
  const message = error.message.replaceAll(WORD_PATTERN, (word) => WORDS.get(word) ?? word);
  if (flag === null || message.includes(flag)) return message;
  return message.startsWith(`${field} `) ? `${flag}${message.slice(field.length)}` : `${flag}: ${message}`;
}

/** How sentences may name a place: in full, and by its last part when that cannot mean anything else. */
function wordsOf(place: string): string[] {
  const last = place.split('.').at(-1) ?? '';
  const isPlain = last !== 'width' && last !== 'height' && !/[a-z][A-Z]/.test(last);
  return [...(place.includes('.') ? [place] : []), ...(isPlain ? [] : [last])];
}
