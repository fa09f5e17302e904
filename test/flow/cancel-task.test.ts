import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { completed, failed, running } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, findTask, isFinished, untilTask } from '../support/video-tasks.js';

const CANCEL = graphql(`
  mutation CancelTask($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      task {
        ...TaskState
      }
      stillBilled
      userErrors {
        __typename
        code
        message
        path
      }
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
    if (prompt === 'complete' || (prompt === 'complete the first' && seed === 1)) return completed(clip);
    return prompt === 'fail' ? failed('PROVIDER_FAILED') : running(10);
  });
  gateway = await startGateway({ providers: [provider] });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function cancel(id: string, url = gateway.url) {
  return (await request(url, CANCEL, { id })).cancelVideoTask;
}

test('a task that waits is stopped, and no provider ever hears of it', async () => {
  const idle = { ...createScriptedProvider(), freeSlots: () => 0 };
  await using waiting = await startGateway({ providers: [idle] });
  const { id } = await createTask(waiting.url, { prompt: 'wait', numberResults: 3 });
  const payload = await cancel(id, waiting.url);
  expect(payload).toMatchObject({
    stillBilled: false,
    userErrors: [],
    task: { status: 'CANCELLED', version: 2, startedAt: null },
  });
  expect(payload.task?.results.map(({ status, phase }) => [status, phase])).toEqual(
    Array.from({ length: 3 }, () => ['CANCELLED', 'DONE']),
  );
  expect(payload.task?.finishedAt).not.toBeNull();
  expect([idle.starts, idle.cancelled]).toEqual([[], []]);
});

test('a task that is made is stopped at once, and its operation at the provider', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'stop', numberResults: 2 });
  const before = await untilTask(gateway.url, id, ({ results }) =>
    results.every(({ phase, progress }) => phase === 'GENERATING' && progress === 10),
  );
  const payload = await cancel(id);
  expect(payload).toMatchObject({
    stillBilled: false,
    task: { status: 'CANCELLED', progress: before.progress, version: before.version + 1 },
  });
  const operations = before.results.map(({ providerTaskId }) => ({ startKey: providerTaskId }));
  await vi.waitFor(() => expect(provider.cancelled).toEqual(expect.arrayContaining(operations)), 5000);
  expect(await findTask(gateway.url, id)).toEqual(payload.task);
});

test('results that were completed before stay', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'complete the first', seed: 1, numberResults: 2 });
  await untilTask(gateway.url, id, ({ results }) => results[0]?.status === 'COMPLETED');
  const { task } = await cancel(id);
  expect(task).toMatchObject({ status: 'CANCELLED', error: null });
  expect(task?.results.map(({ status }) => status)).toEqual(['COMPLETED', 'CANCELLED']);
  const response = await fetch(task?.results[0]?.video?.url ?? '');
  expect(response.status).toBe(200);
  await response.body?.cancel();
});

test.each(['complete', 'fail'])('a task that came to its end cannot be stopped: %s', async (prompt) => {
  const { id } = await createTask(gateway.url, { prompt });
  const ended = await untilTask(gateway.url, id, isFinished);
  const { task, stillBilled, userErrors } = await cancel(id);
  expect([task, stillBilled]).toEqual([null, null]);
  expect(userErrors).toMatchObject([{ __typename: 'TaskStatusError', code: 'NOT_CANCELLABLE', path: ['input', 'id'] }]);
  expect(userErrors[0]?.message).toContain(ended.status);
  expect(await findTask(gateway.url, id)).toEqual(ended);
});

test('of many at the same moment one stops it, and the others are told', async () => {
  const { id, version } = await createTask(gateway.url, { prompt: 'stop once' });
  const payloads = await Promise.all(Array.from({ length: 10 }, () => cancel(id)));
  expect(payloads.filter(({ task }) => task != null)).toHaveLength(1);
  const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(codes).toEqual(Array.from({ length: 9 }, () => 'NOT_CANCELLABLE'));
  expect(version).toBe(1);
});

test('a provider that takes money and does not answer leaves open whether it bills', async () => {
  const paid = createDirectedProvider(() => running(10), {
    capabilities: { ...PAID, cancels: 'always' },
    cancel: () => ({ kind: 'unanswered', message: 'The connection was reset.' }),
  });
  await using costly = await startGateway({ providers: [paid] });
  const { id } = await createTask(costly.url, { prompt: 'paid' });
  await untilTask(costly.url, id, ({ results }) => results[0]?.phase === 'GENERATING');
  expect(await cancel(id, costly.url)).toMatchObject({ stillBilled: null, task: { status: 'CANCELLED' } });
});

test.each(['task_01h2xcejqtf2nbrexx3vqjhp41', 'task_\0', ''])('a task that is not there: %j', async (id) => {
  expect((await cancel(id)).userErrors).toMatchObject([
    { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] },
  ]);
});
