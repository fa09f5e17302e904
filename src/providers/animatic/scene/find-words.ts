/** Rows of a value and its words, divided by `|`. A null value only keeps its words from being read otherwise. */
export type WordTable<Value> = readonly (readonly [value: Value | null, words: string])[];

/** A word found in a text: where it stands and what it means. */
export type FoundWord<Value> = { value: Value; row: number; start: number; end: number };

type Pattern<Value> = { value: Value | null; row: number; word: string };

const CHINESE = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}]/u;
const NEGATION = /(?:\bno|\bnot|\bwithout|\bnever|n't|没有|没|无|不要|不)\s*(?:any\s+|a\s+|the\s+)?$/u;

/**
 * All words of a table in a text, in the order of the text. Longer words win over the shorter ones inside them; a
 * word directly after a negation ("no rain", "没有雪") is left out.
 */
export function findWords<Value>(text: string, table: WordTable<Value>): FoundWord<Value>[] {
  const lower = text.toLowerCase();
  const taken = new Uint8Array(lower.length);
  const found: FoundWord<Value>[] = [];
  for (const { value, row, word } of patternsOf(table)) {
    for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (taken[start] === 1 || taken[end - 1] === 1 || !standsAlone(lower, word, start, end)) continue;
      taken.fill(1, start, end);
      if (value !== null && !NEGATION.test(lower.slice(Math.max(0, start - 20), start))) {
        found.push({ value, row, start, end });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The value of the table's earliest row that occurs in the text, or null. */
export function findFirst<Value>(text: string, table: WordTable<Value>): Value | null {
  const [best] = findWords(text, table).sort((a, b) => a.row - b.row);
  return best === undefined ? null : best.value;
}

function patternsOf<Value>(table: WordTable<Value>): Pattern<Value>[] {
  const patterns = table.flatMap(([value, words], row) => words.split('|').map((word) => ({ value, row, word })));
  return patterns.sort((a, b) => b.word.length - a.word.length);
}

/** Chinese is written without gaps; other words must not be part of a longer one. */
function standsAlone(text: string, word: string, start: number, end: number): boolean {
  if (CHINESE.test(word)) return true;
  return !LETTER.test(latin(text[start - 1])) && !LETTER.test(latin(text[end]));
}

function latin(character: string | undefined): string {
  return character === undefined || CHINESE.test(character) ? ' ' : character;
}
