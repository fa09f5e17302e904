import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import type { VideoTaskFilter, WatchAllSubscription } from '../support/graphql/graphql.js';
import { openSocket, request, requestResult, subscribe } from '../support/graphql-client.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask } from '../support/video-tasks.js';

const WATCH_ALL = graphql(`
  subscription WatchAll($after: String, $filter: VideoTaskFilter) {
    videoTasksUpdated(after: $after, filter: $filter) {
      cursor
      event {
        version
        type
        task {
          id
          prompt
          status
          version
        }
      }
    }
  }
`);

const LIST = graphql(`
  query WatchAllList($after: String) {
    videoTasks(first: 20, after: $after) {
      nodes {
        id
        version
        events(first: 40) {
          version
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      feedCursor
    }
  }
`);

const CANCEL = graphql(`
  mutation WatchAllCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

type FeedItem = WatchAllSubscription['videoTasksUpdated'];

let gateway: TestGateway;

beforeAll(async () => {
  // Checked rarely: the only events are those of creating, starting and cancelling.
  gateway = await startGateway({
    providers: [createScriptedProvider({ capabilities: { operationsAreLocal: false } })],
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function feedCursor(): Promise<string> {
  return (await request(gateway.url, LIST, {})).videoTasks.feedCursor;
}

/** Reads the feed on one connection of its own until `isEnough`, then cuts the connection without a word. */
async function readFeed(
  after: string | null,
  isEnough: (items: FeedItem[]) => boolean,
  filter: VideoTaskFilter | null = null,
): Promise<FeedItem[]> {
  const client = openSocket(gateway.url);
  const items: FeedItem[] = [];
  try {
    for await (const { videoTasksUpdated } of subscribe(client, WATCH_ALL, { after, filter })) {
      items.push(videoTasksUpdated);
      if (isEnough(items)) return items;
    }
    throw new Error('The feed ended.');
  } finally {
    client.terminate();
    await client.dispose();
  }
}

/** Creates and cancels a task; both are events. */
async function createAndCancel(prompt: string): Promise<string> {
  const { id } = await createTask(gateway.url, { prompt });
  await request(gateway.url, CANCEL, { id });
  return id;
}

/** Every event of every task as the tasks themselves tell it: "id version". */
async function allEvents(): Promise<string[]> {
  const events: string[] = [];
  let after: string | null = null;
  do {
    const {
      videoTasks,
    }: {
      videoTasks: {
        nodes: { id: string; events: { version: number }[] }[];
        pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      };
    } = await request(gateway.url, LIST, { after });
    events.push(...videoTasks.nodes.flatMap(({ id, events: own }) => own.map(({ version }) => `${id} ${version}`)));
    after = videoTasks.pageInfo.hasNextPage ? (videoTasks.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return events;
}

function eventNames(items: FeedItem[]): string[] {
  return items.map(({ event }) => `${event.task.id} ${event.version}`);
}

describe('the feed of all tasks', () => {
  test('loses and repeats nothing for a client that is cut off ten times while eight writers are busy', async () => {
    const start = await feedCursor();
    const before = new Set(await allEvents());
    const writers = Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const ids: string[] = [];
        for (let round = 0; round < 6; round += 1) ids.push(await createAndCancel(`writer ${writer} round ${round}`));
        return ids;
      }),
    );
    const items: FeedItem[] = [];
    for (let cut = 0; cut < 10; cut += 1) {
      items.push(...(await readFeed(items.at(-1)?.cursor ?? start, ({ length }) => length >= 7)));
    }
    const ids = await writers;
    const isLast = ({ event }: FeedItem): boolean => event.type === 'CREATED' && event.task.prompt === 'the last one';
    const last = await createTask(gateway.url, { prompt: 'the last one' });
    items.push(...(await readFeed(items.at(-1)?.cursor ?? start, (read) => read.some(isLast))));

    const seen = eventNames(items);
    expect(new Set(seen).size).toBe(seen.length);
    const mine = new Set([...ids.flat(), last.id]);
    const expected = (await allEvents()).filter((name) => !before.has(name) && mine.has(name.split(' ')[0] ?? ''));
    const missing = expected.filter((name) => !name.startsWith(last.id) && !seen.includes(name));
    expect(missing).toEqual([]);
    expect(ids.flat()).toHaveLength(48);
    for (const id of ids.flat()) {
      const versions = items.filter(({ event }) => event.task.id === id).map(({ event }) => event.version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    }
  });

  test('starts with what happens from now on when no cursor is given', async () => {
    await createTask(gateway.url, { prompt: 'before' });
    const client = openSocket(gateway.url);
    const connected = new Promise((resolve) => client.on('connected', resolve));
    const messages = subscribe(client, WATCH_ALL, { after: null, filter: { promptContains: 'live' } });
    const first = messages.next();
    await connected;
    // The subscription is set up some time after the connection: whatever comes later is seen.
    let waiting = true;
    const settled = first.finally(() => (waiting = false));
    for (let round = 0; waiting && round < 100; round += 1) await createTask(gateway.url, { prompt: `live ${round}` });
    const { value } = await settled;
    expect(value?.videoTasksUpdated.event).toMatchObject({ type: 'CREATED', version: 1 });
    client.terminate();
    await client.dispose();
  });

  test('goes on from a list without a gap', async () => {
    const known = await request(gateway.url, LIST, {});
    const creating = createTask(gateway.url, { prompt: 'after the list' });
    const items = await readFeed(known.videoTasks.feedCursor, (read) =>
      read.some(({ event }) => event.task.prompt === 'after the list' && event.type === 'CREATED'),
    );
    const { id } = await creating;
    expect(known.videoTasks.nodes.map((node) => node.id)).not.toContain(id);
    // Applied to the list, the feed gives the state of now: versions go on exactly where the list stood.
    const versions = new Map(known.videoTasks.nodes.map((node) => [node.id, node.version]));
    for (const { event } of items) {
      const before = versions.get(event.task.id) ?? 0;
      expect(event.version).toBeLessThanOrEqual(before + 1);
      versions.set(event.task.id, Math.max(before, event.version));
    }
  });

  test('passes only what the filter holds for', async () => {
    const start = await feedCursor();
    const wanted = await createAndCancel('the filter wants 100% of this');
    await createAndCancel('the filter wants 1000 of that');
    const end = await createAndCancel('the filter wants 100% too');
    const filter: VideoTaskFilter = { promptContains: '100% ', statuses: ['CANCELLED'] };
    const items = await readFeed(start, (read) => read.some(({ event }) => event.task.id === end), filter);
    expect(items.map(({ event }) => [event.task.id, event.type])).toEqual([
      [wanted, 'CANCELLED'],
      [end, 'CANCELLED'],
    ]);
  });
});

test.each(['nonsense', Buffer.from('task:task_1').toString('base64url'), Buffer.from('feed:-1').toString('base64url')])(
  'the cursor %j is refused',
  async (after) => {
    await expect(readFeed(after, () => true)).rejects.toThrow('BAD_USER_INPUT');
  },
);

test('a subscription over plain HTTP is refused with a reason', async () => {
  const { errors } = await requestResult(gateway.url, WATCH_ALL, {});
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_REQUEST');
});
