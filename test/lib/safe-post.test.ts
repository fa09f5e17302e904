import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { postSafely, type PostLimits } from '../../src/lib/safe-post.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { answerWith, openWebhookReceiver } from '../support/webhook-receiver.js';

function post(url: string, limits: Partial<PostLimits> = {}) {
  const { signal } = new AbortController();
  const patient = { allowPrivate: true, totalTimeoutMs: 60_000, idleTimeoutMs: 60_000, signal };
  return postSafely(url, '{}', { 'content-type': 'application/json' }, { ...patient, ...limits });
}

test.each([
  ['a private address', 'https://10.1.2.3/hook', 'The URL leads to a private or reserved address.'],
  ['http', 'http://hooks.example.com/', 'Only https:// URLs are allowed.'],
])('%s is not called', async (_what, url, reason) => {
  expect(await post(url, { allowPrivate: false })).toEqual({ kind: 'unanswered', reason });
});

test('a name that has come to lead to a private address is not called', async () => {
  const resolveName: PostLimits['resolveName'] = (_name, _options, callback) => {
    callback(null, [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  };
  expect(await post('https://hooks.example.com/', { allowPrivate: false, resolveName })).toEqual({
    kind: 'unanswered',
    reason: "The URL's name has no address on the public internet.",
  });
});

test('what a receiver asks for is read as seconds or as a date, and nothing else', async () => {
  await using receiver = await openWebhookReceiver();
  const ask = async (value: string) => {
    receiver.answers = [answerWith(503, { 'retry-after': value })];
    const outcome = await post(receiver.url);
    return outcome.kind === 'answered' ? outcome.retryAfterMs : outcome;
  };
  expect(await ask('120')).toBe(120_000);
  expect(await ask(new Date(Date.now() + 3_600_000).toUTCString())).toBeGreaterThan(3_500_000);
  expect(await ask('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  expect(await ask('soon')).toBeNull();
  expect(await ask('-5')).toBeNull();
});

test.skipIf(!hasOpenSsl())('a server whose certificate nobody vouches for is told nothing', async () => {
  await using directory = await createTemporaryDirectory();
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(directory.path, name));
  if (key === undefined || cert === undefined) throw new Error('There are two files.');
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
    ...subject,
  ]);
  expect(made.status).toBe(0);
  let requests = 0;
  const server = createServer({ key: await readFile(key), cert: await readFile(cert) }, (_request, response) => {
    requests += 1;
    response.writeHead(204).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const outcome = await post(`https://127.0.0.1:${port}/hook`);
  expect(outcome).toEqual({ kind: 'unanswered', reason: "The server's certificate is not valid for this address." });
  expect(requests).toBe(0);
  server.close();
});

function hasOpenSsl(): boolean {
  if (spawnSync('openssl', ['version']).status === 0) return true;
  process.stderr.write('SKIPPED: there is no openssl, so nothing is proven about certificates.\n');
  return false;
}
