import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { mintKey, writeKey } from '../../src/callers/key-text.js';
import type { ProviderCapabilities } from '../../src/providers/provider.js';
import { requestResult } from '../support/graphql-client.js';
import { graphql } from '../support/graphql/gql.js';
import { running } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { createTask, untilTask } from '../support/video-tasks.js';

const POSTGRES = await hasPostgres();

const CREATE = graphql(`
  mutation StoreAwayCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
    }
  }
`);

const LIST = graphql(`
  query StoreAwayList {
    videoTasks {
      feedCursor
    }
  }
`);

const away = expect.objectContaining({ code: 'SERVICE_UNAVAILABLE', retryable: true });

/** A gateway whose way to PostgreSQL can be broken. */
async function openRoom(capabilities: Partial<ProviderCapabilities> = {}) {
  const database = await createPostgres();
  const proxy = await openTcpProxy(5432);
  const provider = createScriptedProvider({ capabilities, check: () => running(40) });
  const url = `postgresql://postgres@127.0.0.1:${proxy.port}/${database.name}`;
  const gateway = await startGateway({ providers: [provider], config: { database: { kind: 'postgres', url } } });
  const close = async (): Promise<void> => {
    proxy.heal();
    await gateway[Symbol.asyncDispose]();
    await proxy[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  };
  return { proxy, provider, gateway, [Symbol.asyncDispose]: close };
}

/** Requests end, and say that they may be sent again; the node tells that it is not ready. */
async function expectAway({ url }: TestGateway): Promise<void> {
  const [created, listed, ready] = await Promise.all([
    requestResult(url, CREATE, { input: { prompt: 'A lamp' } }),
    requestResult(url, LIST, {}),
    fetch(`${url}/readyz`),
  ]);
  expect(created.errors?.[0]?.extensions).toEqual(away);
  expect(listed.errors?.[0]?.extensions).toEqual(away);
  expect(created.errors?.[0]?.message).toContain('Send the same operation again');
  expect(ready.status).toBe(503);
}

/** How a socket is closed that comes with a key; on 1013 the stock client tries again. */
async function closeCodeOf({ url }: TestGateway): Promise<unknown> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const authorization = `Bearer ${writeKey(mintKey())}`;
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  const [code] = await once(socket, 'close');
  return code;
}

async function expectBack({ url }: TestGateway): Promise<void> {
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  await expect.poll(async () => (await requestResult(url, LIST, {})).errors).toBeUndefined();
}

test.skipIf(!POSTGRES).each([
  ['falls silent', (proxy: TcpProxy) => proxy.fallSilent()],
  ['is cut off', (proxy: TcpProxy) => proxy.cutOff()],
])('while PostgreSQL %s, requests end with a retryable code; afterwards everything goes on', async (_, breakWay) => {
  await using room = await openRoom();
  const { gateway, proxy, provider } = room;
  const before = await createTask(gateway.url, { prompt: 'A lamp that was there before' });
  await untilTask(gateway.url, before.id, ({ progress }) => progress > 0);

  breakWay(proxy);
  await expectAway(gateway);
  expect(await closeCodeOf(gateway)).toBe(1013);
  // Twice: connections that fell silent are not used again.
  await expectAway(gateway);
  proxy.heal();
  await expectBack(gateway);

  const after = await createTask(gateway.url, { prompt: 'A lamp that came after' });
  await untilTask(gateway.url, after.id, ({ progress }) => progress > 0);
  const checks = provider.checks.length;
  await expect.poll(() => provider.checks.length).toBeGreaterThan(checks);
});
