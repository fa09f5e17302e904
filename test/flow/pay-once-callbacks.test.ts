import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory } from '../support/data-directory.js';
import { checkBooks, paidFor, sentFor, startPaidServices, type PaidServices } from '../support/paid-services.js';
import { startProcess, type KillPoint } from '../support/start-process.js';
import { createTask, isFinished, untilTask } from '../support/video-tasks.js';

/** Public, so that addresses for callbacks are made; no callback finds its way there by itself. */
const PUBLIC_URL = 'https://video.example.com';
const PROMPT = 'A lighthouse';

/** EvoLink says that the task for the prompt is completed, to whoever runs now. */
async function callBack({ EVOLINK }: PaidServices, url: string): Promise<void> {
  const [start] = EVOLINK.starts;
  const { pathname } = new URL(start?.body.callback_url);
  const body = JSON.stringify({ id: start?.id, object: 'video.generation.task', status: 'completed', progress: 100 });
  const answer = await fetch(`${url}${pathname}`, { method: 'POST', body });
  expect(answer.status).toBe(204);
}

function variablesOf({ variables }: PaidServices): Record<string, string> {
  return { ...variables, PROVIDERS: 'evolink', PUBLIC_URL };
}

test.concurrent('killed before the answer was stored, a start is claimed by its callback', async () => {
  await using services = await startPaidServices();
  await using directory = await createDataDirectory();
  const point: KillPoint = { when: 'before', label: 'GENERATING', occurrence: 1, mark: PROMPT };
  const id = await liveUntilKilled(services, directory.path, point);
  await using server = startProcess(directory.path, null, variablesOf(services));
  const url = await server.url;
  await callBack(services, url);
  const task = await untilTask(url, id, isFinished);
  expect(task.status).toBe('COMPLETED');
  expect(sentFor(services, 'EVOLINK', PROMPT)).toBe(1);
  checkBooks(services, [{ prompt: PROMPT, task }]);
});

test.concurrent('a callback that comes while the answer is still awaited is enough', async () => {
  await using services = await startPaidServices();
  await using directory = await createDataDirectory();
  await using server = startProcess(directory.path, null, variablesOf(services));
  const url = await server.url;
  services.EVOLINK.fail({ action: 'start', how: 'stall' });
  const { id } = await createTask(url, { prompt: PROMPT });
  await expect.poll(() => services.EVOLINK.starts.length, { timeout: 30_000 }).toBe(1);
  await callBack(services, url);
  const task = await untilTask(url, id, isFinished);
  expect(task.status).toBe('COMPLETED');
  expect(sentFor(services, 'EVOLINK', PROMPT)).toBe(1);
  checkBooks(services, [{ prompt: PROMPT, task }]);
});

test.concurrent('without its callback, a lost start waits, and fails openly at its deadline', async () => {
  await using services = await startPaidServices();
  await using directory = await createDataDirectory();
  const point: KillPoint = { when: 'before', label: 'GENERATING', occurrence: 1, mark: PROMPT };
  const id = await liveUntilKilled(services, directory.path, point);
  {
    await using server = startProcess(directory.path, null, variablesOf(services));
    await untilTask(await server.url, id, ({ results }) => results[0]?.phase === 'START_UNKNOWN');
  }
  const past = new Date(0);
  {
    await using database = await openDatabase({ kind: 'pglite', dataDir: directory.path });
    await database.prisma.videoResult.updateMany({ data: { deadlineAt: past, dueAt: past } });
  }
  await using server = startProcess(directory.path, null, variablesOf(services));
  const task = await untilTask(await server.url, id, isFinished);
  expect(task.error).toMatchObject({ code: 'START_UNKNOWN', billed: null });
  expect(paidFor(services, 'EVOLINK', PROMPT)).toHaveLength(1);
  expect(sentFor(services, 'EVOLINK', PROMPT)).toBe(1);
});

async function liveUntilKilled(services: PaidServices, dataDir: string, point: KillPoint): Promise<string> {
  await using server = startProcess(dataDir, point, variablesOf(services));
  const { id } = await createTask(await server.url, { prompt: PROMPT });
  expect(await server.ended, server.errors()).toMatchObject({ signal: 'SIGKILL' });
  return id;
}
