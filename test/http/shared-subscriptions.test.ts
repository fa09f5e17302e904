import { once } from 'node:events';
import { createServer } from 'node:http';
import { buildSchema, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { UNWATCHED } from '../support/unwatched.js';
import { SCOPES, type Caller, type Scope } from '../../src/callers/caller.js';
import { createContextFactory } from '../../src/graphql/create-context.js';
import type { GraphQLContext } from '../../src/graphql/context.js';
import { createPrepareOperation } from '../../src/graphql/prepare-operation.js';
import { attachGraphqlSocket } from '../../src/http/graphql-socket.js';
import { maskResult } from '../../src/http/mask-result.js';
import { sharePayloads } from '../../src/http/share-payloads.js';
import { createDisposal, type Disposal } from '../../src/lib/disposal.js';
import type { Feed } from '../../src/lib/feed.js';
import { iterateFeed } from '../../src/lib/iterate-feed.js';

type Event = { number: number };

function openCaller(name: string, scopes: readonly Scope[]): Caller {
  return { id: `caller_${name}`, name, scopes: new Set(scopes), credential: { kind: 'open' } };
}

const PLAIN = 'subscription ($afterVersion: Int) { videoTaskUpdated(afterVersion: $afterVersion) { number seenBy } }';
const ECHO = 'subscription ($text: String) { videoTaskUpdated { number echo(text: $text) } }';
/** The position also shapes the payload here. */
const POSITION_SHOWN =
  'subscription ($afterVersion: Int) { videoTaskUpdated(afterVersion: $afterVersion) { number plus(value: $afterVersion) } }';

let stack: Disposal;
let url: string;
/** What every feed gives, once the gate is open: the very same objects to all. */
let events: Event[];
/** Feeds that wait for the gate. */
let waiting: (() => void)[];
let isOpen: boolean;
let subscribed: number;
let pulled: number;
/** Numbers of the events that were executed, in order. */
let executed: number[];
/** The account of the next operation. */
let callerName: string;
let callerScopes: readonly Scope[];

beforeEach(async () => {
  stack = createDisposal();
  [events, subscribed, pulled, executed, callerName] = [
    [{ number: 1 }, { number: 2 }, { number: 3 }],
    0,
    0,
    [],
    'anna',
  ];
  callerScopes = SCOPES;
  isOpen = false;
  waiting = [];
  const schema = playedSchema();
  const edge = { isUnavailable: () => false, logger: pino({ level: 'silent' }) };
  const server = createServer();
  const createContext = createContextFactory({
    audit: () => undefined,
    findAssets: () => Promise.resolve([]),
    findTasks: () => Promise.resolve([]),
    findTaskDeliveries: () => Promise.resolve(new Map()),
    watchTask: () => Promise.resolve({ kind: 'not-found' }),
    watchCaller: () => Promise.reject(new Error('Nobody asks for this.')),
  });
  const signal = new AbortController().signal;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.use({ [Symbol.asyncDispose]: async () => void server.close() });
  const sockets = attachGraphqlSocket(server, {
    schema,
    prepare: createPrepareOperation(schema, true),
    sources: {
      share: sharePayloads(),
      mask: (result, requestId) => maskResult(result, edge, requestId),
      watch: UNWATCHED,
    },
    admission: {
      authenticate: async () => ({ kind: 'known', caller: openCaller(callerName, callerScopes) }),
      liveKeys: { hold: () => () => undefined },
      turns: { peek: () => null, take: async () => null },
      places: { take: async () => ({ kind: 'held', release: () => undefined }) },
      audit: () => undefined,
    },
    createContext: (caller, trail, origin) => createContext(caller, trail, origin, signal),
    publicUrl: () => url,
    allowedOrigins: [],
    edge,
    watch: UNWATCHED,
  });
  stack.use(sockets);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
});

afterEach(() => stack[Symbol.asyncDispose]());

function playedSchema(): GraphQLSchema {
  const schema = buildSchema(`
    type Query { nothing: Int }
    type Event { number: Int, seenBy: String, allowed: String, echo(text: String): String, plus(value: Int): Int }
    type Subscription { videoTaskUpdated(afterVersion: Int): Event }`);
  const fields = (name: string) => {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`${name} is no type.`);
    return type.getFields();
  };
  Object.assign(fields('Subscription')['videoTaskUpdated'] ?? {}, {
    subscribe: feed,
    resolve: (event: Event) => {
      executed.push(event.number);
      return event;
    },
  });
  Object.assign(fields('Event')['seenBy'] ?? {}, {
    resolve: (_event: Event, _args: object, { caller }: GraphQLContext) => caller.name,
  });
  Object.assign(fields('Event')['allowed'] ?? {}, {
    resolve: (_event: Event, _args: object, { caller }: GraphQLContext) => [...caller.scopes].join(),
  });
  Object.assign(fields('Event')['echo'] ?? {}, { resolve: (_event: Event, { text }: { text: string }) => text });
  Object.assign(fields('Event')['plus'] ?? {}, {
    resolve: ({ number }: Event, { value }: { value: number }) => number + value,
  });
  return schema;
}

