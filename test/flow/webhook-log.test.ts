import { print } from 'graphql';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Scope } from '../../src/callers/caller.js';
import { openDatabase, type Database } from '../../src/database/open-database.js';
import { sweepDeliveries } from '../../src/webhooks/sweep-deliveries.js';
import { createDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { failed } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask } from '../support/video-tasks.js';
import { answerWith, openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

graphql(`
  fragment LoggedDelivery on WebhookDelivery {
    id
    type
    url
    status
    createdAt
    nextAttemptAt
    task {
      id
    }
    attempts {
      at
      latencyMs
      statusCode
      error
      responseExcerpt
    }
  }
`);

const LOG = graphql(`
  query WebhookLog($first: Int, $after: String) {
    webhookDeliveries(first: $first, after: $after) {
      nodes {
        ...LoggedDelivery
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
    }
  }
`);

const OF_TASK = graphql(`
  query WebhookLogOfTask($id: ID!) {
    videoTask(id: $id) {
      webhookDeliveries {
        ...LoggedDelivery
      }
    }
  }
`);

const ONE = graphql(`
  query WebhookLogOne($id: ID!) {
    webhookDelivery(id: $id) {
      status
    }
  }
`);

const REDELIVER = graphql(`
  mutation WebhookLogRedeliver($deliveryId: ID!) {
    redeliverWebhook(input: { deliveryId: $deliveryId }) {
      delivery {
        status
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const TEST = graphql(`
  mutation WebhookLogTest($url: URL!) {
    sendTestWebhook(input: { url: $url }) {
      delivery {
        id
        type
        task {
          id
        }
      }
      userErrors {
        code
        path
      }
    }
  }
`);

const REPLAY = graphql(`
  mutation WebhookLogReplay($input: ReplayWebhooksInput!) {
    replayWebhooks(input: $input) {
      replayed
      nextFrom
      userErrors {
        code
        path
      }
    }
  }
`);

const SECRET = graphql(`
  query WebhookLogSecret {
    webhookSecret {
      secret
    }
  }
`);

const DELETE = graphql(`
  mutation WebhookLogDelete($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      deletedId
    }
  }
`);

const CREATE_KEY = graphql(`
  mutation WebhookLogKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
    }
  }
