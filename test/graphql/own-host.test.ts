import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()] });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** The status of a GET with a Host of one's own choice, which `fetch` does not allow. */
async function statusWithHost(path: string, host: string, url = gateway.url): Promise<number | undefined> {
  const headers = { host, 'apollo-require-preflight': '1' };
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest(`${url}${path}`, { headers }, resolve).on('error', reject).end();
  });
  incoming.resume();
  return incoming.statusCode;
}

/** The status with which a WebSocket is answered; 101 when it opens. */
async function socketStatus(
  headers: Record<string, string>,
  url = gateway.url,
  path = '/graphql',
): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', { headers });
  try {
    return await new Promise((resolve, reject) => {
      socket.on('open', () => resolve(101));
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', reject);
    });
  } finally {
    socket.on('error', () => undefined);
    socket.terminate();
  }
}

describe('a request over HTTP', () => {
  test.each(['/graphql?query={viewer{name}}', '/graphiql', '/schema.graphql', '/media/a/b'])(
    'by another name is refused: %s',
    async (path) => {
      expect(await statusWithHost(path, 'evil.example')).toBe(421);
      expect(await statusWithHost(path, '127.0.0.1.evil.example:4000')).toBe(421);
    },
  );

  test.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST:4000'])(
    'by a name of this machine is served: %s',
    async (host) => {
      expect(await statusWithHost('/graphql?query={viewer{name}}', host)).toBe(200);
    },
  );

  test('by the public name is served', async () => {
    const config = { publicUrl: 'https://video.example.com' };
    await using open = await startGateway({ providers: [createScriptedProvider()], config });
    expect(await statusWithHost('/graphiql', 'video.example.com', open.url)).toBe(200);
    expect(await statusWithHost('/graphiql', 'other.example.com', open.url)).toBe(421);
    // Whoever comes by that name comes from elsewhere, and there is no key.
    expect(await statusWithHost('/graphql?query={viewer{name}}', 'video.example.com', open.url)).toBe(401);
    const host = 'video.example.com';
    expect(await socketStatus({ host, origin: 'https://video.example.com' }, open.url)).toBe(101);
    expect(await socketStatus({ host, origin: 'https://other.example.com' }, open.url)).toBe(403);
  });
});

test('whoever watches over machines asks by their addresses, and is answered', async () => {
  expect(await statusWithHost('/healthz', '10.1.2.3:4000')).toBe(200);
  expect(await statusWithHost('/readyz', '10.1.2.3:4000')).toBe(200);
  expect(await statusWithHost('/readyz?verbose=1', '10.1.2.3:4000')).toBe(200);
});

test.each(['x-forwarded-for', 'forwarded', 'via'])('what a proxy passes on needs a key: %s', async (name) => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${gateway.url}/graphql?query={viewer{name}}`, { headers: { 'apollo-require-preflight': '1', ...headers } });
  expect((await ask({})).status).toBe(200);
  expect((await ask({ [name]: '203.0.113.9' })).status).toBe(401);
});

describe('a WebSocket', () => {
  test('from the own page, or from no page at all, opens', async () => {
    expect(await socketStatus({ origin: gateway.url })).toBe(101);
    expect(await socketStatus({})).toBe(101);
  });

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1.evil.example', 'nonsense'])(
    'from the page of another origin does not: %s',
    async (origin) => {
      expect(await socketStatus({ origin })).toBe(403);
    },
  );

  test('by another name does not', async () => {
    expect(await socketStatus({ host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
  });

  test('elsewhere is not found', async () => {
    expect(await socketStatus({}, gateway.url, '/elsewhere')).toBe(404);
  });

  test('whose request is nonsense, or that hangs up at once, does no harm', async () => {
    const { hostname, port } = new URL(gateway.url);
    const head = `Host: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
    for (const target of ['//', '/\\', '*']) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(`GET ${target} HTTP/1.1\r\n${head}`);
      await once(socket, 'data');
      socket.destroy();
    }
    for (let round = 0; round < 20; round += 1) {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(`GET /elsewhere HTTP/1.1\r\n${head}`);
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    expect(await statusWithHost('/healthz', 'localhost')).toBe(200);
  });
});
