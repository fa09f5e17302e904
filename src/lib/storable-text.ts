import { z } from 'zod';

/** A text without what PostgreSQL does not take: NUL and, in JSON, half a surrogate pair. */
export function toStorable(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

/** A text of an answer that may be stored: a result whose write is refused would never be done. */
export const storableText = z.string().transform(toStorable);
