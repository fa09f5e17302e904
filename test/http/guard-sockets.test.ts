import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer, type AddressInfo } from 'ws';
import { z } from 'zod';
import { createSocketGuard, SOCKET_LIMITS } from '../../src/http/guard-sockets.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask } from '../support/video-tasks.js';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ providers: [createScriptedProvider()] });
});
afterEach(() => gateway[Symbol.asyncDispose]());

async function openSocket(options: { origin?: string } = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
  await once(socket, 'open');
  return socket;
}

async function closeOf(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return z.number().parse(code);
}

/** Sends, and leaves errors to the close that follows them. */
function send(socket: WebSocket, data: string | Buffer, options: { fin?: boolean } = {}): void {
  socket.on('error', () => undefined);
  socket.send(data, { binary: false, ...options });
}

/** The server still serves everybody else. */
async function expectServing(): Promise<void> {
  const socket = await openSocket();
  socket.send(JSON.stringify({ type: 'connection_init' }));
  const [message] = await once(socket, 'message');
  expect(String(message)).toContain('connection_ack');
  socket.terminate();
}

test('a message larger than is taken closes its socket', async () => {
  const socket = await openSocket();
  send(socket, JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(SOCKET_LIMITS.messageBytes) } }));
  expect(await closeOf(socket)).toBe(1009);
  await expectServing();
});

test('a message in more fragments than are taken closes its socket', async () => {
  const socket = await openSocket();
  for (let part = 0; part <= SOCKET_LIMITS.fragments; part += 1) send(socket, ' ', { fin: false });
  expect(await closeOf(socket)).toBe(1008);
  await expectServing();
});

test('a flood of messages closes its socket, before anybody knows who sends it', async () => {
  const socket = await openSocket();
  for (let count = 0; count < 3 * SOCKET_LIMITS.messagesPerSecond; count += 1) send(socket, '{"type":"ping"}');
  expect(await closeOf(socket)).toBe(1008);
  await expectServing();
});

test.each(['nonsense', '[]', '{"type":"nonsense"}', '{"type":"subscribe","id":"1"}', '\u0000'])(
  'the message %j closes its socket',
  async (message) => {
    const socket = await openSocket();
    send(socket, message);
    expect([4400, 4401]).toContain(await closeOf(socket));
    await expectServing();
  },
);

test('a second greeting, and an id that is in use, close their socket', async () => {
  const twice = await openSocket();
  send(twice, '{"type":"connection_init"}');
  send(twice, '{"type":"connection_init"}');
  expect(await closeOf(twice)).toBe(4429);

  const task = await createTask(gateway.url, { prompt: 'A lamp' });
  const same = await openSocket();
  send(same, '{"type":"connection_init"}');
  await once(same, 'message');
  const query = `subscription { videoTaskUpdated(id: "${task.id}") { version } }`;
  for (let count = 0; count < 2; count += 1) {
    send(same, JSON.stringify({ id: 'same', type: 'subscribe', payload: { query } }));
  }
  expect(await closeOf(same)).toBe(4409);
});

test('a socket carries only so many operations, and more again when some are complete', async () => {
  const client = createClient({
    url: `${gateway.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
  });
  const open = (): { first: Promise<unknown>; stop: () => void } => {
    let stop = (): void => undefined;
    const first = new Promise<unknown>((resolve) => {
      stop = client.subscribe(
        { query: 'subscription { videoTasksUpdated { cursor } }' },
        { next: resolve, error: resolve, complete: () => resolve('complete') },
      );
    });
    return { first, stop };
  };
  const opened = Array.from({ length: SOCKET_LIMITS.operations }, open);
  expect(JSON.stringify(await open().first)).toContain('TOO_MANY_OPERATIONS');
  opened[0]?.stop();
  await opened[0]?.first;
  await createTask(gateway.url, { prompt: 'A lamp' });
  const again = open();
  await createTask(gateway.url, { prompt: 'Another lamp' });
  expect(JSON.stringify(await again.first)).toContain('cursor');
  await client.dispose();
});

test('pages of other origins may not open a socket', async () => {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin: 'https://evil.example',
  });
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('403');
  const own = await openSocket({ origin: gateway.url });
  own.terminate();
});

test('whoever is not known in time is dismissed, and whoever reads nothing is cut off', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const guard = createSocketGuard({ ...SOCKET_LIMITS, acknowledgeMs: 50, unreadBytes: 1000 });
  const known = new Set<string>();
  server.on('connection', (socket, request) => {
    guard.watch(socket);
    if (request.url === '/known') guard.acknowledge(socket);
    known.add(request.url ?? '');
    socket.on('message', () => socket.send('x'.repeat(16 * 1024 * 1024)));
  });
  const [late, reader] = [new WebSocket(`${url}/late`), new WebSocket(`${url}/known`)];
  expect(await closeOf(late)).toBe(4408);
  expect(reader.readyState).toBe(WebSocket.OPEN);

  reader.pause();
  reader.send('one');
  reader.send('two');
  await expect.poll(() => server.clients.size).toBe(0);
  expect(known).toEqual(new Set(['/late', '/known']));
  reader.terminate();
  server.close();
});
