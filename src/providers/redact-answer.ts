import type { Json } from '../lib/json.js';
import { toStorable } from '../lib/storable-text.js';

const SECRET_NAME = /key|token|secret|signature|authorization|credential|password|policy/i;
const MAX_TEXT_CHARACTERS = 4000;
const MAX_ITEMS = 50;
const MAX_DEPTH = 8;

/**
 * An upstream's answer as it may be stored for support: without credentials (by name), without what signed links carry in
 * their query, and cut to a size that a row can hold.
 */
export function redactAnswer(answer: unknown, depth = 0): Json {
  if (typeof answer === 'string') return redactText(answer);
  if (typeof answer === 'number') return Number.isFinite(answer) ? answer : String(answer);
  if (typeof answer === 'boolean') return answer;
  if (typeof answer !== 'object' || answer === null) return null;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(answer)) return answer.slice(0, MAX_ITEMS).map((item) => redactAnswer(item, depth + 1));
  return Object.fromEntries(
    Object.entries(answer)
      .slice(0, MAX_ITEMS)
      .map(([name, value]) => [
        redactText(name),
        SECRET_NAME.test(name) ? '[redacted]' : redactAnswer(value, depth + 1),
      ]),
  );
}

/** One text of an answer, such as its error message, in the same way; cut at about `maxCharacters`. */
export function redactText(text: string, maxCharacters = MAX_TEXT_CHARACTERS): string {
  // Cut first: the expressions below are slow on a text of megabytes.
  const cut = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
  const redacted = cut
    .replaceAll(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, '$1?[redacted]')
    .replaceAll(/\bBearer\s+\S+/gi, 'Bearer [redacted]')
    .replaceAll(/\bsk-[\w-]{6,}/g, '[redacted]');
  // The cut can make a half of a surrogate pair.
  return toStorable(redacted);
}
