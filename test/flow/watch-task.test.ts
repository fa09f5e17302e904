import { newTrail } from '../../src/lib/trail.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Client } from 'graphql-ws';
import { NOWHERE } from '../../src/callers/audit.js';
import type { Bus } from '../../src/events/bus.js';
import { graphql } from '../support/graphql/gql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { completed, failed, running } from '../support/outcomes.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

const buses = vi.hoisted((): Bus[] => []);
vi.mock(import('../../src/events/bus.js'), async (importOriginal) => {
  const original = await importOriginal();
  const createLocalBus = (): Bus => {
    const bus = original.createLocalBus();
    buses.push(bus);
    return bus;
  };
  return { ...original, createLocalBus };
});

const WATCH = graphql(`
  subscription WatchTask($id: ID!, $afterVersion: Int) {
    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {
      version
      type
      at
      resultIndex
      task {
        id
        status
        progress
        version
        results {
          phase
          progress
        }
      }
    }
  }
`);

const EVENTS = graphql(`
  query WatchTaskEvents($id: ID!, $after: Int, $first: Int) {
    videoTask(id: $id) {
      version
      events(after: $after, first: $first) {
        version
        type
        at
        resultIndex
        task {
          id
          status
          progress
          version
          results {
            phase
            progress
          }
        }
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation WatchTaskCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const DELETE = graphql(`
  mutation WatchTaskDelete($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      deletedId
    }
  }
