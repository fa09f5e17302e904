import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { WEBHOOK_MESSAGE_1 } from '../../src/graphql/webhook-message.js';

const ROOT = join(import.meta.dirname, '..', '..');

test('the fields of messages fit the schema', async () => {
  const schema = buildSchema(await readFile(join(ROOT, 'schema.graphql'), 'utf8'));
  expect(validate(schema, WEBHOOK_MESSAGE_1)).toEqual([]);
});

test('version 1 of the messages stays as it is: whatever changes it, changes what receivers were written for', () => {
  const hash = createHash('sha256').update(print(WEBHOOK_MESSAGE_1)).digest('hex');
  expect(hash).toBe('1447566354f79f40fe7cfec8eb99cdd3f16f21f2481f67ab942fa3863bcbd39e');
});
