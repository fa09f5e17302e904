import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkEvents } from '../support/check-events.js';
import {
  CancelUpstreamDocument,
  ListTasksPageDocument,
  RetryTaskDocument,
  SurviveKillWatchDocument,
} from '../support/graphql/graphql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { makePicture } from '../support/make-media.js';
import { promiseUpload } from '../support/media-uploads.js';
import { hasRedis } from '../support/redis-server.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { hasPostgres } from '../support/test-database.js';
import { create, createTask, findTask, isFinished, untilTask, type TaskState } from '../support/video-tasks.js';
import { atNode } from './nodes/at-node.js';
import { passCallbacks, post } from './nodes/pass-callbacks.js';
import { startCluster, type Cluster } from './nodes/start-cluster.js';
import { ENDLESS, FILMED } from './nodes/start-services.js';

const SERVERS = (await hasPostgres()) && hasRedis();

/** EvoLink's checks a second, as its adapter plans them; a bucket holds as many. */
const CHECKS_PER_SECOND = 10;

let cluster: Cluster;
let one: string;
let other: string;
beforeAll(async () => {
  if (!SERVERS) return;
  cluster = await startCluster();
  const [first, second] = cluster.apis;
  [one, other] = [first?.url ?? '', second?.url ?? ''];
}, 300_000);
afterAll(() => cluster?.[Symbol.asyncDispose]());

/** Calls back for whatever is started meanwhile. */
async function calledBack<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  await using callbacks = passCallbacks(cluster);
  const answer = await work();
  expect(callbacks.delivered()).toBeGreaterThan(0);
  return answer;
}

/** A task's whole history, as one node tells it while it happens. */
async function follow(url: string, id: string) {
  const client = openSocket(url);
  try {
    const events = [];
    for await (const { videoTaskUpdated } of subscribe(client, SurviveKillWatchDocument, { id, afterVersion: 0 })) {
      events.push(videoTaskUpdated);
    }
    return events;
  } finally {
    await client.dispose();
  }
}

async function taskAt(url: string, id: string): Promise<TaskState> {
  const task = await findTask(url, id);
  if (task === null) throw new Error(`There is no ${id} at ${url}.`);
  return task;
}

const FILMED_INPUT = { prompt: `a lamp, ${FILMED}`, provider: 'RUNWARE' as const, durationSeconds: 2 };

test.skipIf(!SERVERS)('made at one node, a task is followed at the other, and each serves its file', async () => {
  const events = await calledBack(async () => {
    const { id } = await createTask(one, FILMED_INPUT);
    return follow(other, id);
  });
  checkEvents(events);
  const [result] = events.at(-1)?.task.results ?? [];
  expect(result?.status).toBe('COMPLETED');
  for (const node of [one, other]) {
    for (const link of [result?.video?.url, result?.poster?.url]) {
      expect((await fetch(atNode(node, link), { method: 'HEAD' })).status).toBe(200);
    }
  }
});

