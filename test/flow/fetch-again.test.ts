import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDisposal } from '../../src/lib/disposal.js';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, findTask, isFinished, untilTask, type TaskState } from '../support/video-tasks.js';

const RETRY = graphql(`
  mutation FetchAgainRetry($id: ID!) {
    retryVideoTask(input: { id: $id }) {
      fetchedAgain
      task {
        ...TaskState
        events {
          version
          type
        }
      }
      userErrors {
        code
      }
    }
  }
`);

const DETAILS = graphql(`
  query FetchAgainDetails($id: ID!) {
    videoTask(id: $id) {
      results {
        cost {
          usd
          estimated
        }
        video {
          durationSeconds
        }
        error {
          message
        }
      }
    }
  }
`);

/** A result with this seed fails at the service, without being charged. */
const FAILING_SEED = 42;
const MINUTE_MS = 60_000;

const stack = createDisposal();
let service: Awaited<ReturnType<typeof startEvolinkDouble>>;
let gateway: TestGateway;
let [dead, lost]: [TaskState | undefined, TaskState | undefined] = [undefined, undefined];

/** Two tasks whose links lead to nothing: one from just now, and one that the service has forgotten by now. */
beforeAll(async () => {
  const folder = stack.use(await createTemporaryDirectory());
  const directory = stack.use(await createDataDirectory());
  const failure = { kind: 'fail', code: 'generation_failed', message: 'The generation failed.' } as const;
  service = stack.use(
    await startEvolinkDouble({
      videoPath: await makeShortClip(folder.path),
      generationMs: 0,
      outcomeOf: ({ seed }) => (seed === FAILING_SEED ? failure : { kind: 'succeed' }),
    }),
  );
  service.fail({ action: 'download', times: Infinity, how: 'answer', answer: { status: 404, body: 'No such key' } });
  const { key: apiKey, baseUrl, filesBaseUrl } = service;
  const providers = [{ name: 'EVOLINK', apiKey, baseUrl, filesBaseUrl, price: { P720: 0.1, P1080: 0.15 } } as const];
  const open = () => startGateway({ config: { providers }, dataDir: directory.path });

  gateway = await open();
  const first = await createTask(gateway.url, { prompt: 'dead', seed: FAILING_SEED - 1, numberResults: 2 });
  const second = await createTask(gateway.url, { prompt: 'lost', seed: 7 });
  const phases = ({ results }: TaskState): string => results.map(({ phase }) => phase).join(' ');
  await untilTask(gateway.url, first.id, (task) => phases(task) === 'SECURING DONE');
  await untilTask(gateway.url, second.id, (task) => phases(task) === 'SECURING');
  await gateway[Symbol.asyncDispose]();
  await makeOlder(directory.path, first.id, 11 * MINUTE_MS);
  await makeOlder(directory.path, second.id, 25 * 60 * MINUTE_MS);
  gateway = await open();
  dead = await untilTask(gateway.url, first.id, isFinished);
  lost = await untilTask(gateway.url, second.id, isFinished);
  service.heal();
}, 180_000);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await stack[Symbol.asyncDispose]();
});

async function makeOlder(dataDir: string, taskId: string, ms: number): Promise<void> {
  await using database = await openDatabase({ kind: 'pglite', dataDir });
  const where = { taskId, generatedAt: { not: null } };
  const { prisma } = database;
  await prisma.videoResult.updateMany({ where, data: { generatedAt: new Date(Date.now() - ms), dueAt: new Date() } });
}

const retry = async (task: TaskState | undefined) =>
  (await request(gateway.url, RETRY, { id: task?.id ?? '' })).retryVideoTask;
const startsOf = (prompt: string): number => service.starts.filter(({ body }) => body.prompt === prompt).length;
const isFetched = ({ results }: TaskState): boolean => results[0]?.phase === 'DONE';
const resultsOf = async (id: string) => (await request(gateway.url, DETAILS, { id })).videoTask?.results;

test('of a dead link, a retry fetches the same video again; only what was never made starts anew', async () => {
  expect(dead?.results.map(({ error }) => error?.code)).toEqual(['OUTPUT_UNREACHABLE', 'PROVIDER_FAILED']);
  const message = (await resultsOf(dead?.id ?? ''))?.[0]?.error?.message;
  expect(message).toContain(`its task ${dead?.results[0]?.providerTaskId}`);
  expect(startsOf('dead')).toBe(2);
  const { task, fetchedAgain, userErrors } = await retry(dead);
  expect({ fetchedAgain, userErrors }).toEqual({ fetchedAgain: [0], userErrors: [] });
  // The new result may have gone on by the time it is read.
  expect(task?.events.slice(0, 2)).toEqual([
    { version: 1, type: 'CREATED' },
    { version: 2, type: 'STARTED' },
  ]);
  expect(task?.results.map(({ seed, phase }) => [seed, phase])).toEqual([
    [FAILING_SEED - 1, 'SECURING'],
    [FAILING_SEED, 'QUEUED'],
  ]);
  const fetchedTask = await untilTask(gateway.url, task?.id ?? '', isFetched);
  expect(fetchedTask.results[0]?.status).toBe('COMPLETED');
  await expect.poll(() => startsOf('dead'), { timeout: 30_000 }).toBe(3);
  const fetched = { cost: { usd: 0, estimated: false }, video: { durationSeconds: 2 }, error: null };
  expect((await resultsOf(fetchedTask.id))?.[0]).toEqual(fetched);
  expect(await findTask(gateway.url, dead?.id ?? '')).toEqual(dead);
});

test('asked for twice, it is fetched twice and paid once', async () => {
  const again = await retry(dead);
  expect(again.fetchedAgain).toEqual([0]);
  const { results } = await untilTask(gateway.url, again.task?.id ?? '', isFetched);
  expect(results[0]).toMatchObject({ status: 'COMPLETED', providerTaskId: null });
  const paid = service.starts.filter(({ body }) => body.seed === FAILING_SEED - 1);
  expect(paid).toHaveLength(1);
});

test('what the service has forgotten is made, and paid, anew', async () => {
  expect(lost?.results[0]?.error).toMatchObject({ code: 'OUTPUT_UNREACHABLE' });
  expect((await resultsOf(lost?.id ?? ''))?.[0]?.error?.message).not.toContain('retryVideoTask');
  const { task, fetchedAgain } = await retry(lost);
  expect([fetchedAgain, task?.results[0]?.phase]).toEqual([[], 'QUEUED']);
  await expect.poll(() => startsOf('lost'), { timeout: 30_000 }).toBe(2);
  expect((await resultsOf(task?.id ?? ''))?.[0]?.cost).toEqual({ usd: 0.5, estimated: true });
});
