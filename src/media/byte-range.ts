import type { ByteRange } from './file-store.js';

/** What a `Range` header asks for: the whole file, one part of it, or nothing that the file has. */
export type RequestedPart = { kind: 'whole' } | { kind: 'part'; range: ByteRange } | { kind: 'beyond' };

/**
 * Reads a `Range` header for a file of that many bytes. What is no range of bytes, and several ranges at once, count
 * as none, as RFC 9110 (14.2) allows.
 */
export function readRange(header: string | undefined, bytes: number): RequestedPart {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return { kind: 'whole' };
  const range =
    first === ''
      ? { first: Math.max(0, bytes - Number(last)), last: bytes - 1 }
      : { first: Number(first), last: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
  if (last !== '' && first !== '' && Number(last) < Number(first)) return { kind: 'whole' };
  return range.first <= range.last ? { kind: 'part', range } : { kind: 'beyond' };
}
