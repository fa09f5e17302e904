import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { completed, failed, running } from '../support/outcomes.js';
import type { ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, findTask, isFinished, untilTask } from '../support/video-tasks.js';

const RETRY = graphql(`
  mutation RetryTask($id: ID!) {
    retryVideoTask(input: { id: $id }) {
      task {
        ...TaskState
        ...RetryOptions
        taskUUID
        retriedFrom {
          id
          status
          retriedFrom {
            id
          }
        }
      }
      userErrors {
        __typename
        code
        message
        path
      }
    }
  }
`);

const OPTIONS = graphql(`
  query RetryTaskOptions($id: ID!) {
    videoTask(id: $id) {
      ...RetryOptions
    }
  }
`);

graphql(`
  fragment RetryOptions on VideoTask {
    model
    mode
    prompt
    negativePrompt
    shots {
      description
    }
    quality
    aspectRatio
    width
    height
    durationSeconds
    shotType
    promptExtend
    generateAudio
    outputFormat
    outputQuality
    warnings {
      code
    }
  }
`);

const CANCEL = graphql(`
  mutation RetryTaskCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      task {
        id
      }
    }
  }
`);

const DELETE = graphql(`
  mutation RetryTaskDelete($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      deletedId
    }
  }
`);

let provider: ScriptedProvider;
let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  const clip = await makeShortClip(folder.path);
  provider = createDirectedProvider(({ prompt, seed }) => {
    if (prompt.startsWith('run')) return running(10);
    return prompt === 'complete' || seed % 2 === 1 ? completed(clip) : failed('PROVIDER_FAILED');
  });
  gateway = await startGateway({ providers: [provider] });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function retry(id: string) {
  return (await request(gateway.url, RETRY, { id })).retryVideoTask;
}

test('a failed task is made again, with the same options and seed, as new work', async () => {
  const options = {
    taskUUID: '3d5b8f0a-6d0e-4c1b-9a57-0f6f2f4f7c12',
    idempotencyKey: 'retry',
    prompt: `fail ${'x'.repeat(5000)}`,
    negativePrompt: 'text',
    quality: 'P1080',
    aspectRatio: 'PORTRAIT_9_16',
    durationSeconds: 7,
    seed: 42,
    shotType: 'SINGLE',
    promptExtend: true,
    generateAudio: false,
    output: { format: 'MOV', quality: 50 },
  } as const;
  const { id } = await createTask(gateway.url, options);
  const old = await untilTask(gateway.url, id, isFinished);
  expect(old).toMatchObject({ status: 'FAILED', error: { code: 'PROVIDER_FAILED' } });

  const { task, userErrors } = await retry(id);
  expect(userErrors).toEqual([]);
  expect(task).toMatchObject({
    status: 'PENDING',
    version: 1,
    taskUUID: null,
    error: null,
    retriedFrom: { id, retriedFrom: null },
  });
  expect(task).toMatchObject((await request(gateway.url, OPTIONS, { id })).videoTask ?? {});
  expect(task?.id).not.toBe(id);
  expect(task?.results.map(({ seed, error }) => [seed, error])).toEqual([[42, null]]);
  await untilTask(gateway.url, task?.id ?? '', isFinished);
  const starts = provider.starts.filter(({ seed }) => seed === 42);
  expect(new Set(starts.map(({ startKey }) => startKey)).size).toBe(2);
  expect(await findTask(gateway.url, id)).toEqual(old);
});

test('of a task that completed in part, the results that did not are made again', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'partly', seed: 100, numberResults: 4 });
  const old = await untilTask(gateway.url, id, isFinished);
  expect(old).toMatchObject({ status: 'COMPLETED', error: null });
  const { task } = await retry(id);
  expect(task?.results.map(({ index, seed, status }) => [index, seed, status])).toEqual([
    [0, 100, 'PENDING'],
    [1, 102, 'PENDING'],
  ]);
});

test('a cancelled task is made again, and a retry again', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'run', seed: 9 });
  await request(gateway.url, CANCEL, { id });
  const again = (await retry(id)).task;
  expect(again).toMatchObject({ status: 'PENDING', retriedFrom: { id, status: 'CANCELLED' } });
  await request(gateway.url, CANCEL, { id: again?.id ?? '' });
  const third = (await retry(again?.id ?? '')).task;
  expect(third?.retriedFrom).toEqual({ id: again?.id, status: 'CANCELLED', retriedFrom: { id } });
  expect(third?.results.map(({ seed }) => seed)).toEqual([9]);
});

test('the first task may be deleted; the new one then names none', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'fail', seed: 2 });
  await untilTask(gateway.url, id, isFinished);
  const again = (await retry(id)).task;
  expect((await request(gateway.url, DELETE, { id })).deleteVideoTask.deletedId).toBe(id);
  await untilTask(gateway.url, again?.id ?? '', isFinished);
  expect((await retry(again?.id ?? '')).task?.retriedFrom).toEqual({
    id: again?.id,
    status: 'FAILED',
    retriedFrom: null,
  });
});

test.each([
  ['runs still', 'run on', 'cancel it first'],
  ['completed', 'complete', 'completed'],
])('a task that %s is refused', async (_what, prompt, message) => {
  const { id } = await createTask(gateway.url, { prompt });
  if (prompt === 'complete') await untilTask(gateway.url, id, isFinished);
  const { task, userErrors } = await retry(id);
  expect(task).toBeNull();
  expect(userErrors).toMatchObject([{ __typename: 'TaskStatusError', code: 'NOT_RETRYABLE', path: ['input', 'id'] }]);
  expect(userErrors[0]?.message).toContain(message);
});

test.each(['task_01h2xcejqtf2nbrexx3vqjhp41', 'task_\0'])('a task that is not there: %j', async (id) => {
  expect((await retry(id)).userErrors).toMatchObject([
    { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] },
  ]);
});
