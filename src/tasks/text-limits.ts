/** The number of Unicode code points. A lone surrogate counts as one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += unitsAt(text, index)) count += 1;
  return count;
}

/** The first `maxCharacters` code points of a text. */
export function cutCharacters(text: string, maxCharacters: number): string {
  let index = 0;
  for (let count = 0; count < maxCharacters && index < text.length; count += 1) index += unitsAt(text, index);
  return text.slice(0, index);
}

/** Whether a text holds NUL, which no database column takes, or half of a surrogate pair, which is not Unicode. */
export function isUnstorable(text: string): boolean {
  return text.includes('\0') || /\p{Surrogate}/u.test(text);
}

/** Whether a text says nothing. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

function unitsAt(text: string, index: number): 1 | 2 {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
