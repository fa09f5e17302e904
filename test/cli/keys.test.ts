import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { openCliRoom, runCli } from './run-cli.js';

const POSTGRES = await hasPostgres();

/** What holds for all callers. */
const DEFAULTS = 'requestsPerMinute 3000\npointsPerMinute 100000\nsockets 100\n';

test('keys are made, listed and revoked in a database that nobody else has open', async () => {
  await using room = await openCliRoom();
  const keys = (...words: string[]) => runCli(room, ['keys', ...words, '--data-dir', join(room.directory, 'data')]);
  expect(await keys('list')).toMatchObject({ exitCode: 0, stdout: 'There are no keys.\n' });

  const made = await keys('create', 'studio', '--scope', 'tasks:create', '--scope', 'tasks:read', '--label', 'page');
  expect(made).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^reelay_\w{12}_\w{43}_\w{6}\n$/) });
  const [, id = ''] = made.stdout.split('_');
  const listed = await keys('list');
  expect(listed.stdout).toMatch(new RegExp(`${id} +studio +good +never +tasks:create tasks:read +page`));
  expect(listed.stdout).not.toContain(made.stdout.trim());

  for (const [flag, name] of [
    ['--tasks-per-minute', 'tasksPerMinute'],
    ['--tasks-in-flight', 'tasksInFlight'],
  ] as const) {
    const refused = await keys('limit', 'studio', flag, '1.5');
    expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(`${name}\` must be a whole number`) });
  }
  const limited = await keys('limit', 'studio', '--tasks-per-minute', '2', '--usd-per-day', '1.5');
  expect(limited.stdout).toBe(`${DEFAULTS}tasksPerMinute 2\ntasksInFlight none\nusdPerDay 1.5\nusdPerMonth none\n`);

  expect(await keys('revoke', id)).toMatchObject({ exitCode: 0, stdout: `${id} of studio is revoked.\n` });
  expect(JSON.parse((await keys('list', '--json')).stdout)).toMatchObject([{ id, revokedAt: expect.any(String) }]);
  expect(await keys('revoke', 'nobody')).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('keys list') });
});

test('keys are managed at a running server, with the operator’s key', async () => {
  await using room = await openCliRoom();
  const ADMIN_KEY = 'the-key-of-the-operator-of-these-tests';
  await using gateway = await startGateway({ providers: [createScriptedProvider()], config: { adminKey: ADMIN_KEY } });
  const keys = (...words: string[]) =>
    runCli(room, ['keys', ...words, '--server', gateway.url], { variables: { ADMIN_KEY } });

  const made = await keys('create', 'studio', '--scope', 'media:write', '--expires', '90d', '--json');
  const key = JSON.parse(made.stdout);
  expect(key).toMatchObject({ callerName: 'studio', scopes: ['media:write'], revokedAt: null });
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key.key}` },
    body: JSON.stringify({ query: '{ viewer { name scopes } }' }),
  });
  expect(await answer.json()).toMatchObject({ data: { viewer: { name: 'studio', scopes: ['MEDIA_WRITE'] } } });
  expect((await keys('list')).stdout).toMatch(new RegExp(`${key.id} +studio +until`));
  const limited = await keys('limit', 'studio', '--usd-per-day', '20', '--tasks-per-minute', '6');
  expect(limited.stdout).toBe(`${DEFAULTS}tasksPerMinute 6\ntasksInFlight none\nusdPerDay 20\nusdPerMonth none\n`);
  expect((await keys('revoke', key.id)).exitCode).toBe(0);

  const without = await runCli(room, ['keys', 'list', '--server', gateway.url]);
  expect(without).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('set ADMIN_KEY') });
  const nowhere = await runCli(room, ['keys', 'list', '--server', 'http://127.0.0.1:1']);
  expect(nowhere).toMatchObject({ exitCode: 1, stderr: 'error: Nothing answers at http://127.0.0.1:1.\n' });
});

test('wrong usage of keys is told in a sentence', async () => {
  await using room = await openCliRoom();
  const cases: [string[], string][] = [
    [['create', 'x'], '--scope'],
    [['create', 'x', '--scope', 'everything'], 'tasks:create'],
    [['create', 'x', '--scope', 'admin', '--expires', 'soon'], '90d'],
    [['list', '--server', 'http://127.0.0.1:1', '--data-dir', 'x'], 'cannot be used with'],
  ];
  for (const [words, told] of cases) {
    expect(await runCli(room, ['keys', ...words])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining(told),
    });
  }
});

test.skipIf(!POSTGRES)('a key does not decide which secret the nodes of a new server database will need', async () => {
  await using room = await openCliRoom();
  await using created = await createPostgres();
  const create = ['keys', 'create', 'studio', '--scope', 'admin', '--database-url', created.url];
  const refused = await runCli(room, create);
  expect(refused).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('Set SECRET') });
  const SECRET = 'the secret of all nodes of this database';
  expect((await runCli(room, create, { variables: { SECRET } })).stdout).toMatch(/^reelay_/);
  const other = await runCli(room, create, { variables: { SECRET: `${SECRET}, another` } });
  expect(other).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('--accept-secret') });
});
