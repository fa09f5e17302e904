import { once } from 'node:events';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { ADMIN_KEY, ask, authorize, limitCaller } from '../support/keyed-caller.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

const NAME = '{ viewer { name } }';
/** Costs ten points. */
const PAGE = '{ videoTasks(first: 10) { nodes { id } } }';
const FEED = 'subscription { videoTasksUpdated { cursor } }';
const USE = `{ viewer { limits { requestsPerMinute pointsPerMinute sockets }
  use { requestsThisMinute { used left resetsAt } pointsThisMinute { used left } sockets { used left resetsAt } } } }`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()], config: { adminKey: ADMIN_KEY } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A caller of its own, with limits. Its key. */
async function limited(callerName: string, limits: object): Promise<string> {
  const key = await authorize(gateway.url, callerName);
  await limitCaller(gateway.url, callerName, limits);
  return key;
}

const statusesOf = async (count: number, send: () => Promise<{ status: number }>): Promise<number[]> => {
  const answers = await Promise.all(Array.from({ length: count }, send));
  return answers.map(({ status }) => status).toSorted();
};

function openClient(key: string): Client {
  return createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: key },
    retryAttempts: 100,
    lazy: true,
  });
}

/** The first answer to an operation on a socket: its data, or the code of its error. */
async function first(client: Client, query: string): Promise<unknown> {
  const results = client.iterate({ query });
  try {
    const { value } = await results.next();
    await results.return?.();
    return z.object({ data: z.unknown() }).parse(value).data;
  } catch (error) {
    const [refusal] = z.array(z.object({ extensions: z.object({ code: z.string() }) })).parse(error);
    return refusal?.extensions.code;
  }
}

function openStream(key: string, query: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: key },
    body: JSON.stringify({ query }),
    ...(signal === undefined ? {} : { signal }),
  });
}

test('of 200 requests at the same moment, exactly as many pass as a minute allows', async () => {
  const key = await limited('parallel', { requestsPerMinute: 100 });
  const statuses = await statusesOf(200, () => ask(gateway.url, key, NAME));
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect(statuses.filter((status) => status === 429)).toHaveLength(100);

  const refused = await ask(gateway.url, key, NAME);
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(refused.message).toMatch(/^You may send 100 requests a minute\. From 20\d\d-/);
  expect(refused.retryAfterSeconds).toBeGreaterThan(0);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
  expect(refused.retryAfter).toBe(String(refused.retryAfterSeconds));
});

test('more requests hold at once, and nobody else is held up', async () => {
  const key = await limited('raised', { requestsPerMinute: 1 });
  const other = await limited('neighbour', { requestsPerMinute: 1 });
  expect(await statusesOf(3, () => ask(gateway.url, key, NAME))).toEqual([200, 429, 429]);
  expect((await ask(gateway.url, other, NAME)).status).toBe(200);
  await limitCaller(gateway.url, 'raised', { requestsPerMinute: 1_000 });
  expect((await ask(gateway.url, key, NAME)).status).toBe(200);
});

test('points are taken by what an operation costs; what is refused takes none', async () => {
  const key = await limited('points', { pointsPerMinute: 25 });
  expect(await statusesOf(2, () => ask(gateway.url, key, PAGE))).toEqual([200, 200]);
  const refused = await ask(gateway.url, key, PAGE);
  expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(refused.message).toContain('You may use 25 points a minute.');
  expect((await ask(gateway.url, key, '{ videoTasks(first: 5) { nodes { id } } }')).status).toBe(200);
  expect((await ask(gateway.url, key, '{ videoTasks(first: 1) { nodes { id } } }')).status).toBe(429);
  expect((await ask(gateway.url, key, NAME)).status).toBe(200);
});

