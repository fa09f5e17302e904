import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import type { ListTasksPageQueryVariables } from '../support/graphql/graphql.js';
import { request, requestResult } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { failed, running } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

const PAGE = graphql(`
  query ListTasksPage($first: Int, $after: String, $last: Int, $before: String, $filter: VideoTaskFilter) {
    videoTasks(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      edges {
        cursor
        node {
          id
          prompt
        }
      }
      nodes {
        id
        createdAt
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      feedCursor
    }
  }
`);

const CANCEL = graphql(`
  mutation ListTasksCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      userErrors {
        code
      }
    }
  }
`);

const TOTAL = 250;

let gateway: TestGateway;
/** The ids of all tasks that were stored before the first test, newest first. */
let ids: string[];

beforeAll(async () => {
  // Nothing is ever started, so that nothing changes by itself.
  gateway = await startGateway({ providers: [{ ...createScriptedProvider(), freeSlots: () => 0 }] });
  ids = [];
  for (let index = 0; index < TOTAL; index += 1) {
    ids.unshift((await createTask(gateway.url, { prompt: `number ${index}` })).id);
  }
});
afterAll(() => gateway[Symbol.asyncDispose]());

type Filter = ListTasksPageQueryVariables['filter'];

async function readPage(variables: ListTasksPageQueryVariables, url = gateway.url) {
  return (await request(url, PAGE, variables)).videoTasks;
}

type Page = Awaited<ReturnType<typeof readPage>>;

/** Reads page after page; `next` tells where the following one begins, or null behind the last. */
async function walk(
  variables: (cursor: string | null) => ListTasksPageQueryVariables,
  next: (page: Page, cursor: string | null) => string | null | undefined,
): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page = await readPage(variables(cursor));
    pages.push(page);
    cursor = next(page, cursor) ?? null;
  } while (cursor !== null);
  return pages;
}

function forwards({ pageInfo }: Page): string | null | undefined {
  return pageInfo.hasNextPage ? pageInfo.endCursor : null;
}

function idsIn(pages: Page[]): string[] {
  return pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
}

async function idsOf(filter: Filter, url = gateway.url): Promise<string[]> {
  return (await readPage({ first: 100, filter }, url)).nodes.map(({ id }) => id);
}

