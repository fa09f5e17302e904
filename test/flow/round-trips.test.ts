import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDisposal, type Disposal } from '../../src/lib/disposal.js';
import { graphql } from '../support/graphql/gql.js';
import type { RoundTripsCreateMutationVariables } from '../support/graphql/graphql.js';
import { request } from '../support/graphql-client.js';
import { countRoundTrips, type RoundTripCounter } from '../support/round-trips.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';

const POSTGRES = await hasPostgres();
/** With it, no request asks the store who its caller is. */
const ADMIN_KEY = 'the-key-of-whoever-runs-this-gateway';

const CREATE = graphql(`
  mutation RoundTripsCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
    }
  }
`);

const PAGE = graphql(`
  query RoundTripsPage($first: Int) {
    videoTasks(first: $first) {
      nodes {
        ...RoundTripsTask
      }
    }
  }
`);

const READ = graphql(`
  query RoundTripsRead($id: ID!) {
    videoTask(id: $id) {
      ...RoundTripsTask
    }
  }
`);

graphql(`
  fragment RoundTripsTask on VideoTask {
    id
    status
    retriedFrom {
      id
    }
    results {
      status
      video {
        url
      }
      poster {
        url
      }
      preview {
        url
      }
    }
  }
`);

let disposal: Disposal;
let counter: RoundTripCounter;
let gateway: TestGateway;
/** Newest first. Each has two results with three files each. */
let ids: string[];

beforeAll(async () => {
  if (!POSTGRES) return;
  disposal = createDisposal();
  const created = disposal.use(await createPostgres());
  counter = disposal.use(await countRoundTrips());
  const url = `postgresql://postgres@127.0.0.1:${counter.port}/${created.name}`;
  // A node that only answers: nothing else asks the store meanwhile.
  const config = { database: { kind: 'postgres', url }, role: 'api', adminKey: ADMIN_KEY } as const;
  gateway = disposal.use(await startGateway({ providers: [createScriptedProvider()], config }));
  const asked = Array.from({ length: 60 }, (_, index) => {
    return create({ prompt: `number ${index}`, numberResults: 2, idempotencyKey: `before ${index}` });
  });
  const tasks = await Promise.all(asked);
  ids = tasks
    .map(({ task }) => task?.id ?? '')
    .sort()
    .reverse();
  await finish(created.url);
});
afterAll(() => disposal?.[Symbol.asyncDispose]());

function ask<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return request(gateway.url, document, variables, `Bearer ${ADMIN_KEY}`);
}

async function create(input: RoundTripsCreateMutationVariables['input']) {
  return (await ask(CREATE, { input })).createVideoTask;
}

/** As if all results were done, and each task had been a retry of the one before it. */
async function finish(url: string): Promise<void> {
  await using database = await openDatabase({ kind: 'postgres', url });
  const { prisma } = database;
  for (const part of ['video', 'poster', 'preview']) {
    await prisma.$executeRawUnsafe(
      `UPDATE video_results SET ${part}_asset_id = 'asset_${part}_' || id, status = 'COMPLETED', phase = 'DONE', due_at = NULL`,
    );
    await prisma.$executeRaw`
      INSERT INTO media_assets (id, caller_id, kind, origin, storage_key, file_name, mime_type, bytes, sha256, created_at)
      SELECT 'asset_' || ${part}::text || '_' || result.id, caller_id, 'VIDEO', 'PRODUCED', result.id, 'lake.mp4', 'video/mp4', 1,
        result.id, now()
      FROM video_results AS result JOIN video_tasks AS task ON task.id = result.task_id`;
  }
  await prisma.$executeRaw`
    UPDATE video_tasks SET retried_from_id = (SELECT MAX(id) FROM video_tasks AS older WHERE older.id < video_tasks.id)`;
}

/** What one piece of work costs the store. */
async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  const before = counter.count();
  await work();
  return counter.count() - before;
}

test.skipIf(!POSTGRES)('a task by its id takes one round trip, its retried task and its files one each', async () => {
  const work = async (): Promise<void> => {
    const { videoTask } = await ask(READ, { id: ids[0] ?? '' });
    expect(videoTask?.retriedFrom?.id).toBe(ids[1]);
    expect(videoTask?.results.map(({ video, poster, preview }) => [video, poster, preview].includes(null))).toEqual([
      false,
      false,
    ]);
  };
  expect(await roundTrips(work)).toBe(3);
});

test.skipIf(!POSTGRES)('a page takes the same number of round trips, however many tasks are on it', async () => {
  const costs = [];
  for (const first of [1, 10, 50]) {
    const work = async (): Promise<void> => {
      const { nodes } = (await ask(PAGE, { first })).videoTasks;
      expect(nodes.map(({ id }) => id)).toEqual(ids.slice(0, first));
      expect(nodes.flatMap(({ results }) => results).every(({ video }) => video?.url != null)).toBe(true);
    };
    costs.push(await roundTrips(work));
  }
  expect(costs).toEqual([4, 4, 4]);
});

/** Whether its caller has limits is asked now and then, and adds one. */
test.skipIf(!POSTGRES)('a task is created in at most three round trips, and in two without a key', async () => {
  const input = { prompt: 'A quiet lake', numberResults: 4 };
  const withKey = (): Promise<unknown> => create({ ...input, idempotencyKey: 'once' });
  expect(await roundTrips(withKey)).toBeLessThanOrEqual(3);
  // A replay is found before anything is stored.
  expect(await roundTrips(withKey)).toBe(1);
  expect(await roundTrips(() => create({ ...input, taskUUID: randomUUID() }))).toBeLessThanOrEqual(2);
});

test.skipIf(!POSTGRES)('many tasks that are created at once take fewer round trips than tasks', async () => {
  const inputs = Array.from({ length: 50 }, (_, index) => ({
    prompt: `at once ${index}`,
    idempotencyKey: `at once ${index}`,
  }));
  const work = (): Promise<unknown> => Promise.all(inputs.map((input) => create(input)));
  expect(await roundTrips(work)).toBeLessThan(50);
});
