import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { ADMIN_KEY, ask, authorize, limitCaller } from '../support/keyed-caller.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

const CANARY = 'canary-that-must-not-be-seen';
const UNKNOWN_KEY = 'Bearer reelay_nobody_has_this';
const ADMIN = `Bearer ${ADMIN_KEY}`;

const lineSchema = z.looseObject({
  audit: z.literal(true),
  event: z.enum(['mutation', 'denial']),
  requestId: z.string(),
  callerId: z.string().nullable(),
  callerName: z.string().optional(),
  keyId: z.string().nullish(),
  address: z.string(),
  operation: z.string().nullable(),
  targets: z.array(z.string()),
  time: z.number(),
});

const lines: string[] = [];
let gateway: TestGateway;
let [key, keyId] = ['', ''];

/** The log takes warnings and worse only: the audit log is written all the same. */
beforeAll(async () => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const providers = [createScriptedProvider()];
  gateway = await startGateway({ providers, logger, config: { adminKey: ADMIN_KEY } });
  key = await authorize(gateway.url, 'studio', ['tasks:create', 'tasks:read', 'tasks:cancel']);
  [, keyId = ''] = key.split('_');
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** What was written while something was done, at least so many records. */
async function recordsOf(count: number, act: () => Promise<unknown>) {
  const before = lines.length;
  await act();
  await expect.poll(() => lines.length - before).toBeGreaterThanOrEqual(count);
  return lines.slice(before).map((line) => lineSchema.parse(JSON.parse(line)));
}

const create = (input: object) =>
  ask(
    gateway.url,
    key,
    'mutation ($input: CreateVideoTaskInput!) { createVideoTask(input: $input) { task { id } userErrors { code } } }',
    { input },
  );

test('a mutation is told with who, from where, about what, and what became of it', async () => {
  const secrets = {
    prompt: CANARY,
    webhook: { url: `https://user:${CANARY}@example.com/?token=${CANARY}` },
    output: { uploadUrl: `https://example.com/?signature=${CANARY}` },
    idempotencyKey: CANARY,
  };
  let id = '';
  const [created] = await recordsOf(1, async () => {
    const { data } = await create({ ...secrets, webhook: { url: `https://example.com/?token=${CANARY}` } });
    id = z.object({ createVideoTask: z.object({ task: z.object({ id: z.string() }) }) }).parse(data).createVideoTask
      .task.id;
  });
  expect(created).toMatchObject({
    event: 'mutation',
    operation: 'createVideoTask',
    outcome: 'done',
    codes: [],
    targets: [id],
    callerName: 'studio',
    credential: 'key',
    keyId,
  });
  expect(created?.address).toContain('127.0.0.1');

  expect(
    await recordsOf(1, () => create({ ...secrets, idempotencyKey: `${CANARY} again`, durationSeconds: 99 })),
  ).toMatchObject([
    { operation: 'createVideoTask', outcome: 'refused', codes: expect.arrayContaining(['OUT_OF_RANGE']), targets: [] },
  ]);
  const cancel = (input: string) =>
    ask(gateway.url, key, `mutation { cancelVideoTask(input: { id: "${input}" }) { stillBilled } }`);
  expect(await recordsOf(1, () => cancel('task_nobody'))).toMatchObject([
    { operation: 'cancelVideoTask', outcome: 'refused', codes: ['NOT_FOUND'], targets: ['task_nobody'] },
  ]);
  expect(await recordsOf(1, () => cancel(id))).toMatchObject([{ outcome: 'done', targets: [id] }]);
  const made = await recordsOf(1, () => authorize(gateway.url, 'another', ['tasks:read']));
  expect(made).toMatchObject([
    { operation: 'createApiKey', credential: 'admin key', keyId: null, targets: ['another', expect.any(String)] },
  ]);
});

test('several mutations of one operation are several records; queries are none', async () => {
  const two =
    'mutation { a: cancelVideoTask(input: { id: "a" }) { stillBilled } b: deleteVideoTask(input: { id: "b" }) { deletedId } }';
  const records = await recordsOf(2, async () => {
    await ask(gateway.url, key, '{ viewer { name } }');
    await ask(gateway.url, key, two);
  });
  expect(records.map(({ operation, targets }) => [operation, targets])).toEqual([
    ['cancelVideoTask', ['a']],
    ['deleteVideoTask', ['b']],
  ]);
});

/** What is denied over HTTP, and the records of it. */
const DENIALS: readonly [string, () => Promise<unknown>, object][] = [
  ['no key', () => ask(gateway.url, null, '{ viewer { name } }'), { code: 'UNAUTHENTICATED', callerId: null }],
  [
    'an unknown key',
    () => ask(gateway.url, UNKNOWN_KEY, '{ viewer { name } }'),
    { code: 'UNAUTHENTICATED', callerId: null },
  ],
  [
    'a missing scope of a query',
    () => ask(gateway.url, key, '{ apiKeys { id } }'),
    { code: 'FORBIDDEN', operation: 'apiKeys', keyId: expect.any(String) },
  ],
  [
    'a missing scope of a mutation',
    () => ask(gateway.url, key, 'mutation { rotateWebhookSecret { webhookSecret { secret } } }'),
    { code: 'FORBIDDEN', operation: 'rotateWebhookSecret' },
  ],
  [
    'a document that does not fit',
    () => ask(gateway.url, key, `{ nothing(id: "${CANARY}") }`),
    { code: 'GRAPHQL_VALIDATION_FAILED' },
  ],
  ['no document', () => ask(gateway.url, key, '{'), { code: 'GRAPHQL_PARSE_FAILED' }],
  [
    'an operation that costs too much',
    () =>
      ask(gateway.url, key, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        ids: Array.from({ length: 1_001 }, String),
      }),
    { code: 'OPERATION_TOO_COSTLY', operation: 'nodes' },
  ],
  [
    'metrics for an unknown key',
    () => fetch(`${gateway.url}/metrics`, { headers: { authorization: UNKNOWN_KEY } }),
    { code: 'UNAUTHENTICATED', operation: 'metrics', callerId: null },
  ],
  [
    'metrics for a key without the scope',
    () => fetch(`${gateway.url}/metrics`, { headers: { authorization: key } }),
    { code: 'UNAUTHENTICATED', operation: 'metrics', callerName: 'studio' },
  ],
  ['another host', () => callAs('evil.example.com'), { code: 'MISDIRECTED', callerId: null }],
  [
    'a stream for another page',
    () => stream({ origin: 'https://evil.example.com' }),
    { code: 'FORBIDDEN_ORIGIN', operation: 'stream' },
  ],
  [
    'a socket for another page',
    () => openFrom('https://evil.example.com'),
    { code: 'FORBIDDEN_ORIGIN', operation: 'socket' },
  ],
  ['a socket with an unknown key', () => subscribe(UNKNOWN_KEY), { code: 'UNAUTHENTICATED', operation: 'socket' }],
  ['a document on a socket', () => subscribe(key, '{ nothing }'), { code: 'GRAPHQL_VALIDATION_FAILED' }],
  ['a document on a stream', () => stream({}, '{ nothing }'), { code: 'GRAPHQL_VALIDATION_FAILED' }],
];

