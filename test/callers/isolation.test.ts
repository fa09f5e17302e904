import { readFile } from 'node:fs/promises';
import { buildSchema, extendSchema, parse, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { SCOPES } from '../../src/callers/caller.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { ADMIN_KEY, ask, authorize } from '../support/keyed-caller.js';
import { completed, running } from '../support/outcomes.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { openWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';
import { everythingOf, uncovered } from './isolation-coverage.js';
import { NODES, PLACES, ROOTS, type RootEntry, type Things } from './isolation-table.js';

const NO_ADMIN = SCOPES.filter((scope) => scope !== 'admin');
const CREATE = `mutation ($input: CreateVideoTaskInput!) {
  createVideoTask(input: $input) { replayed task { id } userErrors { __typename code message path } } }`;
const ESTIMATE = `query ($input: CreateVideoTaskInput!) {
  estimateVideoTask(input: $input) { userErrors { __typename code message path } } }`;
const IMPORT = `mutation ($input: ImportMediaInput!) {
  importMedia(input: $input) { asset { id } userErrors { __typename code message path } } }`;
const IDS = '{ videoTasks(first: 20) { nodes { id status } } webhookDeliveries(first: 20) { nodes { id } } }';
const REPLAY = `mutation { replayWebhooks(input: { from: "2026-01-01T00:00:00Z", to: "2126-01-01T00:00:00Z", statuses: [DELIVERED] }) {
  replayed userErrors { message } } }`;
const ATTEMPTS = 'query ($id: ID!) { webhookDelivery(id: $id) { status attempts { __typename } } }';
const FEED = 'subscription { videoTasksUpdated { event { task { id } } } }';
const TASK_UUID = '0b9f3c52-6d8e-4a0e-9c1e-0c4f5d1c2a3b';

let folder: AsyncDisposable & { path: string };
let receiver: WebhookReceiver;
let gateway: TestGateway;
let schema: GraphQLSchema;
let [anna, bert] = ['', ''];
/** Anna's. */
let things: Things;
/** What may be seen of Anna nowhere: her ids, her name, her links. */
let traces: string[];

beforeAll(async () => {
  schema = buildSchema(await readFile(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  folder = await createTemporaryDirectory();
  const clip = await makeShortClip(folder.path);
  receiver = await openWebhookReceiver();
  const provider = createDirectedProvider(({ prompt }) => (prompt === 'finish' ? completed(clip) : running(10)));
  gateway = await startGateway({ providers: [provider], config: { adminKey: ADMIN_KEY } });
  anna = await authorize(gateway.url, 'anna', NO_ADMIN);
  bert = await authorize(gateway.url, 'bert', NO_ADMIN);
  things = await makeThings(anna);
  await makeThings(bert);
  traces = [...Object.values(things), 'anna'];
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const node = z.object({ id: z.string() });
const created = z.object({ createVideoTask: z.object({ task: node }) });
const finished = z.object({
  videoTask: z.object({
    status: z.literal('COMPLETED'),
    results: z.tuple([z.object({ video: node })]),
    webhookDeliveries: z.tuple([z.object({ id: z.string(), status: z.literal('DELIVERED') })]),
  }),
});

async function create(key: string, input: object): Promise<string> {
  const { data } = await ask(gateway.url, key, CREATE, { input });
  return created.parse(data).createVideoTask.task.id;
}

/** A finished task with its file and message, a running one, and the key. */
async function makeThings(key: string): Promise<Things> {
  const finishedTask = await create(key, { prompt: 'finish', webhook: { url: `${receiver.url}/of-one-caller` } });
  const runningTask = await create(key, { prompt: 'run', idempotencyKey: 'the same', taskUUID: TASK_UUID });
  const read = `query ($id: ID!) { videoTask(id: $id) { status results { video { id } } webhookDeliveries { id status } } }`;
  const state = async () => finished.parse((await ask(gateway.url, key, read, { id: finishedTask })).data);
  // `expect.poll` is for tests alone.
  const { videoTask } = await vi.waitFor(state, { timeout: 60_000, interval: 100 });
  const [, keyId = ''] = key.split('_');
  const { results, webhookDeliveries } = videoTask;
  return { finishedTask, runningTask, asset: results[0].video.id, delivery: webhookDeliveries[0].id, keyId };
}

/** An id that nobody has, as like another one as can be. */
function strangerOf(id: string): string {
  const last = id.at(-1) === '0' ? '1' : '0';
  return `${id.slice(0, -1)}${last}`;
}

/** The whole answer, without what differs between any two requests, and with the id it was asked for left open. */
async function answerOf(key: string, document: string, variables: object = {}, id = ''): Promise<string> {
  const isFeed = document.startsWith('subscription');
  const response = await fetch(`${gateway.url}/graphql${isFeed ? '/stream' : ''}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: isFeed ? 'text/event-stream' : 'application/json',
      authorization: key,
    },
    body: JSON.stringify({ query: document, variables }),
  });
  const text = `${response.status} ${await response.text()}`;
  const open = id === '' ? text : text.replaceAll(id, '<id>');
  return open.replaceAll(/"requestId":"[^"]*"/g, '""');
}

const entries = Object.entries(ROOTS);
const ofKind = <Kind extends RootEntry['kind']>(kind: Kind) =>
  entries.flatMap(([name, entry]) => (isOf(entry, kind) ? [{ name, entry }] : []));
function isOf<Kind extends RootEntry['kind']>(
  entry: RootEntry,
  kind: Kind,
): entry is Extract<RootEntry, { kind: Kind }> {
  return entry.kind === kind;
}

function expectNoTraces(text: string): void {
  for (const trace of traces) expect(text).not.toContain(trace);
}

test('the table covers the whole schema, and names what it does not cover', () => {
  expect(uncovered(schema)).toEqual([]);
  const grown = extendSchema(
    schema,
    parse(`
      extend type Query { secretOf(id: ID!): String }
      extend type Mutation { shareVideoTask(input: ShareInput!): Boolean }
      extend type Subscription { mediaAssetUpdated(id: ID!): MediaAsset }
      extend type VideoTask { likeness(id: ID!): Float }
      extend input VideoInputs { mask: MediaSource }
      input ShareInput { taskId: ID! }
      type Album implements Node { id: ID! }
    `),
  );
  expect(uncovered(grown).toSorted()).toEqual([
    'Album',
    'Mutation.shareVideoTask',
    'Query.secretOf',
    'Query.secretOf takes an id',
    'ShareInput.taskId',
    'Subscription.mediaAssetUpdated',
    'Subscription.mediaAssetUpdated takes an id',
    'VideoInputs.mask',
    'VideoTask.likeness',
  ]);
});

describe("another caller's id is answered exactly like one that nobody has", () => {
  const cases = ofKind('look up').flatMap(({ name, entry }) =>
    entry.things.map((thing) => ({ name, thing, document: entry.document })),
  );
  test.each(cases)('$name of a $thing', async ({ document, thing }) => {
    const [id, stranger] = [things[thing], strangerOf(things[thing])];
    const foreign = await answerOf(bert, document, { id }, id);
    expect(foreign).toBe(await answerOf(bert, document, { id: stranger }, stranger));
    expectNoTraces(foreign);
  });

  test.each(Object.entries(NODES))('%s by its global id is among them', (_type, thing) => {
    expect(cases.filter(({ name }) => name === 'Query.node').map((each) => each.thing)).toContain(thing);
  });

  test.each(Object.keys(PLACES))('%s', async (place) => {
    const inputWith = PLACES[place] ?? (() => ({}));
    const [id, stranger] = [things.asset, strangerOf(things.asset)];
    const documents = place.startsWith('ImportMedia') ? [IMPORT] : [ESTIMATE, CREATE];
    for (const document of documents) {
      const ask = (key: string, asset: string) =>
        answerOf(key, document, { input: { prompt: 'with a file', ...inputWith(asset) } }, asset);
      const withoutPrompt = (key: string, asset: string) => answerOf(key, document, { input: inputWith(asset) }, asset);
      const send = document === IMPORT ? withoutPrompt : ask;
      const foreign = await send(bert, id);
      expect(foreign).toBe(await send(bert, stranger));
      expectNoTraces(foreign);
      // An estimate looks at no file that it need not know.
      if (document === ESTIMATE) continue;
      expect(foreign).toContain('"userErrors":[{');
      expect(await send(anna, id)).not.toBe(foreign);
    }
  });

  test.each(ofKind('admin'))('$name is for admins, whatever it is asked', async ({ entry: { document, thing } }) => {
    const id = things[thing ?? 'keyId'];
    const foreign = await answerOf(bert, document, { id }, id);
    expect(foreign).toContain('FORBIDDEN');
    expect(foreign).toBe(await answerOf(bert, document, { id: strangerOf(id) }, strangerOf(id)));
  });

  test('links without their own signature', async () => {
    const asset = `query ($id: ID!) { mediaAsset(id: $id) { url } }`;
    const storyboard = `query ($id: ID!) { videoTask(id: $id) { results { storyboard { vttUrl sprite { url } } } } }`;
    const upload = 'mutation { createMediaUpload(input: { fileName: "a.png" }) { upload { url } } }';
    const told = [
      await answerOf(anna, asset, { id: things.asset }),
      await answerOf(anna, storyboard, { id: things.finishedTask }),
      await answerOf(anna, upload),
    ];
    const links = told.join(' ').match(/http:[^"]+/g) ?? [];
    expect(links.map((link) => new URL(link).pathname.split('/')[1]).toSorted()).toEqual([
      'media',
      'media',
      'storyboards',
      'uploads',
    ]);
    for (const link of links) {
      const [id = ''] = /asset_\w+/.exec(link) ?? [];
      const method = link.includes('/uploads/') ? 'PUT' : 'GET';
      const open = async (url: string, asked: string): Promise<string> => {
        const response = await fetch(url, { method, ...(method === 'PUT' ? { body: 'a' } : {}) });
        return `${response.status} ${(await response.text()).replaceAll(asked, '<id>')}`;
      };
      const spoilt = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      const stranger = strangerOf(id);
      const foreign = await open(spoilt, id);
      expect(foreign).toMatch(/^40[34] /);
      expect(foreign).toBe(await open(spoilt.replaceAll(id, stranger), stranger));
      expect(await open(link.replaceAll(id, stranger), stranger)).toMatch(/^40[34] /);
    }
  });
});

describe('lists and facts are of the caller alone', () => {
  test.each(ofKind('list'))('$name', async ({ entry: { document } }) => {
    const [own, other] = [await answerOf(anna, document), await answerOf(bert, document)];
    expect(own).toContain(things.delivery);
    expect(other).toContain('"id"');
    expectNoTraces(other);
  });

  test('all that tasks and messages lead to', async () => {
    const tasks = `{ videoTasks(first: 1, filter: { statuses: [COMPLETED] }) { nodes ${everythingOf(schema, 'VideoTask')} } }`;
    const messages = `{ webhookDeliveries(first: 1) { nodes ${everythingOf(schema, 'WebhookDelivery')} } }`;
    for (const document of [tasks, messages]) {
      const [own, other] = [await answerOf(anna, document), await answerOf(bert, document)];
      for (const id of [things.finishedTask, things.delivery, things.asset]) expect(own).toContain(id);
      expectNoTraces(other);
    }
  });

  test.each(ofKind('mine'))('$name', async ({ entry: { document } }) => {
    const own = await answerOf(anna, document);
    const other = await answerOf(bert, document);
    expect(own).not.toBe(other);
    expectNoTraces(other);
  });

  test("a replay sends the caller's own messages again, and nobody else's", async () => {
    const replay = (key: string) => answerOf(key, REPLAY);
    const look = () => answerOf(anna, ATTEMPTS, { id: things.delivery });
    const before = await look();
    expect(await replay(bert)).toContain('"replayed":1');
    expect(await look()).toBe(before);
    expect(await replay(anna)).toContain('"replayed":1');
    await expect.poll(look).not.toBe(before);
  });

  test("a new secret is the caller's own", async () => {
    const before = await answerOf(anna, '{ webhookSecret { secret } }');
    await answerOf(bert, 'mutation { rotateWebhookSecret { webhookSecret { secret } } }');
    expect(await answerOf(anna, '{ webhookSecret { secret } }')).toBe(before);
  });

  test.each(ofKind('open'))('$name tells everybody the same', async ({ entry: { document } }) => {
    expect(await answerOf(bert, document)).toBe(await answerOf(anna, document));
  });

  test('names that callers choose are their own', async () => {
    const input = { prompt: 'run', idempotencyKey: 'the same', taskUUID: TASK_UUID };
    const { data } = await ask(gateway.url, bert, CREATE, { input });
    expect(data).toMatchObject({ createVideoTask: { replayed: true } });
    expectNoTraces(JSON.stringify(data));
  });
});

test('equal subscriptions of two callers at the same moment share nothing', async () => {
  const leaving = new AbortController();
  const open = async (key: string) => {
    const response = await fetch(`${gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: key },
      body: JSON.stringify({ query: FEED }),
      signal: leaving.signal,
    });
    return { key, told: '', body: response.body?.pipeThrough(new TextDecoderStream()) ?? new ReadableStream<string>() };
  };
  const streams = await Promise.all([anna, bert].map(open));
  const made = await Promise.all(streams.map(({ key }) => create(key, { prompt: 'watched' })));
  await Promise.all(
    streams.map(async (stream, index) => {
      for await (const text of stream.body) {
        stream.told += text;
        if (stream.told.includes(made[index] ?? '')) break;
      }
    }),
  );
  leaving.abort();
  expect(made[0]).not.toBe(made[1]);
  expect(streams[0]?.told).not.toContain(made[1]);
  expect(streams[1]?.told).not.toContain(made[0]);
});

test('all of that changed nothing, and the owner can do it', async () => {
  const left = await answerOf(anna, IDS);
  for (const id of [things.finishedTask, things.runningTask, things.delivery]) expect(left).toContain(id);
  expect(left).not.toContain('CANCELLED');
  const owned = ofKind('look up').toSorted((one, other) => rank(one.name) - rank(other.name));
  for (const { name, entry } of owned) {
    const [thing = 'asset'] = entry.things;
    const [id, stranger] = [things[thing], strangerOf(things[thing])];
    if (name === 'Subscription.videoTaskUpdated') continue;
    expect(await answerOf(anna, entry.document, { id }, id), name).not.toBe(
      await answerOf(anna, entry.document, { id: stranger }, stranger),
    );
  }
});

/** What ends things comes last. */
function rank(name: string): number {
  return name.includes('delete') ? 2 : name.startsWith('Mutation') ? 1 : 0;
}