`);

/** The secret in the address: only the receiver may see it. */
const CANARY = 'canary7a1c93e0d2b84f56';

let directory: DataDirectory;
let receiver: WebhookReceiver;
let gateway: TestGateway;
let hasEnded: boolean;

beforeEach(async () => {
  directory = await createDataDirectory();
  receiver = await openWebhookReceiver();
  const provider = createScriptedProvider({ check: () => failed('PROVIDER_FAILED') });
  gateway = await startGateway({ providers: [provider], dataDir: directory.path });
  hasEnded = false;
});
afterEach(async () => {
  if (!hasEnded) await gateway[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await directory[Symbol.asyncDispose]();
});

const address = (): string => `${receiver.url}/hook?token=${CANARY}`;

/** Makes tasks that fail, one after the other, and waits until each was told. Returns their ids. */
async function tellOf(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const before = receiver.messages.length;
    ids.push((await createTask(gateway.url, { prompt: `number ${number}`, webhook: { url: address() } })).id);
    await expect.poll(() => receiver.messages.length).toBe(before + 1);
  }
  return ids;
}

async function log(first?: number, after?: string | null) {
  return (await request(gateway.url, LOG, { first: first ?? 20, after: after ?? null })).webhookDeliveries;
}

function idsOfMessages(): unknown[] {
  return receiver.messages.map(({ headers }) => headers['webhook-id']);
}

test('the log tells what became of every message, newest first, and never the secret of an address', async () => {
  receiver.otherwise = answerWith(200, {}, 'thank you');
  const tasks = await tellOf(3);
  await expect.poll(async () => (await log()).nodes.map(({ status }) => status)).toEqual(Array(3).fill('DELIVERED'));
  const first = await log(2);
  expect(first.nodes.map(({ task }) => task?.id)).toEqual([tasks[2], tasks[1]]);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  const second = await log(2, first.pageInfo.endCursor ?? null);
  expect(second.nodes.map(({ task }) => task?.id)).toEqual([tasks[0]]);
  expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(second.nodes).toMatchObject([
    {
      id: idsOfMessages()[0],
      type: 'video_task.failed',
      url: `${receiver.url}/hook`,
      nextAttemptAt: null,
      attempts: [{ statusCode: 200, error: null, responseExcerpt: 'thank you' }],
    },
  ]);
  const { videoTask } = await request(gateway.url, OF_TASK, { id: tasks[0] ?? '' });
  expect(videoTask?.webhookDeliveries).toEqual(second.nodes);

  const rows = await inDatabase(async ({ prisma }) => {
    const tables = ['webhooks', 'webhook_deliveries', 'webhook_attempts', 'webhook_secrets', 'video_tasks'];
    const all = tables.map((name) =>
      prisma.$queryRawUnsafe<{ text: string }[]>(`SELECT t::text AS text FROM ${name} AS t`),
    );
    return (await Promise.all(all)).flat().map(({ text }) => text);
  });
  expect(rows.length).toBeGreaterThanOrEqual(11);
  expect([...rows, JSON.stringify([first, second])].filter((text) => text.includes(CANARY))).toEqual([]);
});

test('a delivery is sent again when its caller asks, with the same id and bytes', async () => {
  receiver.otherwise = answerWith(410);
  await tellOf(1);
  await expect.poll(async () => (await log()).nodes[0]?.status).toBe('DISABLED');
  receiver.otherwise = answerWith(204);
  const deliveryId = (await log()).nodes[0]?.id ?? '';
  const again = (await request(gateway.url, REDELIVER, { deliveryId })).redeliverWebhook;
  expect(again).toEqual({ delivery: { status: expect.any(String) }, userErrors: [] });
  await expect.poll(async () => (await log()).nodes[0]?.status).toBe('DELIVERED');
  expect(idsOfMessages()).toEqual([deliveryId, deliveryId]);
  expect(new Set(receiver.messages.map(({ body }) => body)).size).toBe(1);
  expect((await log()).nodes[0]?.attempts.map(({ statusCode }) => statusCode)).toEqual([204, 410]);
  for (const unknown of ['delivery_01jzzzzzzzzzzzzzzzzzzzzzzz', 'nothing', '\0']) {
    const { redeliverWebhook } = await request(gateway.url, REDELIVER, { deliveryId: unknown });
    expect(redeliverWebhook).toEqual({
      delivery: null,
      userErrors: [{ code: 'NOT_FOUND', path: ['input', 'deliveryId'] }],
    });
  }
});

test('a test is a signed message of no task', async () => {
  const { sendTestWebhook } = await request(gateway.url, TEST, { url: address() });
  expect(sendTestWebhook).toMatchObject({ delivery: { type: 'webhook.test', task: null }, userErrors: [] });
  await expect.poll(() => receiver.messages.length).toBe(1);
  const [message] = receiver.messages;
  const { secret } = (await request(gateway.url, SECRET, {})).webhookSecret;
  const flat = Object.fromEntries(Object.entries(message?.headers ?? {}).map(([name, value]) => [name, String(value)]));
  expect(new Webhook(secret).verify(message?.body ?? '', flat)).toMatchObject({ type: 'webhook.test' });
  expect(idsOfMessages()).toEqual([sendTestWebhook.delivery?.id]);
  const refused = (await request(gateway.url, TEST, { url: 'ftp://hooks.example.com' })).sendTestWebhook;
  expect(refused).toEqual({ delivery: null, userErrors: [{ code: 'URL_FORBIDDEN', path: ['input', 'url'] }] });
});

test('what a receiver lost of a window is sent again, once each, and nothing else', async () => {
  await tellOf(4);
  await expect.poll(async () => (await log()).nodes.map(({ status }) => status)).toEqual(Array(4).fill('DELIVERED'));
  const [, third, second] = (await log()).nodes;
  if (third === undefined || second === undefined) throw new Error('There are four deliveries.');
  const window = { from: second.createdAt, to: new Date(Date.parse(third.createdAt) + 1).toISOString() };
  const replay = async (input: Partial<typeof window> & { statuses?: ('DELIVERED' | 'FAILED' | 'PENDING')[] }) =>
    (await request(gateway.url, REPLAY, { input: { ...window, ...input } })).replayWebhooks;
  // Without a word about it, what was delivered stays so.
  expect(await replay({})).toEqual({ replayed: 0, nextFrom: null, userErrors: [] });
  expect(await replay({ statuses: ['PENDING'] })).toMatchObject({ replayed: 0 });
  expect(await replay({ statuses: ['DELIVERED'] })).toEqual({ replayed: 2, nextFrom: null, userErrors: [] });
  await expect.poll(() => receiver.messages.length).toBe(6);
  expect(new Set(idsOfMessages().slice(4))).toEqual(new Set([second.id, third.id]));
  expect(await replay({ to: window.from })).toMatchObject({ replayed: 0, userErrors: [{ code: 'OUT_OF_RANGE' }] });
});

test('every caller sees and sends its own only, and a key needs the scopes', async () => {
  const [taskId = ''] = await tellOf(1);
  await expect.poll(async () => (await log()).nodes[0]?.status).toBe('DELIVERED');
  const id = (await log()).nodes[0]?.id ?? '';
  const keys: Record<string, string> = {};
  const makeKey = async (callerName: string, scopes: Scope[], by: string | null): Promise<string> => {
    const names = scopes.map((scope) => scope.toUpperCase().replace(':', '_'));
    const { data } = await ask(by, print(CREATE_KEY), { input: { callerName, scopes: names } });
    return z.object({ createApiKey: z.object({ key: z.string() }) }).parse(data).createApiKey.key;
  };
  keys['admin'] = await makeKey('admin', ['admin'], null);
  keys['other'] = await makeKey('other', ['tasks:read', 'webhooks:write'], keys['admin']);
  keys['reader'] = await makeKey('local', ['tasks:read'], keys['admin']);
  keys['sender'] = await makeKey('local', ['webhooks:write'], keys['admin']);
  const other = keys['other'];
  const now = new Date(Date.now() + 60_000).toISOString();
  const input = { from: '2020-01-01T00:00:00Z', to: now, statuses: ['DELIVERED'] };

  expect((await ask(other, print(LOG))).data).toMatchObject({
    webhookDeliveries: { nodes: [] },
  });
  expect((await ask(other, print(ONE), { id })).data).toEqual({ webhookDelivery: null });
  expect((await ask(other, print(OF_TASK), { id: taskId })).data).toEqual({ videoTask: null });
  expect((await ask(other, print(REDELIVER), { deliveryId: id })).data).toMatchObject({
    redeliverWebhook: { delivery: null, userErrors: [{ code: 'NOT_FOUND' }] },
  });
  expect((await ask(other, print(REPLAY), { input })).data).toMatchObject({ replayWebhooks: { replayed: 0 } });

  const reader = keys['reader'];
  expect((await ask(reader, print(ONE), { id })).data).toEqual({ webhookDelivery: { status: 'DELIVERED' } });
  for (const [document, variables] of [
    [print(REDELIVER), { deliveryId: id }],
    [print(REPLAY), { input }],
    [print(TEST), { url: address() }],
    [print(SECRET), {}],
    ['mutation { rotateWebhookSecret { webhookSecret { secret } } }', {}],
  ] as const) {
    expect((await ask(reader, document, variables)).code, document).toBe('FORBIDDEN');
  }
  for (const document of ['{ webhookDeliveries { nodes { id } } }', '{ webhookDelivery(id: "1") { id } }']) {
    expect((await ask(keys['admin'], document)).code, document).toBe('FORBIDDEN');
  }
  expect(receiver.messages).toHaveLength(1);

  const sender = keys['sender'] ?? '';
  const again = 'mutation ($id: ID!) { redeliverWebhook(input: { deliveryId: $id }) { delivery { id FIELD } } }';
  expect((await ask(sender, again.replace('FIELD', 'task { prompt }'), { id })).code).toBe('FORBIDDEN');
  await expect.poll(() => receiver.messages.length).toBe(2);
  expect((await ask(sender, again.replace('FIELD', ''), { id })).data).toEqual({
    redeliverWebhook: { delivery: { id } },
  });
  await expect.poll(() => receiver.messages.length).toBe(3);
});

test('deliveries go with their task, and with their time', async () => {
  const [id = ''] = await tellOf(2);
  await expect.poll(async () => (await log()).nodes.map(({ status }) => status)).toEqual(['DELIVERED', 'DELIVERED']);
  await request(gateway.url, DELETE, { id });
  expect((await log()).nodes).toHaveLength(1);
  const day = 24 * 60 * 60 * 1000;
  const left = await inDatabase(async ({ prisma }) => {
    const swept = [await sweepDeliveries(prisma, null), await sweepDeliveries(prisma, day)];
    await prisma.$executeRaw`UPDATE webhook_deliveries SET created_at = created_at - interval '2 days'`;
    await prisma.$executeRaw`UPDATE webhooks SET named_at = named_at - interval '2 days'`;
    swept.push(await sweepDeliveries(prisma, null), await sweepDeliveries(prisma, day));
    await prisma.videoTask.deleteMany();
    swept.push(await sweepDeliveries(prisma, day));
    return { swept, attempts: await prisma.webhookAttempt.count(), webhooks: await prisma.webhook.count() };
  });
  expect(left.swept.map(({ deliveries, webhooks }) => [deliveries, webhooks])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  expect([left.attempts, left.webhooks]).toEqual([0, 0]);
});

/** Ends the gateway and looks into its database. */
async function inDatabase<Answer>(look: (database: Database) => Promise<Answer>): Promise<Answer> {
  hasEnded = true;
  await gateway[Symbol.asyncDispose]();
  await using database = await openDatabase({ kind: 'pglite', dataDir: directory.path });
  return await look(database);
}

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).optional(),
});

/** One operation with a key, or without one. */
async function ask(key: string | null | undefined, query: string, variables: object = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key == null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = answerSchema.parse(JSON.parse(await response.text()));
  return { data, code: errors?.[0]?.extensions.code };
}
