import { createClient } from 'graphql-sse';
import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDirectedProvider } from '../support/directed-provider.js';
import { graphql } from '../support/graphql/gql.js';
import { completed, running } from '../support/outcomes.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, untilTask } from '../support/video-tasks.js';

const WATCH = graphql(`
  subscription WatchByStream($id: ID!, $afterVersion: Int) {
    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {
      version
      type
      task {
        status
      }
    }
  }
`);

let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };
/** Prompts of tasks that may come to their end. */
const released = new Set<string>();

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  const clip = await makeShortClip(folder.path);
  const provider = createDirectedProvider(({ prompt }) => (released.has(prompt) ? completed(clip) : running(10)));
  gateway = await startGateway({ providers: [provider] });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const QUERY = print(WATCH);

/** Everything that a stock client gets of a task, to the end of its subscription. */
async function watch(id: string, afterVersion: number | null = null): Promise<{ version: number; type: string }[]> {
  const client = createClient({ url: `${gateway.url}/graphql/stream`, retryAttempts: 0 });
  const seen = [];
  for await (const { data } of client.iterate<{ videoTaskUpdated: { version: number; type: string } }>({
    query: QUERY,
    variables: { id, afterVersion },
  })) {
    if (data != null) seen.push(data.videoTaskUpdated);
  }
  client.dispose();
  return seen;
}

function send(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${gateway.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
  });
}

function get(parameters: Record<string, string>): Promise<Response> {
  const address = `${gateway.url}/graphql/stream?${new URLSearchParams(parameters).toString()}`;
  return fetch(address, { headers: { accept: 'text/event-stream' } });
}

test('a stock graphql-sse client sees a task from its state now to its end, and can come back by version', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'streamed' });
  const watching = watch(id);
  await untilTask(gateway.url, id, ({ progress }) => progress === 10);
  released.add('streamed');
  const seen = await watching;
  expect(seen[0]?.type).toBe('SNAPSHOT');
  expect(seen.at(-1)).toMatchObject({ type: 'COMPLETED', task: { status: 'COMPLETED' } });
  const [first, ...rest] = seen;
  expect(rest.map(({ version }) => version)).toEqual(rest.map((_, index) => (first?.version ?? 0) + index + 1));
  const all = await watch(id, 0);
  expect(all.map(({ version }) => version)).toEqual(all.map((_, index) => index + 1));
  expect(await watch(id, all.length - 2)).toEqual(all.slice(-2));
});

test('a browser without a library can use EventSource: GET with everything in the address', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'got' });
  released.add('got');
  const response = await get({ query: QUERY, variables: JSON.stringify({ id, afterVersion: 0 }) });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const text = await response.text();
  expect(text).toContain('event: next\ndata: {"data":{"videoTaskUpdated":{"version":1,"type":"CREATED"');
  expect(text.endsWith('event: complete\ndata:\n\n')).toBe(true);
});

test('queries, and what is wrong with an operation, are answered in the stream', async () => {
  const answer = async (query: string) => (await send({ query })).text();
  expect(await answer('{ viewer { name } }')).toContain('event: next\ndata: {"data":{"viewer":{"name":"local"}},');
  expect(await answer('{ nothing }')).toContain('Cannot query field');
  expect(await answer('subscription { videoTaskUpdated(id: "task_none") { version } }')).toContain(
    '"code":"NOT_FOUND"',
  );
});

test.each([
  ['an operation that is missing', () => send({}), 400, 'query'],
  ['variables that are no JSON', () => get({ query: QUERY, variables: '{' }), 400, 'is no JSON'],
  [
    'a mutation in an address',
    () => get({ query: 'mutation { cancelVideoTask(input: { id: "x" }) { stillBilled } }' }),
    405,
    'GET',
  ],
  [
    'a client that takes no stream',
    () => send({ query: '{ viewer { name } }' }, { accept: 'application/json' }),
    406,
    'text/event-stream',
  ],
  ['a page of another origin', () => send({ query: QUERY }, { origin: 'https://evil.example' }), 403, 'page'],
])('%s is refused', async (_name, ask, status, message) => {
  const response = await ask();
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(message);
});

test('a server that leaves cuts streams off without an end, so that clients come back', async () => {
  const other = await startGateway({ providers: [createDirectedProvider(() => running(10))] });
  const { id } = await createTask(other.url, { prompt: 'left behind' });
  const response = await fetch(`${other.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: QUERY, variables: { id, afterVersion: 0 } }),
  });
  const text = response.text();
  await untilTask(other.url, id, ({ progress }) => progress === 10);
  await other[Symbol.asyncDispose]();
  expect(await text.catch(() => 'cut off')).not.toContain('event: complete');
});