test('all transports take from the same minute, and say the same', async () => {
  const key = await limited('transports', { requestsPerMinute: 3 });
  const client = openClient(key);
  expect(await first(client, NAME)).toEqual({ viewer: { name: 'transports' } });
  expect((await openStream(key, NAME)).status).toBe(200);
  expect((await ask(gateway.url, key, NAME)).status).toBe(200);

  expect(await first(client, NAME)).toBe('RATE_LIMITED');
  expect(await first(client, FEED)).toBe('RATE_LIMITED');
  const stream = await openStream(key, NAME);
  expect(stream.status).toBe(429);
  expect(Number(stream.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await stream.text()).toContain('RATE_LIMITED');
  expect((await ask(gateway.url, key, NAME)).status).toBe(429);
  await client.dispose();
});

test.each([
  ['HTTP', (key: string) => ask(gateway.url, key, '{ nothing }')],
  ['a stream', async (key: string) => void (await (await openStream(key, '{ nothing }')).text())],
  [
    'a socket',
    async (key: string) => {
      const client = openClient(key);
      expect(await first(client, '{ nothing }')).toBe('GRAPHQL_VALIDATION_FAILED');
      await client.dispose();
    },
  ],
])('documents that are refused over %s take their turn, too', async (transport, send) => {
  const key = await limited(`refused over ${transport}`, { requestsPerMinute: 2 });
  await send(key);
  await send(key);
  expect((await ask(gateway.url, key, NAME)).status).toBe(429);
});

test('what no minute has room for is not told to come back', async () => {
  const key = await limited('never', { pointsPerMinute: 5 });
  const refused = await ask(gateway.url, key, PAGE);
  expect(refused).toMatchObject({ status: 400, code: 'OPERATION_TOO_COSTLY', retryAfter: null });
  expect(refused.message).toContain('This operation costs 10 points; you may use 5 a minute.');
  const stream = await openStream(key, PAGE);
  expect([stream.status, stream.headers.get('retry-after')]).toEqual([400, null]);
  expect(await stream.text()).toContain('OPERATION_TOO_COSTLY');
  const client = openClient(key);
  expect(await first(client, PAGE)).toBe('OPERATION_TOO_COSTLY');
  await client.dispose();
  const { data } = await ask(gateway.url, key, USE);
  expect(data).toMatchObject({ viewer: { use: { pointsThisMinute: { used: 2, left: 3 } } } });

  const nothing = await limited('nothing', { requestsPerMinute: 0 });
  // The second one is refused without a count.
  for (let count = 0; count < 2; count += 1) {
    const answer = await ask(gateway.url, nothing, NAME);
    expect(answer).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryAfter: null, retryAfterSeconds: undefined });
  }
});

test('a stream that has no place takes no points, and one that has no turn no place', async () => {
  const key = await limited('no place', { sockets: 0, pointsPerMinute: 25 });
  expect(await statusesOf(3, () => openStream(key, PAGE))).toEqual([429, 429, 429]);
  expect((await ask(gateway.url, key, PAGE)).status).toBe(200);

  const eager = await limited('no turn', { sockets: 1, pointsPerMinute: 10 });
  expect((await ask(gateway.url, eager, PAGE)).status).toBe(200);
  expect(await (await openStream(eager, PAGE)).text()).toContain('points a minute');
  expect((await openStream(eager, NAME)).status).toBe(200);
});

test('a socket too many is closed with 1013, and the stock client comes back until there is a place', async () => {
  const key = await limited('sockets', { sockets: 2 });
  const open = async () => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: key } }));
    return socket;
  };
  const [one] = await Promise.all(
    [open(), open()].map(async (opening) => {
      const socket = await opening;
      expect(String((await once(socket, 'message'))[0])).toContain('connection_ack');
      return socket;
    }),
  );
  const client = openClient(key);
  const closed = new Promise((resolve) => client.on('closed', resolve));
  const returned = first(client, NAME);
  expect(await closed).toMatchObject({ code: 1013, reason: expect.stringContaining('2 sockets and streams') });
  const stream = await openStream(key, FEED);
  expect([stream.status, await stream.text()]).toEqual([429, expect.stringContaining('RATE_LIMITED')]);

  one?.close();
  expect(await returned).toEqual({ viewer: { name: 'sockets' } });
  await client.dispose();
  await expect
    .poll(async () => (await ask(gateway.url, key, USE)).data)
    .toMatchObject({
      viewer: { use: { sockets: { used: 1, left: 1 } } },
    });
  const leaving = new AbortController();
  expect((await openStream(key, FEED, leaving.signal)).status).toBe(200);
  expect((await openStream(key, FEED)).status).toBe(429);
  leaving.abort();
  await expect
    .poll(async () => (await ask(gateway.url, key, USE)).data)
    .toMatchObject({
      viewer: { use: { sockets: { used: 1, left: 1, resetsAt: null } } },
    });
});

