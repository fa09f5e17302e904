import { expect, test } from 'vitest';
import { renderFlagsSchema, toTaskInput } from '../../src/cli/render-flags.js';

test('a safety check is asked for by its flag, and by nothing else', () => {
  expect(toTaskInput('a kitten', renderFlagsSchema.parse({ safety: 'full' }), []).safety).toBe('FULL');
  expect(toTaskInput('a kitten', renderFlagsSchema.parse({}), []).safety).toBeUndefined();
});