/** From now on every feed gives all its events. */
function openGate(): void {
  isOpen = true;
  for (const callback of waiting) callback();
}

/** Each event is read when it is asked for, and not before the gate is open. */
function feed(): Feed<Event> {
  let [read, closed] = [0, false];
  subscribed += 1;
  return iterateFeed({
    take() {
      const event = isOpen && !closed ? events[read] : undefined;
      if (event === undefined) return null;
      pulled += 1;
      read += 1;
      return event;
    },
    ended: () => (closed || read === events.length ? { error: null } : null),
    whenReady: (callback) => void waiting.push(callback),
    close: () => (closed = true),
  });
}

/** What a client of its own gets, to the end. */
async function watch(
  query: string,
  variables: Record<string, unknown> = {},
  operationName: string | null = null,
): Promise<unknown[]> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    const results = [];
    for await (const { data } of client.iterate({ query, variables, operationName }))
      results.push(data?.['videoTaskUpdated']);
    return results;
  } finally {
    await client.dispose();
  }
}

/** Subscribes one after the other, then lets the events flow. */
async function watchTogether(watches: readonly (() => Promise<unknown[]>)[]): Promise<unknown[][]> {
  const running: Promise<unknown[]>[] = [];
  for (const start of watches) {
    running.push(start());
    await expect.poll(() => subscribed).toBe(running.length);
  }
  openGate();
  return Promise.all(running);
}

test('equal subscriptions share one execution of each event, wherever they took up the feed', async () => {
  const seen = await watchTogether([0, 1, 2, null].map((afterVersion) => () => watch(PLAIN, { afterVersion })));
  const all = [1, 2, 3].map((number) => ({ number, seenBy: 'anna' }));
  expect(seen).toEqual([all, all, all, all]);
  expect(executed).toEqual([1, 2, 3]);
});

test('what a variable shapes is not shared between different values, the position included', async () => {
  const seen = await watchTogether([
    () => watch(ECHO, { text: 'one' }),
    () => watch(ECHO, { text: 'other' }),
    () => watch(POSITION_SHOWN, { afterVersion: 10 }),
    () => watch(POSITION_SHOWN, { afterVersion: 20 }),
  ]);
  expect(seen.map(([first]) => first)).toEqual([
    { number: 1, echo: 'one' },
    { number: 1, echo: 'other' },
    { number: 1, plus: 11 },
    { number: 1, plus: 21 },
  ]);
});

test('no caller sees what was executed for another, even of the very same event', async () => {
  const as = (name: string) => () => {
    callerName = name;
    return watch(PLAIN);
  };
  const seen = await watchTogether([as('anna'), as('bela'), as('anna'), as('bela')]);
  const seenAs = (seenBy: string) => [1, 2, 3].map((number) => ({ number, seenBy }));
  expect(seen).toEqual([seenAs('anna'), seenAs('bela'), seenAs('anna'), seenAs('bela')]);
  expect(executed).toHaveLength(6);
});

test('keys of one caller with other scopes do not share what they see', async () => {
  const withScopes = (scopes: readonly Scope[]) => () => {
    callerScopes = scopes;
    return watch('subscription { videoTaskUpdated { allowed } }');
  };
  const seen = await watchTogether([withScopes(['tasks:read']), withScopes(['tasks:read', 'admin'])]);
  expect(seen.map(([first]) => first)).toEqual([{ allowed: 'tasks:read' }, { allowed: 'tasks:read,admin' }]);
});

