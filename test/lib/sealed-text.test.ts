import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSealedText, sealText } from '../../src/lib/sealed-text.js';

const KEY = randomBytes(32);
const TEXT = 'https://bucket.example.com/ä.mp4?X-Amz-Signature=secret';

test('only the same key and purpose open a sealed text, which shows nothing of it', () => {
  const sealed = sealText(KEY, TEXT, 'caller_1');
  expect(openSealedText(KEY, sealed, 'caller_1')).toBe(TEXT);
  expect(openSealedText(KEY, sealed, 'caller_2')).toBeNull();
  expect(openSealedText(randomBytes(32), sealed, 'caller_1')).toBeNull();
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('secret');
  expect(sealText(KEY, TEXT, 'caller_1')).not.toBe(sealed);
});

test('a sealed text that was changed or cut does not open', () => {
  const bytes = Buffer.from(sealText(KEY, TEXT, 'caller_1'), 'base64url');
  for (const place of [0, 12, 28, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(openSealedText(KEY, changed.toString('base64url'), 'caller_1')).toBeNull();
  }
  for (const length of [0, 12, 27, bytes.length - 1]) {
    expect(openSealedText(KEY, bytes.subarray(0, length).toString('base64url'), 'caller_1')).toBeNull();
  }
});
