import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { CheckOutcome } from '../../src/providers/provider.js';
import type { WebhookOptions } from '../support/graphql/graphql.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { completed, failed, running } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { create, createTask, isFinished, untilTask } from '../support/video-tasks.js';
import {
  answerWith,
  openWebhookReceiver,
  type ReceivedMessage,
  type WebhookReceiver,
} from '../support/webhook-receiver.js';

const SECRET = graphql(`
  query WebhookSecretNow {
    webhookSecret {
      secret
      previousEndsAt
    }
  }
`);

const ROTATE = graphql(`
  mutation WebhookRotate {
    rotateWebhookSecret {
      webhookSecret {
        secret
        previousEndsAt
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const REDELIVER = graphql(`
  mutation WebhookSendAgain($id: ID!) {
    redeliverWebhook(input: { deliveryId: $id }) {
      userErrors {
        message
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation WebhookCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      task {
        status
      }
    }
  }
`);

const RETRY = graphql(`
  mutation WebhookRetry($id: ID!) {
    retryVideoTask(input: { id: $id }) {
      task {
        id
      }
    }
  }
`);

const EVENTS = graphql(`
  query WebhookEvents($id: ID!) {
    videoTask(id: $id) {
      events(first: 100) {
        version
        type
        at
        resultIndex
        task {
          ...TaskState
        }
      }
    }
  }
`);

const messageSchema = z.object({
  type: z.string(),
  timestamp: z.string(),
  data: z.looseObject({ version: z.number(), type: z.string(), task: z.looseObject({ id: z.string() }) }),
});

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let receiver: WebhookReceiver;
let gateway: TestGateway;
/** What the provider says of every operation. */
let outcome: CheckOutcome;

beforeEach(async () => {
  outcome = running(10);
  receiver = await openWebhookReceiver();
  gateway = await startGateway({ providers: [createScriptedProvider({ check: () => outcome })] });
});
afterEach(async () => {
  vi.useRealTimers();
  await gateway[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

function start(webhook: Partial<WebhookOptions> = {}, prompt = 'a kitten') {
  return createTask(gateway.url, { prompt, webhook: { url: `${receiver.url}/hook`, ...webhook } });
}

async function secretNow(): Promise<string> {
  return (await request(gateway.url, SECRET, {})).webhookSecret.secret;
}

/** Waits for so many messages. */
async function messages(count: number): Promise<ReceivedMessage[]> {
  await expect.poll(() => receiver.messages.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  expect(receiver.messages).toHaveLength(count);
  return receiver.messages;
}

function read({ body }: ReceivedMessage) {
  return messageSchema.parse(JSON.parse(body));
}

/** The link to the first video in a message. */
function linkIn({ body }: ReceivedMessage): string {
  const results = z.array(z.object({ video: z.object({ url: z.url() }) }));
  const { data } = z.object({ data: z.object({ task: z.object({ results }) }) }).parse(JSON.parse(body));
  return data.task.results[0]?.video.url ?? '';
}

function withoutLinks({ body }: ReceivedMessage): unknown {
  return JSON.parse(body, (name, value: unknown) => (/^(url|vttUrl)(ExpiresAt)?$/.test(name) ? undefined : value));
}

async function rotate() {
  const { webhookSecret } = (await request(gateway.url, ROTATE, {})).rotateWebhookSecret;
  if (webhookSecret === null || webhookSecret === undefined) throw new Error('It was refused.');
  return webhookSecret;
}

/** Throws when the signature is wrong. */
function verify(secret: string, { headers, body }: ReceivedMessage): void {
  const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  new Webhook(secret).verify(body, flat);
}

/** What a receiver computes that knows nothing but the specification. */
function signatureOf(secret: string, { headers, body }: ReceivedMessage): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

test('a finished task is told once, signed, in the shape that the API gives', async () => {
  await using directory = await createTemporaryDirectory();
  outcome = completed(await makeShortClip(directory.path));
  const { id } = await start();
  const [message] = await messages(1);
  if (message === undefined) throw new Error('There is one message.');
  const secret = await secretNow();
  verify(secret, message);
  expect(message.headers['webhook-signature']).toBe(signatureOf(secret, message));
  expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  expect(message.headers['content-type']).toBe('application/json');

  const { videoTask } = await request(gateway.url, EVENTS, { id });
  const last = videoTask?.events.at(-1);
  expect(read(message)).toMatchObject({ type: 'video_task.completed', timestamp: last?.at, data: { ...last } });
  expect((await fetch(linkIn(message))).status).toBe(200);
});

test('failed and cancelled tasks are told too, and nothing else unless it is asked for', async () => {
  outcome = failed('CONTENT_REJECTED');
  const first = await start();
  expect((await messages(1)).map(read)).toMatchObject([
    {
      type: 'video_task.failed',
      data: { type: 'FAILED', task: { id: first.id, error: { code: 'CONTENT_REJECTED' } } },
    },
  ]);
  outcome = running(10);
  const second = await start();
  await untilTask(gateway.url, second.id, ({ status }) => status === 'PROCESSING');
  await request(gateway.url, CANCEL, { id: second.id });
  expect((await messages(2)).map(read)[1]).toMatchObject({
    type: 'video_task.cancelled',
    data: { task: { id: second.id } },
  });
});

test('whoever asks for all events gets all of them, once each, from the first on', async () => {
  outcome = failed('PROVIDER_FAILED');
  const events = ['CREATED', 'STARTED', 'PROGRESSED', 'RESULT_COMPLETED', 'RESULT_FAILED', 'FAILED'] as const;
  const { id } = await start({ events: [...events, 'FAILED'] });
  await untilTask(gateway.url, id, isFinished);
  const { videoTask } = await request(gateway.url, EVENTS, { id });
  const told = (await messages(videoTask?.events.length ?? 0)).map(read);
  const byVersion = told.toSorted((one, other) => one.data.version - other.data.version);
  expect(byVersion.map(({ data }) => data)).toMatchObject(videoTask?.events ?? []);
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['video_task.created', 'video_task.result_failed']),
  );
  expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(told.length);
});

test('what is not taken comes again after a second, with the same id and bytes, until it is', async () => {
  outcome = failed('PROVIDER_FAILED');
  receiver.answers = [answerWith(500), (response) => response.destroy()];
  await start();
  const [first, second, third] = await messages(3);
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three messages.');
  expect([second.body, third.body]).toEqual([first.body, first.body]);
  expect([second, third].map(({ headers }) => headers['webhook-id'])).toEqual(
    Array(2).fill(first.headers['webhook-id']),
  );
  expect(second.at - first.at).toBeGreaterThanOrEqual(1_000);
  expect(third.at - second.at).toBeGreaterThanOrEqual(2_000);
  expect(Number(third.headers['webhook-timestamp'])).toBeGreaterThan(Number(first.headers['webhook-timestamp']));
  for (const message of [first, second, third]) verify(await secretNow(), message);
});

test('while a secret is replaced, receivers with the old one, the new one or both understand every message', async () => {
  outcome = failed('PROVIDER_FAILED');
  const old = await secretNow();
  const rotated = await rotate();
  expect(rotated.secret).not.toBe(old);
  expect(Date.parse(rotated.previousEndsAt ?? '') - Date.now()).toBeGreaterThan(23 * 60 * 60 * 1000);
  expect(await secretNow()).toBe(rotated.secret);
  await start();
  const [message] = await messages(1);
  if (message === undefined) throw new Error('There is one message.');
  verify(old, message);
  verify(rotated.secret, message);
  expect(() => verify(`whsec_${Buffer.alloc(32).toString('base64')}`, message)).toThrow('No matching signature');
});

test('three secrets sign at most, and none of them ends before its time: a fourth is refused until then', async () => {
  outcome = failed('PROVIDER_FAILED');
  const secrets = [await secretNow(), (await rotate()).secret, (await rotate()).secret];
  const { webhookSecret, userErrors } = (await request(gateway.url, ROTATE, {})).rotateWebhookSecret;
  expect([webhookSecret, userErrors.map(({ code }) => code)]).toEqual([null, ['RATE_LIMITED']]);
  const [, when = ''] = /Come back at (\S+),/.exec(userErrors[0]?.message ?? '') ?? [];
  await start();
  const [message] = await messages(1);
  if (message === undefined) throw new Error('There is one message.');
  for (const secret of secrets) verify(secret, message);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(when) + 1_000 });
  expect(secrets).not.toContain((await rotate()).secret);
});

test('a message that is sent a day later is the same one, with links that live from then on', async () => {
  await using directory = await createTemporaryDirectory();
  outcome = completed(await makeShortClip(directory.path));
  await start();
  const [first] = await messages(1);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * HOUR_MS });
  await request(gateway.url, REDELIVER, { id: String(first?.headers['webhook-id']) });
  const [, second] = await messages(2);
  if (first === undefined || second === undefined) throw new Error('There are two messages.');
  verify(await secretNow(), second);
  expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(withoutLinks(second)).toEqual(withoutLinks(first));
  expect((await fetch(linkIn(first))).status).toBe(403);
  expect((await fetch(linkIn(second))).status).toBe(200);
  const lifeMs = Number(new URL(linkIn(second)).searchParams.get('expires')) * 1_000 - Date.now();
  expect(lifeMs).toBeGreaterThan(24 * HOUR_MS - MINUTE_MS);
});

test('a retried task tells whom the first one told; the same request again makes no second message', async () => {
  outcome = failed('PROVIDER_FAILED');
  const input = { prompt: 'a kitten', idempotencyKey: 'once', webhook: { url: `${receiver.url}/hook` } };
  const { id } = await createTask(gateway.url, input);
  expect((await create(gateway.url, input)).replayed).toBe(true);
  await messages(1);
  const { retryVideoTask } = await request(gateway.url, RETRY, { id });
  const told = (await messages(2)).map(read);
  expect(told.map(({ data }) => data.task.id)).toEqual([id, retryVideoTask.task?.id]);
});

test('an address that must not be called, and an event that is none, are refused at their places', async () => {
  const refusals = async (webhook: WebhookOptions) => {
    const { userErrors, task } = await create(gateway.url, { prompt: 'a kitten', webhook });
    expect(task).toBeNull();
    return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
  };
  const url = `${receiver.url}/hook`;
  expect(await refusals({ url: 'ftp://hooks.example.com/' })).toEqual(['URL_FORBIDDEN input.webhook.url']);
  expect(await refusals({ url: `${url}?${'a'.repeat(2048)}` })).toEqual(['URL_FORBIDDEN input.webhook.url']);
  expect(await refusals({ url, events: [] })).toEqual(['REQUIRED input.webhook.events']);
  expect(await refusals({ url, events: ['FAILED', 'SNAPSHOT'] })).toEqual([
    'UNSUPPORTED_COMBINATION input.webhook.events.1',
  ]);
  await using strict = await startGateway({
    providers: [createScriptedProvider()],
    config: { allowPrivateUrls: false },
  });
  for (const forbidden of ['http://hooks.example.com/', 'https://127.0.0.1/', 'https://[::1]/', 'https://10.1.2.3/']) {
    const { userErrors } = await create(strict.url, { prompt: 'a kitten', webhook: { url: forbidden } });
    expect(userErrors, forbidden).toMatchObject([{ code: 'URL_FORBIDDEN', path: ['input', 'webhook', 'url'] }]);
  }
});