test('documents of every shape see together what each sees alone', async () => {
  const documents = [
    'subscription { videoTaskUpdated { number } }',
    'subscription { videoTaskUpdated { n: number } }',
    'subscription A { videoTaskUpdated { number } } subscription B { videoTaskUpdated { seenBy } }',
    'subscription ($show: Boolean!) { videoTaskUpdated { number seenBy @include(if: $show) } }',
    'subscription ($show: Boolean!) { videoTaskUpdated { number ...Seen @skip(if: $show) } } fragment Seen on Event { seenBy }',
    'subscription ($show: Boolean!) { videoTaskUpdated { number ...Seen @skip(if: $show) } } fragment Seen on Event { allowed }',
  ];
  const asked = documents.flatMap((query) =>
    query.includes('$show')
      ? [true, false].map((show) => ({ query, variables: { show }, operationName: null }))
      : (query.includes(' A ') ? ['A', 'B'] : [null]).map((operationName) => ({ query, variables: {}, operationName })),
  );
  const all = ['anna', 'bela'].flatMap((name) => [...asked, ...asked].map((each) => ({ name, ...each })));
  const starts = all.map(({ name, query, variables, operationName }) => () => {
    callerName = name;
    return watch(query, variables, operationName);
  });
  const together = await watchTogether(starts);
  const alone: unknown[][] = [];
  // The gate stays open: each runs by itself, over events that nobody else has seen.
  for (const start of starts) {
    events = events.map(({ number }) => ({ number }));
    alone.push(await start());
  }
  expect(together).toEqual(alone);
  expect(new Set(together.map((seen) => JSON.stringify(seen))).size).toBe(7);
});

test('a reader that stops reading holds back only itself, and misses nothing when it goes on', async () => {
  const text = 'x'.repeat(8_000);
  events = Array.from({ length: 5_000 }, (_, number) => ({ number }));
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  stack.use({ [Symbol.asyncDispose]: async () => void socket.terminate() });
  await once(socket, 'open');
  const numbers: number[] = [];
  let completed = false;
  socket.on('message', (frame: Buffer) => {
    const message: { type: string; payload?: { data: { videoTaskUpdated: Event } } } = JSON.parse(frame.toString());
    if (message.type === 'next' && message.payload !== undefined)
      numbers.push(message.payload.data.videoTaskUpdated.number);
    completed ||= message.type === 'complete';
  });
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: 'slow', type: 'subscribe', payload: { query: ECHO, variables: { text } } }));
  await expect.poll(() => subscribed).toBe(1);
  socket.pause();
  openGate();
  await settled(() => pulled);
  // A window of 128 KiB, whatever the kernels of both ends would take.
  expect(pulled).toBeLessThan(24);
  const quick = await watch(ECHO, { text: 'quick' });
  expect(quick).toHaveLength(events.length);
  socket.resume();
  await expect.poll(() => completed, { timeout: 20_000 }).toBe(true);
  expect(numbers).toEqual(events.map(({ number }) => number));
});

test('a subscription that its client completes ends its feed, and nothing follows', async () => {
  const client = createClient({ url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket });
  stack.use({ [Symbol.asyncDispose]: async () => void client.dispose() });
  const got: unknown[] = [];
  const stop = client.subscribe(
    { query: PLAIN },
    { next: (value) => got.push(value), error: (error) => got.push(error), complete: () => got.push('complete') },
  );
  await expect.poll(() => subscribed).toBe(1);
  stop();
  await expect.poll(() => got).toEqual(['complete']);
  const rest = watch(PLAIN);
  await expect.poll(() => subscribed).toBe(2);
  openGate();
  expect(await rest).toHaveLength(3);
  expect(got).toEqual(['complete']);
});

/** Waits until a number has stayed the same for a while. */
async function settled(read: () => number): Promise<void> {
  let before = -1;
  await expect
    .poll(
      () => {
        const now = read();
        const same = now > 0 && now === before;
        before = now;
        return same;
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(true);
}
