import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptSecret, matchSecret, SecretMismatchError } from '../../src/database/match-secret.js';
import { readSecrets } from '../../src/config/secrets.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { createDataDirectory } from '../support/data-directory.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openEmbedded();
});
afterAll(() => database[Symbol.asyncDispose]());

test('the first secret of a database stays its secret, until another one is accepted', async () => {
  const { prisma } = database;
  await matchSecret(prisma, 'first');
  await matchSecret(prisma, 'first');
  await expect(matchSecret(prisma, 'second')).rejects.toThrow(SecretMismatchError);
  await expect(matchSecret(prisma, 'second')).rejects.toThrow('--accept-secret');

  await acceptSecret(prisma, 'second');
  await matchSecret(prisma, 'second');
  await expect(matchSecret(prisma, 'first')).rejects.toThrow(SecretMismatchError);
});

test('nodes with the same SECRET have the same keys; a folder without one makes its own', async () => {
  await using one = await createDataDirectory();
  await using other = await createDataDirectory();
  const given = 'a secret of more than thirty-two characters';
  expect(await readSecrets(one.path, given)).toEqual(await readSecrets(other.path, given));

  const made = await readSecrets(one.path, null);
  expect(await readSecrets(one.path, null)).toEqual(made);
  expect((await readSecrets(other.path, null)).fingerprint).not.toBe(made.fingerprint);
  expect(made.fingerprint).not.toContain(made.signing);
  expect(made.sealing).toHaveLength(32);
});
