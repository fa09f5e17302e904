import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../src/database/open-database.js';
import { openCliRoom, runCli } from './run-cli.js';

const RENDER_FLAGS = [
  '--output',
  '--force',
  '--format',
  '--output-quality',
  '--results',
  '--json',
  '--quiet',
  '--data-dir',
  '--negative-prompt',
  '--shot',
  '--shots',
  '--shot-type',
  '--seed',
  '--prompt-extend',
  '--duration',
  '--quality',
  '--ratio',
  '--width',
  '--height',
  '--first-frame',
  '--last-frame',
  '--continue-from',
  '--reference-image',
  '--reference-video',
  '--edit-video',
  '--audio',
  '--no-audio',
  '--provider',
  '--safety',
  '--model',
  '--ttl',
  '--idempotency-key',
  '--task-uuid',
  '--help',
];

test('help lists every flag, with ranges and defaults', async () => {
  await using room = await openCliRoom();
  const { exitCode, stdout } = await runCli(room, ['render', '--help']);
  expect(exitCode).toBe(0);
  const listed = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map((match) => match[1]);
  expect(new Set(listed)).toEqual(new Set(RENDER_FLAGS));
  expect(stdout).toMatch(/--duration <seconds> +whole seconds, 2-15 \(default: 5\)/);
  expect(stdout).toMatch(/--output-quality <number> +compression quality, 20-99 \(default: 95\)/);
});

test('the version is the package’s own', async () => {
  await using room = await openCliRoom();
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await runCli(room, ['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([
  [['render', 'x', '--durration', '3'], 'Did you mean --duration?'],
  [['render', 'x', '--quality', '4k'], 'Allowed choices are 720p, 1080p.'],
  [['render', 'x', '--seed', 'seven'], 'It must be a number.'],
  [['render', 'x', '--shot', 'a street'], 'for example "0-3: rainy street at night"'],
  [['render', 'x', '--shots', 'nowhere.json'], '--shots: There is no file nowhere.json that can be read.'],
  [['render'], 'prompt is required in TEXT_TO_VIDEO.'],
  [['rendre', 'x'], "unknown command 'rendre'"],
  [['serve', '--port', 'abc'], 'PORT must be a whole number from 0 to 65535'],
  [['migrate', '--database-url', 'nonsense'], 'DATABASE_URL must be a URL'],
])('wrong usage is told in a sentence: %j', async (words, sentence) => {
  await using room = await openCliRoom();
  const { exitCode, stdout, stderr } = await runCli(room, words);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/^ +at /m);
});

test('migrations are deployed once, and not under a running process', async () => {
  await using room = await openCliRoom();
  const words = ['migrate', '--data-dir', 'data'];
  expect(await runCli(room, words)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/Applied:\n {2}\d{14}_\w+\n/),
  });
  expect(await runCli(room, words)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/is up to date\.\n$/),
    stderr: '',
  });
  const dataDir = join(room.directory, 'data');
  await using _open = await openDatabase({ kind: 'pglite', dataDir });
  const run = await runCli(room, words, { variables: { TMPDIR: tmpdir() } });
  expect(run).toMatchObject({ exitCode: 1, stdout: '' });
  expect(run.stderr).toBe(
    `error: ${dataDir} is in use by another Reelay process. Stop it, or set DATA_DIR to another folder.\n`,
  );
});

test('the server tells where it is and ends by a signal, with nothing left open', async () => {
  await using room = await openCliRoom();
  const run = await runCli(room, ['serve', '--port', '0', '--data-dir', 'data'], { interruptAt: /graphql\n/ });
  expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Reelay is ready\.\n/) });
  expect(await readdir(room.temporary)).toEqual([]);
});

test('a database that does not answer is told in a sentence', async () => {
  await using room = await openCliRoom();
  const run = await runCli(room, ['migrate'], { variables: { DATABASE_URL: 'postgresql://127.0.0.1:1/reelay' } });
  expect(run).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'error: The database cannot be used: Database not reachable: 127.0.0.1:1\n',
  });
});

test('so is one that takes the connection and stays silent', async () => {
  await using room = await openCliRoom();
  await using silent = await listenSilently();
  const run = await runCli(room, ['migrate'], { variables: { DATABASE_URL: `${silent.url}/reelay` } });
  const stderr = 'error: The database cannot be used: Connection terminated due to connection timeout.\n';
  expect(run).toEqual({ exitCode: 1, stdout: '', stderr });
});

test('the schema is printed', async () => {
  await using room = await openCliRoom();
  const { exitCode, stdout } = await runCli(room, ['schema']);
  expect(exitCode).toBe(0);
  expect(buildSchema(stdout).getMutationType()?.getFields()).toHaveProperty('createVideoTask');
});

async function listenSilently(): Promise<AsyncDisposable & { url: string }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `postgresql://127.0.0.1:${port}`, [Symbol.asyncDispose]: close };
}