test.skipIf(!SERVERS)('one key at two nodes at once makes one task, and one paid start', async () => {
  const input = { ...FILMED_INPUT, prompt: 'made once', idempotencyKey: 'once' };
  const answers = await Promise.all([one, other, one, other].map((url) => create(url, input)));
  const ids = new Set(answers.map(({ task }) => task?.id));
  expect(ids.size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  const [id = ''] = ids;
  await calledBack(() => untilTask(other, id, isFinished));
  expect(cluster.services.starts().filter(({ key }) => key === 'made once')).toHaveLength(1);
});

test.skipIf(!SERVERS)('cancelled at one node, a task ends for whoever watches it at the other', async () => {
  const { id } = await createTask(one, { ...FILMED_INPUT, prompt: ENDLESS });
  const watched = follow(one, id);
  await untilTask(other, id, ({ results }) => results[0]?.phase === 'GENERATING');
  await request(other, CancelUpstreamDocument, { id });
  const events = await watched;
  checkEvents(events);
  expect(events.at(-1)?.type).toBe('CANCELLED');
});

test.skipIf(!SERVERS)('what failed is tried again from any node, and every node lists the same', async () => {
  const again = await calledBack(async () => {
    const { id } = await createTask(one, { ...FILMED_INPUT, prompt: 'fails at the service' });
    await untilTask(one, id, ({ status }) => status === 'FAILED');
    const { retryVideoTask } = await request(other, RetryTaskDocument, { id });
    expect(retryVideoTask.task?.retriedFrom?.id).toBe(id);
    return untilTask(one, retryVideoTask.task?.id ?? '', ({ status }) => status === 'FAILED');
  });
  const pages = await Promise.all([one, other].map((url) => request(url, ListTasksPageDocument, { first: 50 })));
  const [ids = [], others] = pages.map(({ videoTasks }) => videoTasks.nodes.map(({ id }) => id));
  expect(ids).toEqual(others);
  expect(ids[0]).toBe(again.id);
});

test.skipIf(!SERVERS)(
  'a file that is promised at one node and sent to the other is what a worker hands over',
  async () => {
    await using folder = await createTemporaryDirectory();
    const path = join(folder.path, 'first.png');
    await makePicture(path, 640, 480, 20);
    const content = await readFile(path);
    const upload = await promiseUpload(one, { fileName: 'first.png', mimeType: 'image/png', bytes: content.length });
    const sent = await fetch(atNode(other, upload.url), { method: 'PUT', body: new Uint8Array(content) });
    expect(sent.status).toBeLessThan(300);
    const inputs = { firstFrame: { assetId: upload.assetId } };
    const { id } = await createTask(one, { prompt: 'from a picture', provider: 'EVOLINK', durationSeconds: 2, inputs });
    await calledBack(() => untilTask(other, id, isFinished));
    const [start] = cluster.services.evolink.starts.filter(({ body }) => body.prompt === 'from a picture');
    expect(start?.body.image_start).toMatch(/^http/);
  },
);

test.skipIf(!SERVERS)('a callback that arrives at any api node makes a worker look at once', async () => {
  const waiting = await createTask(one, { prompt: 'not called back', provider: 'EVOLINK', durationSeconds: 2 });
  await untilTask(one, waiting.id, ({ results }) => results[0]?.phase === 'GENERATING');
  const called = await createTask(one, { prompt: 'called back', provider: 'EVOLINK', durationSeconds: 2 });
  await untilTask(one, called.id, ({ results }) => results[0]?.phase === 'GENERATING');
  const startOf = (prompt: string) => cluster.services.starts().find(({ key }) => key === prompt);
  const address = atNode(other, startOf('called back')?.callbackUrl).href;
  expect(await post(address, {})).toBe(true);
  // The service is done in a moment, and says so again.
  await vi.waitUntil(async () => (await post(address, {})) && isFinished(await taskAt(one, called.id)), {
    timeout: 60_000,
  });
  const checked = cluster.services.evolink.requests.filter(({ action }) => action === 'check').map(({ path }) => path);
  const placeOf = (prompt: string) => checked.indexOf(`/v1/tasks/${startOf(prompt)?.id ?? ''}`);
  const [place, later] = [placeOf('called back'), placeOf('not called back')];
  expect(place).toBeGreaterThanOrEqual(0);
  expect(later === -1 || later > place).toBe(true);
});

test.skipIf(!SERVERS)('what a worker held when it died goes on at another one', async () => {
  const [holder, heir] = cluster.workers;
  await heir?.stop('SIGTERM');
  const prompt = `held, ${FILMED}`;
  const { runware } = cluster.services;
  const sent = () => runware.requests.filter(({ action, raw }) => action === 'start' && raw.includes(prompt)).length;
  runware.fail({ action: 'start', how: 'stall', matches: ({ raw }) => raw.includes(prompt) });
  const { id } = await createTask(one, { ...FILMED_INPUT, prompt });
  await vi.waitUntil(() => sent() === 1, { timeout: 60_000 });
  await heir?.start();
  await holder?.stop('SIGKILL');
  const task: TaskState = await untilTask(other, id, isFinished);
  expect(task.status).toBe('COMPLETED');
  expect(cluster.services.starts().filter(({ key }) => key === prompt)).toHaveLength(1);
  expect(await taskAt(one, id)).toMatchObject({ id, status: 'COMPLETED' });
  await holder?.start();
});

test.skipIf(!SERVERS)('two workers together ask a service no more often than one may', async () => {
  const { services } = cluster;
  const marked = Array.from({ length: 8 * CHECKS_PER_SECOND }, (_, index) => `asked for ${index}, ${ENDLESS}`);
  const made = marked.map(async (prompt, index) => {
    const { id } = await createTask(index % 2 === 0 ? one : other, { prompt, provider: 'EVOLINK', durationSeconds: 2 });
    return untilTask(one, id, ({ results }) => results[0]?.phase === 'GENERATING');
  });
  await Promise.all(made);
  const callbacks = services.starts().filter(({ key }) => marked.includes(key));
  const waiting = new Set(callbacks.map(({ id }) => id));
  const askedAt: number[] = [];
  const note = ({ path }: { path: string }): boolean => {
    askedAt.push(performance.now());
    waiting.delete(path.split('/').at(-1) ?? '');
    return false;
  };
  services.evolink.fail({ action: 'check', how: 'drop', times: Infinity, matches: note });
  // All of them are due at once now.
  const called = callbacks.map(({ callbackUrl }, index) =>
    post(atNode(index % 2 === 0 ? one : other, callbackUrl).href, {}),
  );
  expect((await Promise.all(called)).every((isTaken) => isTaken)).toBe(true);
  await vi.waitUntil(() => waiting.size === 0, { timeout: 60_000 });
  services.evolink.heal();
  const seconds = ((askedAt.at(-1) ?? 0) - (askedAt[0] ?? 0)) / 1_000;
  // A full bucket, what flows in meanwhile, and what was under way; two buckets would have been empty in half the time.
  expect(askedAt.length).toBeLessThanOrEqual(CHECKS_PER_SECOND * (1 + seconds + 1));
});