`);

let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };
let client: Client;
/** How far tasks are, by prompt; a task whose prompt is not here is held at 10 %. */
const progressOf = new Map<string, number>();

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  const clip = await makeShortClip(folder.path);
  const provider = createDirectedProvider(({ prompt }) => {
    const progress = progressOf.get(prompt) ?? 10;
    if (prompt.startsWith('fail')) return failed('PROVIDER_FAILED');
    return progress === 100 ? completed(clip) : running(progress);
  });
  gateway = await startGateway({ providers: [provider] });
  client = openSocket(gateway.url);
});
afterAll(async () => {
  await client.dispose();
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

function watch(id: string, afterVersion: number | null = null) {
  return subscribe(client, WATCH, { id, afterVersion });
}

/** Every message until the subscription completes. */
async function watchToEnd(id: string, afterVersion: number | null = null) {
  const seen = [];
  for await (const { videoTaskUpdated } of watch(id, afterVersion)) seen.push(videoTaskUpdated);
  return seen;
}

async function storedEvents(id: string, after: number | null = null, first: number | null = 100) {
  return (await request(gateway.url, EVENTS, { id, after, first })).videoTask?.events ?? [];
}

/** A task that is done, of some prompt of its own. */
async function finishedTask(prompt: string) {
  progressOf.set(prompt, 100);
  const { id } = await createTask(gateway.url, { prompt });
  return untilTask(gateway.url, id, isFinished);
}

describe('without a version', () => {
  test('the state comes first, then every change to the end, and then it completes', async () => {
    const { id } = await createTask(gateway.url, { prompt: 'from start to end', numberResults: 2 });
    const seen = [];
    for await (const { videoTaskUpdated } of watch(id)) {
      seen.push(videoTaskUpdated);
      const { progress } = videoTaskUpdated.task;
      if (progress >= 10) progressOf.set('from start to end', progress >= 40 ? 100 : progress + 30);
    }
    expect(seen[0]).toMatchObject({ type: 'SNAPSHOT', version: seen[0]?.task.version });
    const [first, ...changes] = seen;
    expect(changes).toEqual(await storedEvents(id, first?.version ?? 0));
    expect(changes.map(({ version }) => version)).toEqual(changes.map((_, index) => (first?.version ?? 0) + index + 1));
    const progress = seen.map(({ task }) => task.progress);
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(seen.at(-1)).toMatchObject({
      type: 'COMPLETED',
      resultIndex: null,
      task: { status: 'COMPLETED', progress: 100 },
    });
    expect(changes.filter(({ type }) => type === 'RESULT_COMPLETED').map(({ resultIndex }) => resultIndex)).toEqual(
      expect.arrayContaining([0, 1]),
    );
    expect(seen.slice(0, -1).map(({ task }) => task.status)).not.toContain('COMPLETED');
  });

  test('a task that is done gives its state and completes', async () => {
    const task = await finishedTask('done already');
    const seen = await watchToEnd(task.id);
    expect(seen).toMatchObject([
      { type: 'SNAPSHOT', version: task.version, task: { status: 'COMPLETED', version: task.version } },
    ]);
  });

  test('a failure and a cancel end it too', async () => {
    const failing = await createTask(gateway.url, { prompt: 'fail' });
    expect((await watchToEnd(failing.id)).at(-1)).toMatchObject({ type: 'FAILED', task: { status: 'FAILED' } });
    const { id } = await createTask(gateway.url, { prompt: 'stop me' });
    const seen = [];
    for await (const { videoTaskUpdated } of watch(id)) {
      seen.push(videoTaskUpdated.type);
      if (videoTaskUpdated.task.progress === 10) await request(gateway.url, CANCEL, { id });
    }
    expect(seen.at(-1)).toBe('CANCELLED');
  });
});

describe('after a version', () => {
  test('every later event comes in order, stored ones first and then live, without a gap', async () => {
    const { id } = await createTask(gateway.url, { prompt: 'come back', numberResults: 4 });
    await untilTask(gateway.url, id, ({ progress }) => progress === 10);
    const seen = [];
    for await (const { videoTaskUpdated } of watch(id, 0)) {
      seen.push(videoTaskUpdated);
      progressOf.set('come back', 100);
    }
    expect(seen.map(({ version }) => version)).toEqual(seen.map((_, index) => index + 1));
    expect(seen[0]?.type).toBe('CREATED');
    expect(seen.at(-1)?.type).toBe('COMPLETED');
    expect(seen).toEqual(await storedEvents(id));
  });

  test('each version is a place to go on from', async () => {
    const task = await finishedTask('every place');
    const events = await storedEvents(task.id);
    expect(events).toHaveLength(task.version);
    for (let version = 0; version <= task.version; version += 1) {
      expect(await watchToEnd(task.id, version)).toEqual(events.slice(version));
    }
  });

  test.each([
    ['ahead of the task', 1000, 'is ahead'],
    ['below 0', -1, '0 or more'],
  ])('one that is %s is refused', async (_what, afterVersion, message) => {
    const { id } = await createTask(gateway.url, { prompt: 'ahead' });
    const failure = watchToEnd(id, afterVersion);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toThrow('BAD_USER_INPUT');
  });
});

test.each(['task_01h2xcejqtf2nbrexx3vqjhp41', 'nothing', 'task_\0'])(
  'a task that is not there is NOT_FOUND: %j',
  async (id) => {
    await expect(watchToEnd(id)).rejects.toThrow('NOT_FOUND');
  },
);

test('fifty watchers of one task see the same', async () => {
  const prompt = 'fifty watchers';
  const { id } = await createTask(gateway.url, { prompt, numberResults: 2 });
  await untilTask(gateway.url, id, ({ progress }) => progress === 10);
  const clients = Array.from({ length: 10 }, () => openSocket(gateway.url));
  const watchers = Array.from({ length: 50 }, async (_, index) => {
    const seen = [];
    for await (const { videoTaskUpdated } of subscribe(clients[index % 10] ?? client, WATCH, { id, afterVersion: 0 })) {
      seen.push(videoTaskUpdated);
      if (index === 49) progressOf.set(prompt, 100);
    }
    return seen;
  });
  const [first, ...others] = await Promise.all(watchers);
  for (const each of clients) await each.dispose();
  expect(first).toEqual(await storedEvents(id));
  for (const other of others) expect(other).toEqual(first);
});

test('the stored events are read page by page', async () => {
  const task = await finishedTask('page by page');
  const all = await storedEvents(task.id);
  const [one, two] = [await storedEvents(task.id, 0, 2), await storedEvents(task.id, 2, 2)];
  expect([...one, ...two]).toEqual(all.slice(0, 4));
});

describe('whoever leaves', () => {
  test('leaves no listener behind, whichever way', async () => {
    const { id } = await createTask(gateway.url, { prompt: 'leave me' });
    const topic = `task:${id}`;
    const topics = (): string[] => buses.at(-1)?.topics() ?? [];
    const readOne = async (messages: AsyncIterator<object>): Promise<void> => void (await messages.next());

    const polite = watch(id);
    await readOne(polite);
    expect(topics()).toContain(topic);
    await polite.return?.();
    await vi.waitFor(() => expect(topics()).not.toContain(topic));

    const gone = openSocket(gateway.url);
    await readOne(subscribe(gone, WATCH, { id, afterVersion: null }));
    expect(topics()).toContain(topic);
    gone.terminate();
    await vi.waitFor(() => expect(topics()).not.toContain(topic));
    await gone.dispose();

    const refused = watchToEnd(id, 1000);
    await expect(refused).rejects.toThrow('is ahead');
    expect(topics()).not.toContain(topic);
  });

  test('who stays to the end leaves none either', async () => {
    const task = await finishedTask('to the end');
    await watchToEnd(task.id, 0);
    await vi.waitFor(() => expect(buses.at(-1)?.topics()).not.toContain(`task:${task.id}`));
  });
});

test('a watcher that is behind when the task is deleted comes to an end', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'delete me' });
  await untilTask(gateway.url, id, ({ progress }) => progress === 10);
  // Sockets are read as fast as they can: only a watcher inside the process can be this slow.
  const { gateway: inside } = gateway;
  const context = inside.createContext(inside.localCaller, newTrail(), NOWHERE, new AbortController().signal);
  const outcome = await context.watchTask({
    callerId: inside.localCaller.id,
    taskId: id,
    afterVersion: null,
    signal: context.signal,
  });
  if (outcome.kind !== 'watching') throw new Error(outcome.kind);
  expect((await outcome.feed.next()).value).toMatchObject({ type: 'SNAPSHOT' });
  await request(gateway.url, CANCEL, { id });
  await vi.waitFor(async () => {
    expect((await request(gateway.url, DELETE, { id })).deleteVideoTask.deletedId).toBe(id);
  });
  expect(await outcome.feed.next()).toEqual({ done: true, value: undefined });
});
