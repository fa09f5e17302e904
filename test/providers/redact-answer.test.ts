import { expect, test } from 'vitest';
import { redactAnswer, redactText } from '../../src/providers/redact-answer.js';
import { upstreamError } from '../../src/providers/upstream-error.js';

test('what says nothing secret stays as it is', () => {
  const answer = {
    id: 'task-1',
    progress: 50,
    results: ['https://files.example/video.mp4'],
    error: null,
    task_info: { can_cancel: true, estimated_time: 120.5 },
  };
  expect(redactAnswer(answer)).toEqual(answer);
});

test.each([
  'api_key',
  'apiKey',
  'X-Api-Key',
  'access_token',
  'SECRET',
  'signature',
  'OSSAccessKeyId',
  'Authorization',
  'credentials',
  'password',
  'policy',
])('the value of %s is taken out, whatever it is', (name) => {
  for (const value of ['hush', 7, { deep: 'hush' }, ['hush']]) {
    expect(redactAnswer({ data: { [name]: value, other: 1 } })).toEqual({ data: { [name]: '[redacted]', other: 1 } });
  }
});

test('links lose their query, and only that', () => {
  const signed = 'https://bucket.example/a/video.mp4?Expires=1&Signature=abc%2B';
  expect(redactAnswer([signed])).toEqual(['https://bucket.example/a/video.mp4?[redacted]']);
  expect(redactAnswer(`fetch ${signed} and "${signed}" failed?`)).toBe(
    'fetch https://bucket.example/a/video.mp4?[redacted] and "https://bucket.example/a/video.mp4?[redacted]" failed?',
  );
});

test('keys inside of sentences are taken out', () => {
  expect(redactAnswer('Incorrect API key provided: sk-abcDEF123456.')).toBe('Incorrect API key provided: [redacted].');
  expect(redactAnswer('got "authorization: bearer abc.def" from you')).toBe(
    'got "authorization: Bearer [redacted] from you',
  );
  expect(redactAnswer('a risk-free sk-1 task')).toBe('a risk-free sk-1 task');
});

test('what JSON or a column cannot hold is replaced', () => {
  expect(redactAnswer([Number.NaN, Number.POSITIVE_INFINITY, undefined, () => 1])).toEqual([
    'NaN',
    'Infinity',
    null,
    null,
  ]);
  expect(redactAnswer({ 'a\0b': 'c\0d', 'e\ud800': 'f\udc00' })).toEqual({ ab: 'cd', 'e\ufffd': 'f\ufffd' });
});

test('a long text is cut, and never through the middle of a character', () => {
  expect(redactText('x'.repeat(5000))).toBe(`${'x'.repeat(4000)}…`);
  expect(redactText('x'.repeat(4000))).toHaveLength(4000);
  expect(redactText(`${'x'.repeat(3999)}😀`)).toBe(`${'x'.repeat(3999)}\ufffd…`);
  expect(redactText('one two three', 7)).toBe('one two…');
});

test('a huge text of links takes no time', () => {
  const before = performance.now();
  redactAnswer('http://'.repeat(1_000_000));
  expect(performance.now() - before).toBeLessThan(1000);
});

test('lists, objects and depth are bounded', () => {
  expect(redactAnswer(Array.from({ length: 80 }, (_, index) => index))).toHaveLength(50);
  const wide = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`field${index}`, index]));
  expect(Object.keys(redactAnswer(wide) ?? {})).toHaveLength(50);
  let deep: unknown = 'end';
  for (let level = 0; level < 10_000; level += 1) deep = [deep];
  expect(JSON.stringify(redactAnswer(deep))).toBe('[[[[[[[["…"]]]]]]]]');
});

test('an error of an upstream can be stored and holds no secret', () => {
  const message = `key sk-abcDEF123456 at https://a.example/?token=1 \0${'y'.repeat(2000)}`;
  const error = upstreamError('EVOLINK', { code: 'PROVIDER_AUTH', message, providerCode: 'a\0b', billed: false });
  expect(error.message.startsWith('key [redacted] at https://a.example/?[redacted] yyy')).toBe(true);
  expect(error.message.length).toBeLessThan(1010);
  expect(error).toMatchObject({ providerCode: 'ab', retryable: false, billed: false, provider: 'EVOLINK' });
});

test('an error without a reason says so', () => {
  for (const message of [null, '', ' \n']) {
    const error = upstreamError('EVOLINK', { code: 'PROVIDER_FAILED', message, providerCode: null, billed: null });
    expect(error.message).toBe('EVOLINK failed without giving a reason.');
  }
});
