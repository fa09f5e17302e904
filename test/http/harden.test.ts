import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

const APP = 'https://app.example.com';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()], config: { allowedOrigins: [APP] } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

function ask(origin: string, method = 'POST'): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method,
    headers: {
      origin,
      'content-type': 'application/json',
      ...(method === 'OPTIONS'
        ? { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, content-type' }
        : {}),
    },
    ...(method === 'OPTIONS' ? {} : { body: '{"query":"{ viewer { name } }"}' }),
  });
}

/** Whether a page of an origin may open a WebSocket. */
async function opens(origin: string): Promise<boolean> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
  const opened = await Promise.race([
    once(socket, 'open').then(() => true),
    once(socket, 'close').then(() => false),
  ]).catch(() => false);
  socket.on('error', () => undefined);
  socket.terminate();
  return opened;
}

test('pages of an allowed origin may call on every transport, and those of others may not', async () => {
  const preflight = await ask(APP, 'OPTIONS');
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(APP);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
  expect((await ask(APP)).headers.get('access-control-allow-origin')).toBe(APP);
  expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  expect([await opens(APP), await opens('https://evil.example')]).toEqual([true, false]);
  const stream = (origin: string): Promise<Response> =>
    fetch(`${gateway.url}/graphql/stream?query={viewer{name}}`, { headers: { origin, accept: 'text/event-stream' } });
  const [allowed, other] = [await stream(APP), await stream('https://evil.example')];
  expect([allowed.status, other.status]).toEqual([200, 403]);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(APP);
  await allowed.text();
});

test.each(['/graphql', '/healthz', '/nowhere', '/media/asset_x/video.mp4', '/uploads/asset_x'])(
  'what comes from %s is given to no page as anything else, and runs nothing',
  async (path) => {
    const { headers } = await fetch(`${gateway.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).not.toBeNull();
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  },
);

test('the page keeps a policy of its own', async () => {
  const { headers } = await fetch(`${gateway.url}/graphiql`);
  expect(headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('a request with more headers than anybody needs is refused or cut, and nobody else notices', async () => {
  const { port } = new URL(gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n${'x-long: '.concat('a'.repeat(900), '\r\n').repeat(40)}\r\n`,
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 4/);
  socket.destroy();
  expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
});