test('whoever may have no socket is not told to come back', async () => {
  const key = await limited('none', { sockets: 0 });
  // It would come back a hundred times.
  const client = openClient(key);
  await expect(client.iterate({ query: FEED }).next()).rejects.toMatchObject({ code: 4429 });
  await client.dispose();
});

test('`viewer` tells limits, use and when the minute ends', async () => {
  const key = await limited('viewer', { requestsPerMinute: 10, pointsPerMinute: 50, sockets: 5 });
  await ask(gateway.url, key, PAGE);
  const { data } = await ask(gateway.url, key, USE);
  expect(data).toMatchObject({
    viewer: {
      limits: { requestsPerMinute: 10, pointsPerMinute: 50, sockets: 5 },
      // Two operations, of ten points and of two.
      use: {
        requestsThisMinute: { used: 2, left: 8 },
        pointsThisMinute: { used: 12, left: 38 },
        sockets: { used: 0, left: 5 },
      },
    },
  });
  const { resetsAt } = z
    .object({ viewer: z.object({ use: z.object({ requestsThisMinute: z.object({ resetsAt: z.coerce.date() }) }) }) })
    .parse(data).viewer.use.requestsThisMinute;
  expect(resetsAt.getTime()).toBeGreaterThan(Date.now());
  expect(resetsAt.getTime()).toBeLessThan(Date.now() + 61_000);
});

test('what holds for all holds for keys without limits of their own; not for the operator, nor without keys', async () => {
  const callerLimits = { requestsPerMinute: 2, pointsPerMinute: null, sockets: 7 };
  const providers = [createScriptedProvider()];
  await using strict = await startGateway({ providers, config: { adminKey: ADMIN_KEY, callerLimits } });
  const key = await authorize(strict.url, 'studio');
  expect(await statusesOf(5, () => ask(strict.url, key, NAME))).toEqual([200, 200, 429, 429, 429]);
  expect(await statusesOf(5, () => ask(strict.url, `Bearer ${ADMIN_KEY}`, NAME))).toEqual([200, 200, 200, 200, 200]);
  await limitCaller(strict.url, 'studio', { requestsPerMinute: 1_000 });
  expect((await ask(strict.url, key, USE)).data).toMatchObject({
    viewer: {
      limits: { requestsPerMinute: 1_000, pointsPerMinute: null, sockets: 7 },
      use: { pointsThisMinute: null },
    },
  });
  await limitCaller(strict.url, 'studio', { requestsPerMinute: null });
  expect((await ask(strict.url, key, NAME)).status).toBe(429);

  await using open = await startGateway({ providers, config: { callerLimits } });
  expect(await statusesOf(5, () => ask(open.url, null, NAME))).toEqual([200, 200, 200, 200, 200]);
  expect((await ask(open.url, null, USE)).data).toMatchObject({
    viewer: { limits: { requestsPerMinute: null, sockets: null }, use: { requestsThisMinute: null, sockets: null } },
  });
});

test('limits are whole numbers', async () => {
  await authorize(gateway.url, 'whole');
  await expect(limitCaller(gateway.url, 'whole', { sockets: -1 })).rejects.toThrow(
    '`sockets` must be a whole number from 0 to',
  );
});
