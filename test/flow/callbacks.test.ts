import { request as send } from 'undici';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startEvolinkDouble } from '../providers/doubles/evolink.mjs';
import { CancelUpstreamDocument, CancelUpstreamPaidDocument } from '../support/graphql/graphql.js';
import { request } from '../support/graphql-client.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, findTask, untilTask } from '../support/video-tasks.js';

const PUBLIC_HOST = 'video.example.com';

let double: Awaited<ReturnType<typeof startEvolinkDouble>>;
let gateway: TestGateway;
let folder: AsyncDisposable & { path: string };

beforeAll(async () => {
  folder = await createTemporaryDirectory();
  double = await startEvolinkDouble({ videoPath: await makeShortClip(folder.path), generationMs: 0 });
  const { key: apiKey, baseUrl } = double;
  const price = { P720: 0.1, P1080: 0.2 };
  const service = { name: 'EVOLINK' as const, apiKey, baseUrl, filesBaseUrl: double.url, price };
  gateway = await startGateway({ config: { publicUrl: `https://${PUBLIC_HOST}`, providers: [service] } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});
beforeEach(() => double.heal());

/** What the service would send; the public name leads to this machine here. */
async function callBack(address: string, body: unknown): Promise<number> {
  const { pathname } = new URL(address);
  const { statusCode, body: answer } = await send(`${gateway.url}${pathname}`, {
    method: 'POST',
    headers: { host: PUBLIC_HOST, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.dump();
  return statusCode;
}

function startOf(prompt: string) {
  const start = double.starts.find(({ body }) => body.prompt === prompt);
  if (start === undefined) throw new Error(`Nothing was started for "${prompt}".`);
  return start;
}

test('a callback makes the next check happen now, and the check decides', async () => {
  const first = await createTask(gateway.url, { prompt: 'not nudged' });
  await untilTask(gateway.url, first.id, ({ results }) => results[0]?.phase === 'GENERATING');
  const { id } = await createTask(gateway.url, { prompt: 'nudged' });
  await untilTask(gateway.url, id, ({ results }) => results[0]?.phase === 'GENERATING');
  const { body } = startOf('nudged');
  expect(body.callback_url).toMatch(
    new RegExp(`^https://${PUBLIC_HOST}/callbacks/evolink/[0-9a-f-]{36}\\.[\\w-]{43}$`),
  );
  // The body lies: nobody believes it.
  expect(await callBack(body.callback_url, { id: 'task-unified-1-forged', status: 'failed' })).toBe(204);
  const task = await untilTask(gateway.url, id, ({ status }) => status === 'COMPLETED');
  expect(task.results[0]).toMatchObject({ status: 'COMPLETED', error: null });
  // The one that began before, and that nobody nudged, is still to be looked at.
  const checked = double.requests.filter(({ action }) => action === 'check').map(({ path }) => path);
  expect(checked).toEqual([`/v1/tasks/${startOf('nudged').id}`]);
});

test('a forged callback finds nobody, and a repeated one changes nothing', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'repeated' });
  await untilTask(gateway.url, id, ({ results }) => results[0]?.phase === 'GENERATING');
  const address: string = startOf('repeated').body.callback_url;
  const [before, token = ''] = address.split(/(?<=evolink\/)/);
  const other = token.replace(/^./, (first) => (first === '0' ? '1' : '0'));
  expect(await callBack(`${before}${other}`, {})).toBe(404);
  expect(await callBack(address.replace('/evolink/', '/runware/'), {})).toBe(404);
  expect(await callBack(address.slice(0, -3), {})).toBe(404);
  expect(await callBack(address, {})).toBe(204);
  const task = await untilTask(gateway.url, id, ({ status }) => status === 'COMPLETED');
  expect(await callBack(address, { status: 'failed' })).toBe(204);
  expect(await findTask(gateway.url, id)).toEqual(task);
});

test('a start whose answer was lost is claimed by its callback, and never sent again', async () => {
  double.fail({ action: 'start', how: 'drop', matches: ({ body }) => body.prompt === 'lost' });
  const { id } = await createTask(gateway.url, { prompt: 'lost' });
  await untilTask(gateway.url, id, ({ results }) => results[0]?.phase === 'START_UNKNOWN');
  const { id: taskId, body } = startOf('lost');
  expect(await callBack(body.callback_url, { id: taskId, status: 'completed' })).toBe(204);
  const task = await untilTask(gateway.url, id, ({ status }) => status === 'COMPLETED');
  expect(task.results[0]?.providerTaskId).toBe(taskId);
  expect(double.starts.filter((start) => start.body.prompt === 'lost')).toHaveLength(1);
});

test('a callback cannot make a result take the operation of another one', async () => {
  double.fail({ action: 'start', how: 'drop', matches: ({ body }) => body.prompt === 'thief' });
  const owner = await createTask(gateway.url, { prompt: 'owner' });
  await untilTask(gateway.url, owner.id, ({ results }) => results[0]?.phase === 'GENERATING');
  const thief = await createTask(gateway.url, { prompt: 'thief' });
  await untilTask(gateway.url, thief.id, ({ results }) => results[0]?.phase === 'START_UNKNOWN');
  expect(await callBack(startOf('thief').body.callback_url, { id: startOf('owner').id })).toBe(204);
  expect((await findTask(gateway.url, thief.id))?.results[0]).toMatchObject({ phase: 'START_UNKNOWN', error: null });
});

test('a start that was cancelled before its answer came is found by its callback, and its paid video kept', async () => {
  double.fail({ action: 'start', how: 'drop', matches: ({ body }) => body.prompt === 'cancelled' });
  const { id } = await createTask(gateway.url, { prompt: 'cancelled' });
  await untilTask(gateway.url, id, ({ results }) => results[0]?.phase === 'START_UNKNOWN');
  const { cancelVideoTask } = await request(gateway.url, CancelUpstreamDocument, { id });
  expect(cancelVideoTask).toMatchObject({ stillBilled: null, task: { status: 'CANCELLED' } });
  const { id: taskId, body } = startOf('cancelled');
  expect(await callBack(body.callback_url, { id: taskId })).toBe(204);
  await vi.waitFor(async () => {
    const { videoTask } = await request(gateway.url, CancelUpstreamPaidDocument, { id });
    expect(videoTask?.results[0]?.video?.bytes).toBeGreaterThan(1000);
  }, 60_000);
});
