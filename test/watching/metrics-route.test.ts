import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { SCOPES, type Scope } from '../../src/callers/caller.js';
import type { CancelOutcome } from '../../src/providers/provider.js';
import { ask } from '../support/keyed-caller.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { scrape } from '../support/read-samples.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask, findTask } from '../support/video-tasks.js';

const ADMIN_KEY = 'the key of the operator of these tests';
const TOKEN = 'what-prometheus-shows';

let open: TestGateway;
let closed: TestGateway;

beforeAll(async () => {
  const providers = [createScriptedProvider()];
  open = await startGateway({ providers });
  closed = await startGateway({ providers, config: { adminKey: ADMIN_KEY.replaceAll(' ', '-'), metricsToken: TOKEN } });
});

afterAll(async () => {
  await closed[Symbol.asyncDispose]();
  await open[Symbol.asyncDispose]();
});

function status(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    // `fetch` would not let a test say another Host.
    plainRequest(`${url}/metrics`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('as long as there are no keys, whoever is on this machine may read them, and nobody else', async () => {
  expect(await status(open.url)).toBe(200);
  expect(await status(open.url, { 'x-forwarded-for': '203.0.113.9' })).toBe(401);
  expect(await status(open.url, { host: 'rebound.example' })).toBe(401);
});

test('with keys, they are for the token and for administrators', async () => {
  const { commands } = closed.gateway;
  const key = async (scopes: readonly Scope[]): Promise<string> => {
    const made = await commands.createKey({ callerName: 'anna', label: '', scopes, expiresAt: null });
    return z.object({ text: z.string() }).parse(made).text;
  };
  const all = SCOPES.filter((scope) => scope !== 'admin');
  expect(await status(closed.url)).toBe(401);
  expect(await status(closed.url, { authorization: 'Bearer something-else-entirely' })).toBe(401);
  expect(await status(closed.url, { authorization: `Bearer ${await key(all)}` })).toBe(401);
  expect(await status(closed.url, { authorization: `Bearer ${TOKEN}` })).toBe(200);
  expect(await status(closed.url, { authorization: `Bearer ${await key(['admin'])}` })).toBe(200);
  // Scrapers call machines by any name.
  expect(await status(closed.url, { authorization: `Bearer ${TOKEN}`, host: '10.0.0.7:4000' })).toBe(200);
});

test('whatever clients call their operations, requests and paths, no series is added', async () => {
  const ask = async (name: string): Promise<void> => {
    const headers = { 'content-type': 'application/json', 'x-request-id': `request-${name}` };
    const send = (query: string) =>
      fetch(`${open.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) }).then((answer) =>
        answer.text(),
      );
    await send(`query ${name} { videoTask(id: "task_${name}") { id } }`);
    await send(`query ${name} { ${name}: viewer { name } }`);
    await send(`query ${name} { no${name} }`);
    await (await fetch(`${open.url}/${name}`)).text();
    await (await fetch(`${open.url}/media/${name}/${name}`)).text();
    await (await fetch(`${open.url}/callbacks/${name}/${name}`, { method: 'POST' })).text();
  };
  await ask('first');
  // Answers are counted right after they have left.
  const series = async (): Promise<string[]> => [...(await scrape(open.url)).keys()];
  await expect.poll(async () => (await series()).length).toBe((await series()).length);
  const before = await series();
  await Promise.all(Array.from({ length: 200 }, (_, index) => ask(`other${index}`)));
  const counted = await scrape(open.url);
  expect(counted.get('reelay_graphql_operations_total{code="OK",field="videoTask",type="query"}')).toBe(201);
  expect(counted.get('reelay_graphql_operations_total{code="OK",field="viewer",type="query"}')).toBe(201);
  expect([...counted.keys()].filter((name) => !before.includes(name))).toEqual([]);
});

test('while the store is away, all that this node knows by itself is told to the token', async () => {
  const config = { metricsToken: TOKEN };
  await using gateway = await startGateway({ providers: [createScriptedProvider()], config });
  await gateway.gateway[Symbol.asyncDispose]();
  const samples = await scrape(gateway.url, { authorization: `Bearer ${TOKEN}` });
  expect(samples.get('reelay_store_up{}')).toBe(0);
  expect(samples.get('process_cpu_seconds_total{}')).toBeGreaterThan(0);
  expect([...samples.keys()].filter((name) => name.startsWith('reelay_results_unfinished'))).toEqual([]);
});

test('a mutation whose client has left is counted when it ends', async () => {
  const stopped = createGate();
  const cancel = async (): Promise<CancelOutcome> => {
    await stopped.opened;
    return { kind: 'stopped' };
  };
  const provider = createScriptedProvider({ capabilities: { ...PAID, cancels: 'always' }, cancel });
  await using gateway = await startGateway({ providers: [provider] });
  const { id } = await createTask(gateway.url, { prompt: 'A lamp', durationSeconds: 2 });
  await expect.poll(async () => (await findTask(gateway.url, id))?.results[0]?.phase).toBe('GENERATING');

  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const send = (message: object): void => socket.send(JSON.stringify(message));
  socket.on('open', () => send({ type: 'connection_init' }));
  await once(socket, 'message');
  const query = `mutation { cancelVideoTask(input: { id: "${id}" }) { stillBilled } }`;
  send({ type: 'subscribe', id: 'left', payload: { query } });
  await expect.poll(() => provider.cancelled.length).toBe(1);
  socket.terminate();
  const sample = async (name: string) => (await scrape(gateway.url)).get(name);
  await expect.poll(() => sample('reelay_sockets_open{}')).toBe(0);
  stopped.open();
  const counted = 'reelay_graphql_operations_total{code="OK",field="cancelVideoTask",type="mutation"}';
  await expect.poll(() => sample(counted)).toBe(1);
});

test('what a cancelled result was estimated to cost is no spending', async () => {
  const provider = createScriptedProvider({ capabilities: PAID });
  await using gateway = await startGateway({ providers: [provider] });
  const { id } = await createTask(gateway.url, { prompt: 'A lamp', durationSeconds: 2 });
  await expect.poll(async () => (await findTask(gateway.url, id))?.results[0]?.phase).toBe('GENERATING');
  await ask(gateway.url, null, `mutation { cancelVideoTask(input: { id: "${id}" }) { stillBilled } }`);
  const samples = await scrape(gateway.url);
  expect(samples.get('reelay_tasks_finished_total{status="CANCELLED"}')).toBe(1);
  expect(samples.get('reelay_spend_usd_total{provider="ANIMATIC"}')).toBeUndefined();
});

function createGate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
