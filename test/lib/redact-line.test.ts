import { expect, test } from 'vitest';
import { createRedaction } from '../../src/lib/redact-line.js';
import { mintKey, writeKey } from '../../src/callers/key-text.js';

const redact = createRedaction(['the "named" secret', 'short', 'passé/word+1']);

test.each([
  [
    'a named secret, as JSON writes it',
    JSON.stringify({ msg: 'so the "named" secret it is' }),
    '{"msg":"so [redacted] it is"}',
  ],
  ['a named secret, as an address writes it', `postgres error pass%C3%A9%2Fword%2B1`, 'postgres error [redacted]'],
  ['a password in an address', '"redis://default:pass@host:6379/1"', '"redis://[redacted]@host:6379/1"'],
  [
    'a signed link',
    '"GET https://host/a/b.mp4?expires=1&signature=abc failed"',
    '"GET https://host/a/b.mp4?[redacted] failed"',
  ],
  ['a header', '{"authorization":"Bearer abc.def"}', '{"authorization":"Bearer [redacted]"}'],
  ['a secret of webhooks', '"whsec_MfKQ9r8/+="', '"whsec_[redacted]"'],
  [
    'a text that is none',
    '{"msg":"short of it: https://host/a and a@b.example"}',
    '{"msg":"short of it: https://host/a and a@b.example"}',
  ],
])('%s', (_what, line, expected) => {
  expect(redact(line)).toBe(expected);
  expect(() => void JSON.parse(redact(JSON.stringify({ line })))).not.toThrow();
});

test('a key of a caller keeps no more than its id', () => {
  const parts = mintKey();
  const line = redact(JSON.stringify({ reason: `The key ${writeKey(parts)} is wrong.` }));
  expect(line).toContain(parts.id);
  expect(line).not.toContain(parts.secret);
});
