import { EventEmitter, once } from 'node:events';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { ADMIN_KEY, ask, authorize } from '../support/keyed-caller.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';

const ADMIN = `Bearer ${ADMIN_KEY}`;
const CREATE =
  'mutation { createVideoTask(input: { prompt: "A lighthouse at dusk" }) { task { id } userErrors { code } } }';

const lineSchema = z.looseObject({ operation: z.string().nullish(), code: z.string().optional() });
const lines: string[] = [];
let gateway: TestGateway;
beforeAll(async () => {
  const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  gateway = await startGateway({ providers: [createScriptedProvider()], logger, config: { adminKey: ADMIN_KEY } });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** The next operation waits for its turn until it is let go. */
function holdNextTurn(): { asked: Promise<unknown>; letGo: () => unknown } {
  const { turns } = gateway.gateway.rateLimiting;
  const take = turns.take.bind(turns);
  const gate = new EventEmitter();
  const asked = once(gate, 'asked');
  const open = once(gate, 'open');
  vi.spyOn(turns, 'take').mockImplementationOnce(async (caller, points) => {
    gate.emit('asked');
    await open;
    return take(caller, points);
  });
  return { asked, letGo: () => gate.emit('open') };
}

async function sendBySocket(key: string): Promise<unknown> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: key } }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: CREATE } }));
  return once(socket, 'close');
}

test.each([
  ['a socket', (key: string) => ({ cut: sendBySocket(key) })],
  ['HTTP', (key: string) => ({ cut: ask(gateway.url, key, CREATE).catch(() => 'cut off') })],
])('what waits for its turn while its key is revoked is not run: %s', async (transport, send) => {
  const key = await authorize(gateway.url, `leaving ${transport}`);
  const [, id = ''] = key.split('_');
  const { asked, letGo } = holdNextTurn();
  const { cut } = send(key);
  await asked;
  const before = lines.length;
  const revoke = `mutation { revokeApiKey(input: { id: "${id}" }) { apiKey { id } } }`;
  expect((await ask(gateway.url, ADMIN, revoke)).status).toBe(200);
  await cut;
  letGo();
  const told = () =>
    lines
      .slice(before)
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .filter(({ operation }) => operation === 'createVideoTask');
  await expect.poll(told).toMatchObject([{ event: 'denial', code: 'UNAUTHENTICATED' }]);
});
