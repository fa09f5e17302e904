import { createHash } from 'node:crypto';
import { typeid, TypeID } from 'typeid-js';

/** What an id may name; the prefix is part of the id. */
export type IdPrefix = 'task' | 'result' | 'asset' | 'caller' | 'webhook' | 'delivery';

/** A new TypeID (a UUIDv7 in 26 characters behind its kind): unique, opaque, and in order of creation. */
export function newId(prefix: IdPrefix): string {
  return typeid(prefix).toString();
}

/** The id that a text always stands for: a step that is repeated after a crash finds what it made before. */
export function derivedId(prefix: IdPrefix, text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
}
