import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the database keeps of a key's secret. A secret of 256 random bits needs no slow hash; without `pepper`, which the
 * database does not have, the hash is worth nothing.
 */
export function hashSecret(pepper: Buffer, secret: string): Buffer {
  return createHmac('sha256', pepper).update(secret).digest();
}

/** Whether a presented text is the secret behind a hash, in constant time. */
export function isSecret(pepper: Buffer, presented: string, hash: Uint8Array): boolean {
  const given = hashSecret(pepper, presented);
  return given.length === hash.length && timingSafeEqual(given, hash);
}
