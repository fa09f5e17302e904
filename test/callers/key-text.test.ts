import { expect, test } from 'vitest';
import { hashSecret, isSecret } from '../../src/callers/hash-secret.js';
import { mintKey, readKey, writeKey } from '../../src/callers/key-text.js';

test('a key is read back as it was written, and no two are alike', () => {
  const keys = Array.from({ length: 200 }, mintKey);
  for (const key of keys) expect(readKey(writeKey(key))).toEqual(key);
  expect(new Set(keys.map(({ id }) => id)).size).toBe(200);
  expect(writeKey({ id: 'a'.repeat(12), secret: 'b'.repeat(43) })).toMatch(/^reelay_a{12}_b{43}_\w{6}$/);
});

test('a key with one wrong character is no key', () => {
  const text = writeKey(mintKey());
  for (let place = 0; place < text.length; place += 1) {
    const wrong = text[place] === 'x' ? 'y' : 'x';
    expect(readKey(`${text.slice(0, place)}${wrong}${text.slice(place + 1)}`)).toBeNull();
  }
  expect([readKey(''), readKey(`${text} `), readKey(text.slice(1))]).toEqual([null, null, null]);
});

test('a hash is worth nothing without its pepper', () => {
  const { secret } = mintKey();
  const [pepper, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const hash = hashSecret(pepper, secret);
  expect(isSecret(pepper, secret, hash)).toBe(true);
  expect(isSecret(other, secret, hash)).toBe(false);
  expect(isSecret(pepper, mintKey().secret, hash)).toBe(false);
  expect(hash.toString('latin1')).not.toContain(secret);
});