test.each(DENIALS)('a denial is told: %s', async (_what, act, record) => {
  expect(await recordsOf(1, act)).toMatchObject([{ event: 'denial', ...record }]);
});

test('a stream for another page is refused by the code that is told', async () => {
  expect(await stream({ origin: 'https://evil.example.com' })).toContain('"code":"FORBIDDEN_ORIGIN"');
});

test('a revoked key, and whoever comes too often, are told', async () => {
  const revoked = await authorize(gateway.url, 'leaving', ['tasks:read']);
  const [, id = ''] = revoked.split('_');
  await ask(gateway.url, ADMIN, `mutation { revokeApiKey(input: { id: "${id}" }) { apiKey { id } } }`);
  await expect
    .poll(async () => (await recordsOf(0, () => ask(gateway.url, revoked, '{ viewer { name } }'))).at(-1))
    .toMatchObject({ event: 'denial', code: 'UNAUTHENTICATED' });

  const eager = await authorize(gateway.url, 'eager', ['tasks:read']);
  await limitCaller(gateway.url, 'eager', { requestsPerMinute: 1, sockets: 0 });
  const records = await recordsOf(2, async () => {
    for (let count = 0; count < 3; count += 1) await ask(gateway.url, eager, '{ viewer { name } }');
    await subscribe(eager);
  });
  expect(records.map((record) => [record['code'], record.callerName])).toEqual([
    ['RATE_LIMITED', 'eager'],
    ['RATE_LIMITED', 'eager'],
    ['RATE_LIMITED', 'eager'],
  ]);
});

test('a record carries the id that the answer has, and what a proxy says', async () => {
  const [record] = await recordsOf(1, () =>
    fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': 'quoted-by-somebody',
        'x-forwarded-for': '203.0.113.7',
      },
      body: '{}',
    }),
  );
  expect(record).toMatchObject({ requestId: 'quoted-by-somebody', forwardedFor: '203.0.113.7' });
});

test('no secret, no prompt and no link is in it', () => {
  const [, , secret = ''] = key.split('_');
  const written = lines.join('');
  expect(lines.length).toBeGreaterThan(20);
  expect(secret.length).toBeGreaterThan(20);
  for (const canary of [CANARY, secret, ADMIN_KEY, UNKNOWN_KEY.slice(7)]) expect(written).not.toContain(canary);
});

function stream(headers: Record<string, string>, query = '{ viewer { name } }'): Promise<unknown> {
  return fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: key, ...headers },
    body: JSON.stringify({ query }),
  }).then((response) => response.text());
}

async function openFrom(origin: string): Promise<unknown> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
  return once(socket, 'error');
}

async function subscribe(authorization: string, query = '{ viewer { name } }'): Promise<void> {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
  });
  await client
    .iterate({ query })
    .next()
    .catch(() => undefined);
  await client.dispose();
}

/** A request that says it is for another server, as pages of other names that point here make them. */
async function callAs(host: string): Promise<unknown> {
  const call = httpRequest(`${gateway.url}/graphql`, { headers: { host } });
  call.end();
  const [response] = await once(call, 'response');
  return once(response.resume(), 'end');
}
