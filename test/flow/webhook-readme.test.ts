import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';

const ROOT = join(import.meta.dirname, '..', '..');

const SECRET = graphql(`
  query WebhookReadmeSecret {
    webhookSecret {
      secret
    }
  }
`);

const TEST = graphql(`
  mutation WebhookReadmeTest($url: URL!) {
    sendTestWebhook(input: { url: $url }) {
      delivery {
        id
      }
    }
  }
`);

const STATUS = graphql(`
  query WebhookReadmeStatus($id: ID!) {
    webhookDelivery(id: $id) {
      status
    }
  }
`);

test('the receiver in the readme understands what is sent, and nothing else', async () => {
  await using gateway = await startGateway({ providers: [createScriptedProvider()] });
  const { secret } = (await request(gateway.url, SECRET, {})).webhookSecret;
  await using receiver = await startReadmeReceiver(secret);
  const { sendTestWebhook } = await request(gateway.url, TEST, { url: receiver.url });
  const id = sendTestWebhook.delivery?.id ?? '';
  const status = async () => (await request(gateway.url, STATUS, { id })).webhookDelivery?.status;
  await expect.poll(status).toBe('DELIVERED');
  expect(receiver.output()).toContain(`${id} webhook.test`);
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) };
  const forged = await fetch(receiver.url, {
    method: 'POST',
    headers: { ...headers, 'webhook-signature': 'v1,AAAA' },
    body: '{"type":"video_task.completed","data":{}}',
  });
  expect(forged.status).toBe(400);
});

/** The code of the readme, as it stands there, on a free port. */
async function startReadmeReceiver(secret: string): Promise<AsyncDisposable & { url: string; output(): string }> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const [, code = ''] = /```js\n(import \{ createServer \}[\s\S]*?)```/.exec(readme) ?? [];
  const listening = code.replace(
    '.listen(3000);',
    ".listen(0, function () { console.log('port', this.address().port); });",
  );
  expect(listening).not.toBe(code);
  // Below node_modules, so that it finds the package.
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const directory = await mkdtemp(join(cache, 'readme-'));
  const path = join(directory, 'receiver.mjs');
  await writeFile(path, listening);
  const child = spawn(process.execPath, [path], {
    env: { WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'exit');
  await expect.poll(() => output).toMatch(/port \d+\n/);
  return {
    url: `http://127.0.0.1:${/port (\d+)/.exec(output)?.[1] ?? ''}/`,
    output: () => output,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
