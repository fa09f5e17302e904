import { once } from 'node:events';
import { connect } from 'node:net';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { SCOPES } from '../../src/callers/caller.js';
import type { NewKey } from '../../src/callers/create-key.js';
import { mintKey, writeKey } from '../../src/callers/key-text.js';
import { graphql } from '../support/graphql/gql.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

const ADMIN_KEY = 'the-key-of-the-operator-of-these-tests';

const CREATE_KEY = graphql(`
  mutation ApiKeysCreate($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      key
      apiKey {
        id
        scopes
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

const REVOKE = graphql(`
  mutation ApiKeysRevoke($id: ID!) {
    revokeApiKey(input: { id: $id }) {
      apiKey {
        revokedAt
      }
      userErrors {
        code
      }
    }
  }
`);

const KEYS = graphql(`
  query ApiKeysList {
    apiKeys {
      id
      callerName
      lastUsedAt
    }
  }
`);

const VIEWER = graphql(`
  query ApiKeysViewer {
    viewer {
      name
      scopes
    }
  }
`);

const FEED = graphql(`
  subscription ApiKeysFeed {
    videoTasksUpdated {
      cursor
    }
  }
`);

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()] });
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** One operation with a key, or without one. */
async function ask(key: string | null, query: string, variables: object = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = answerSchema.parse(JSON.parse(await response.text()));
  return { status: response.status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

async function makeKey(wanted: Partial<NewKey> = {}, by: string | null = null): Promise<{ key: string; id: string }> {
  const input = { callerName: 'studio', label: '', scopes: SCOPES, expiresAt: null, ...wanted };
  const scopes = input.scopes.map((scope) => scope.toUpperCase().replace(':', '_'));
  const { data } = await ask(by, print(CREATE_KEY), { input: { ...input, scopes } });
  return z
    .object({ createApiKey: z.object({ key: z.string(), apiKey: z.object({ id: z.string() }) }) })
    .transform(({ createApiKey: { key, apiKey } }) => ({ key, id: apiKey.id }))
    .parse(data);
}

/** Opens a socket with a key and follows the caller's feed. Tells how the socket was closed. */
async function openFeed(key: string | null) {
  let acknowledge = (): void => undefined;
  const acknowledged = new Promise<void>((resolve) => (acknowledge = resolve));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: key === null ? {} : { authorization: `Bearer ${key}` },
      retryAttempts: 0,
      on: {
        connected: acknowledge,
        closed: (event) => resolve(z.object({ code: z.number(), reason: z.string() }).parse(event)),
      },
    });
    client.subscribe(
      { query: print(FEED) },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
  });
  return { acknowledged, closed };
}

test('without any key everybody on this machine may call; the first key closes the door', async () => {
  expect((await ask(null, print(VIEWER))).data).toMatchObject({ viewer: { name: 'local' } });
  const { key } = await makeKey();
  await expect.poll(async () => (await ask(null, print(VIEWER))).code).toBe('UNAUTHENTICATED');
  const refused = await ask(null, print(VIEWER));
  expect(refused.status).toBe(401);
  expect(refused.message).toContain('Authorization: Bearer');
  expect((await ask(key, print(VIEWER))).data).toMatchObject({ viewer: { name: 'studio' } });
  expect(await (await openFeed(null)).closed).toMatchObject({ code: 4401 });
  const stream = await fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: print(FEED) }),
  });
  expect(stream.status).toBe(401);
});

test('mistyped, unknown and foreign keys are refused alike', async () => {
  const { key, id } = await makeKey();
  const forged = writeKey({ id, secret: mintKey().secret });
  const unknown = writeKey(mintKey());
  const wrong = [key.replace(/.$/, '!'), `${key}x`, forged, unknown, 'nonsense'];
  const answers = await Promise.all(wrong.map((text) => ask(text, print(VIEWER))));
  expect(new Set(answers.map(({ status, code, message }) => `${status} ${code} ${message}`)).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

test('whoever is not known is answered before the body is read', async () => {
  await makeKey();
  await expect.poll(async () => (await ask(null, print(VIEWER))).status).toBe(401);
  for (const path of ['/graphql', '/graphql/stream']) {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n{`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 401/);
    socket.destroy();
  }
});