describe('pages', () => {
  test('hold 20 by default and 100 at most, newest first', async () => {
    const page = await readPage({});
    expect(page.nodes.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect(page.edges.map(({ node }) => node.id)).toEqual(ids.slice(0, 20));
    const times = page.nodes.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect(page.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges[19]?.cursor,
    });
    expect((await readPage({ first: 100 })).nodes).toHaveLength(100);
  });

  test.each([7, 100])('of %i go through the whole list forwards and back', async (size) => {
    const there = await walk((after) => ({ first: size, after }), forwards);
    expect(idsIn(there)).toEqual(ids);
    expect(there.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(there.map((_, index) => index > 0));

    const back = await walk(
      (before) => ({ last: size, before }),
      ({ pageInfo }) => (pageInfo.hasPreviousPage ? pageInfo.startCursor : null),
    );
    expect(idsIn(back.toReversed())).toEqual(ids);
    expect(back.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual(back.map((_, index) => index > 0));
  });

  test('stay whole while tasks are created between them', async () => {
    const known = await readPage({ first: 1 });
    let creating = true;
    const writers = Array.from({ length: 4 }, async () => {
      let created = 0;
      for (; creating || created < 5; created += 1) await createTask(gateway.url, { prompt: 'meanwhile' });
      return created;
    });
    const seen = idsIn(await walk((after) => ({ first: 10, after }), forwards));
    creating = false;
    const created = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    // Whoever read the first page finds what came since in front of it, and nothing else.
    const newer = await walk(
      (before) => ({ last: 100, before: before ?? known.pageInfo.startCursor ?? null }),
      ({ pageInfo }) => (pageInfo.hasPreviousPage ? pageInfo.startCursor : null),
    );
    const prompts = newer.flatMap(({ edges }) => edges.map(({ node }) => node.prompt));
    expect(prompts).toEqual(Array.from({ length: created }, () => 'meanwhile'));
  });

  test('of nothing are empty', async () => {
    const page = await readPage({ filter: { promptContains: 'nobody asked for this' } });
    const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
    expect(page).toMatchObject({ edges: [], nodes: [], pageInfo });
  });
});

describe('refused', () => {
  test.each([
    ['an unknown cursor', { after: 'bm9uc2Vuc2U' }],
    ['text that is no cursor', { first: 5, after: '💥' }],
    ['a cursor of another list', { after: Buffer.from('feed:1').toString('base64url') }],
    ['a cursor with a foreign value', { last: 5, before: Buffer.from("task:x' OR 1=1").toString('base64url') }],
    ['no tasks', { first: 0 }],
    ['fewer than none', { last: -1 }],
    ['more than 100', { first: 101 }],
    ['both directions', { first: 5, last: 5 }],
    ['a direction with the cursor of the other', { last: 5, after: Buffer.from('task:task_1').toString('base64url') }],
    ['`before` alone', { before: Buffer.from('task:task_1').toString('base64url') }],
    ['text that no prompt can contain', { filter: { promptContains: 'a\0' } }],
  ])('%s', async (_what, variables) => {
    const { data, errors } = await requestResult(gateway.url, PAGE, variables);
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
  });
});

describe('a filter', () => {
  test('by text takes % and _ and \\ literally, and any case', async () => {
    const prompts = [
      'filter 100% wool',
      'filter 100 wool',
      'filter a_b',
      'filter axb',
      'filter back\\slash',
      'filter ÄPFEL',
    ];
    const byPrompt = new Map<string, string>();
    for (const prompt of prompts) byPrompt.set(prompt, (await createTask(gateway.url, { prompt })).id);
    const expectOnly = async (promptContains: string, ...expected: string[]): Promise<void> => {
      expect(await idsOf({ promptContains })).toEqual(expected.map((prompt) => byPrompt.get(prompt)));
    };
    await expectOnly('100% w', 'filter 100% wool');
    await expectOnly('a_b', 'filter a_b');
    await expectOnly('k\\s', 'filter back\\slash');
    await expectOnly('FILTER A', 'filter axb', 'filter a_b');
    await expectOnly('äpfel', 'filter ÄPFEL');
    await expectOnly('filter %');
  });

  test('by status', async () => {
    const provider = createDirectedProvider(({ prompt }) =>
      prompt === 'fail' ? failed('PROVIDER_FAILED') : running(1),
    );
    await using moving = await startGateway({ providers: [provider] });
    const statusIds = (filter: Filter): Promise<string[]> => idsOf(filter, moving.url);
    const failing = await createTask(moving.url, { prompt: 'fail' });
    const cancelled = await createTask(moving.url, { prompt: 'cancel' });
    const going = await createTask(moving.url, { prompt: 'go on' });
    await request(moving.url, CANCEL, { id: cancelled.id });
    await untilTask(moving.url, failing.id, isFinished);
    await untilTask(moving.url, going.id, ({ status }) => status === 'PROCESSING');
    expect(await statusIds({ statuses: ['FAILED'] })).toEqual([failing.id]);
    expect(await statusIds({ statuses: ['CANCELLED'] })).toEqual([cancelled.id]);
    expect(await statusIds({ statuses: ['CANCELLED', 'FAILED'] })).toEqual([cancelled.id, failing.id]);
    expect(await statusIds({ statuses: ['PROCESSING'] })).toEqual([going.id]);
    expect(await statusIds({ statuses: ['COMPLETED', 'PENDING'] })).toEqual([]);
    expect(await statusIds({ statuses: [] })).toEqual([]);
  });

  test('by mode, provider and time of creation', async () => {
    const before = await createTask(gateway.url, { prompt: 'edge before' });
    const at = await createTask(gateway.url, { prompt: 'edge at' });
    const after = await createTask(gateway.url, { prompt: 'edge after' });
    const promptContains = 'edge';
    expect(await idsOf({ promptContains, createdAfter: at.createdAt })).toEqual([after.id, at.id]);
    expect(await idsOf({ promptContains, createdBefore: at.createdAt })).toEqual([before.id]);
    expect(await idsOf({ promptContains, createdAfter: before.createdAt, createdBefore: after.createdAt })).toEqual([
      at.id,
      before.id,
    ]);
    expect(await idsOf({ promptContains, modes: ['TEXT_TO_VIDEO'] })).toHaveLength(3);
    expect(await idsOf({ promptContains, modes: ['VIDEO_EDIT', 'IMAGE_TO_VIDEO'] })).toEqual([]);
    expect(await idsOf({ promptContains, providers: ['ANIMATIC'] })).toHaveLength(3);
    expect(await idsOf({ promptContains, providers: [] })).toEqual([]);
  });

  test('holds for every page', async () => {
    const filter = { promptContains: 'number 1' };
    const expected = ids.filter((_, position) => `${TOTAL - 1 - position}`.startsWith('1'));
    const seen = idsIn(await walk((after) => ({ first: 30, after, filter }), forwards));
    expect(seen).toEqual(expected);
  });
});