test('a key may do what its scopes say, and nothing else, on every transport', async () => {
  const reader = await makeKey({ scopes: ['tasks:read'] });
  const create = 'mutation { createVideoTask(input: { prompt: "A lamp" }) { task { id } } }';
  expect(await ask(reader.key, create)).toMatchObject({ code: 'FORBIDDEN' });
  expect((await ask(reader.key, create)).message).toContain('tasks:create');
  expect(await ask(reader.key, print(KEYS))).toMatchObject({ code: 'FORBIDDEN' });
  expect((await ask(reader.key, '{ videoTasks { feedCursor } }')).code).toBeUndefined();

  const writer = await makeKey({ callerName: 'writer', scopes: ['tasks:create'] }, (await adminKey()).key);
  expect((await ask(writer.key, create)).code).toBeUndefined();
  expect(await ask(writer.key, '{ videoTasks { feedCursor } }')).toMatchObject({ code: 'FORBIDDEN' });
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${writer.key}` },
    retryAttempts: 0,
  });
  const result = await client
    .iterate({ query: print(FEED) })
    .next()
    .catch((errors: unknown) => errors);
  expect(JSON.stringify(result)).toContain('FORBIDDEN');
  await client.dispose();
});

/** A key of a second caller that may make keys. */
async function adminKey(): Promise<{ key: string; id: string }> {
  const made = await gateway.gateway.commands.createKey({
    callerName: `admin ${Math.random()}`,
    label: '',
    scopes: ['admin'],
    expiresAt: null,
  });
  if (made.kind === 'refused') throw new Error('No key was made.');
  return { key: made.text, id: made.key.id };
}

test('a revoked key ends its sockets and streams, and is taken no more', async () => {
  const { key, id } = await makeKey();
  const socket = await openFeed(key);
  await socket.acknowledged;
  const stream = await fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: print(FEED) }),
  });
  expect(stream.status).toBe(200);

  const operator = await adminKey();
  expect((await ask(operator.key, print(REVOKE), { id })).data).toMatchObject({ revokeApiKey: { userErrors: [] } });
  expect(await socket.closed).toMatchObject({ code: 4401, reason: expect.stringContaining('not valid any more') });
  await expect(stream.text()).rejects.toThrow('terminated');
  await expect.poll(async () => (await ask(key, print(VIEWER))).code).toBe('UNAUTHENTICATED');
  expect((await ask(operator.key, print(REVOKE), { id: 'nobody' })).data).toMatchObject({
    revokeApiKey: { userErrors: [{ code: 'NOT_FOUND' }] },
  });
});

test('a socket that does not answer its farewell is cut off', async () => {
  const { key, id } = await makeKey();
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
  await once(socket, 'message');
  // It reads nothing from now on, its farewell neither.
  socket.pause();
  const operator = await adminKey();
  await ask(operator.key, print(REVOKE), { id });
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  // Writing is the way to notice that nobody is there any more.
  const sending = setInterval(() => socket.send('{"type":"ping"}', () => undefined), 50);
  expect(await closed).toHaveLength(2);
  clearInterval(sending);
});

test('the first key also ends what was open without one', async () => {
  const socket = await openFeed(null);
  await socket.acknowledged;
  await makeKey();
  expect(await socket.closed).toMatchObject({ code: 4401 });
});

test('a key that expires ends its sockets', async () => {
  const { key } = await makeKey({ expiresAt: new Date(Date.now() + 1_500) });
  const socket = await openFeed(key);
  expect(await socket.closed).toMatchObject({ code: 4401 });
  expect((await ask(key, print(VIEWER))).code).toBe('UNAUTHENTICATED');
});

test('a caller has at most two keys that are good, its uses are noted, and mistakes are told', async () => {
  const first = await makeKey();
  const second = await makeKey({}, first.key);
  const input = { callerName: 'studio', scopes: ['ADMIN'] };
  const third = await ask(first.key, print(CREATE_KEY), { input });
  expect(third.data).toMatchObject({ createApiKey: { key: null, userErrors: [{ path: ['input', 'callerName'] }] } });
  expect(JSON.stringify(third.data)).toContain(second.id);
  await ask(first.key, print(REVOKE), { id: second.id });
  await makeKey({}, first.key);
  await expect
    .poll(async () => JSON.stringify((await ask(first.key, print(KEYS))).data))
    .toMatch(new RegExp(`"id":"${first.id}","callerName":"studio","lastUsedAt":"20`));

  const wrong = { callerName: ' ', label: 'x'.repeat(201), scopes: [], expiresAt: '2020-01-01T00:00:00Z' };
  const told = z
    .object({ createApiKey: z.object({ userErrors: z.array(z.object({ path: z.array(z.string()) })) }) })
    .parse((await ask(first.key, print(CREATE_KEY), { input: wrong })).data);
  expect(told.createApiKey.userErrors.map(({ path }) => path[1])).toEqual([
    'callerName',
    'label',
    'scopes',
    'expiresAt',
  ]);
});

test('the operator’s own key may do everything, and closes the door by itself', async () => {
  await gateway[Symbol.asyncDispose]();
  gateway = await startGateway({ providers: [createScriptedProvider()], config: { adminKey: ADMIN_KEY } });
  expect(await ask(null, print(VIEWER))).toMatchObject({ status: 401 });
  expect((await ask(ADMIN_KEY, print(VIEWER))).data).toMatchObject({ viewer: { name: 'admin' } });
  expect((await ask(`${ADMIN_KEY}x`, print(VIEWER))).code).toBe('UNAUTHENTICATED');
  const { key } = await makeKey({ scopes: ['tasks:create'] }, ADMIN_KEY);
  expect((await ask(key, print(VIEWER))).data).toMatchObject({ viewer: { scopes: ['TASKS_CREATE'] } });
});

test('more than this machine is served only when there is a key', async () => {
  await expect(startGateway({ config: { host: '0.0.0.0' } })).rejects.toThrow('ADMIN_KEY');
  await using open = await startGateway({ config: { host: '0.0.0.0', adminKey: ADMIN_KEY } });
  expect((await fetch(`${open.url}/healthz`)).status).toBe(200);
});
