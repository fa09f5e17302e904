import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { checkEvents } from '../support/check-events.js';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import type { SurviveKillWatchSubscription } from '../support/graphql/graphql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { childrenOf, isRunning } from '../support/processes.js';
import { readVideo } from '../support/read-video.js';
import { startProcess, type KillPoint } from '../support/start-process.js';

const CREATE = graphql(`
  mutation SurviveKillCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

const TASKS = graphql(`
  query SurviveKillTasks($first: Int!, $after: String) {
    videoTasks(first: $first, after: $after) {
      nodes {
        id
        status
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const WATCH = graphql(`
  subscription SurviveKillWatch($id: ID!, $afterVersion: Int) {
    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {
      version
      type
      resultIndex
      task {
        status
        progress
        results {
          index
          seed
          phase
          status
          progress
          providerTaskId
          video {
            id
            url
            bytes
            durationSeconds
            width
            height
          }
          poster {
            id
            url
          }
          preview {
            id
          }
          storyboard {
            sprite {
              id
            }
          }
        }
      }
    }
  }
`);

type Watched = SurviveKillWatchSubscription['videoTaskUpdated'];

const INPUT = {
  prompt: 'A quiet lake at noon',
  durationSeconds: 2,
  numberResults: 2,
  generateAudio: false,
  aspectRatio: 'SQUARE_1_1' as const,
  seed: 5,
};

const before = (label: string, occurrence = 1): KillPoint => ({ when: 'before', label, occurrence });
const after = (label: string, occurrence = 1): KillPoint => ({ when: 'after', label, occurrence });

/**
 * Every kind of commit in the life of a task; the label is the phase that a result gets, or what is stored. One task
 * lives through a whole row: each start goes on where the last kill left it. A step that was cut off five times would be
 * given up, so a row holds fewer kills than that in one phase.
 */
const ROWS: readonly { name: string; points: readonly KillPoint[] }[] = [
  {
    name: 'after each kind of commit',
    points: [
      after('create'),
      after('claim'),
      after('STARTING'),
      after('START_UNKNOWN'),
      after('GENERATING'),
      after('SECURING'),
      after('asset'),
      after('DONE'),
    ],
  },
  {
    name: 'before each kind of commit',
    points: [
      before('STARTING'),
      before('GENERATING'),
      before('START_UNKNOWN'),
      before('GENERATING'),
      before('SECURING'),
      before('asset'),
      before('DONE'),
    ],
  },
  {
    name: 'with one result further than the other',
    points: [
      after('STARTING', 2),
      before('GENERATING', 2),
      after('GENERATING', 4),
      after('SECURING', 2),
      before('asset', 2),
    ],
  },
];

test.each(ROWS)('killed $name, a task completes once', { timeout: 600_000 }, async ({ points }) => {
  await using directory = await createDataDirectory();
  const lived: Lived = { id: null, events: [] };
  for (const point of points) {
    await liveUntilKilled(directory.path, point, lived);
    lived.id ??= await storedTask(directory.path);
  }
  await using last = startProcess(directory.path);
  const [url, id] = [await last.url, lived.id ?? ''];
  const rest = await watch(url, id, lived.events.at(-1)?.version ?? 0);
  const history = await watch(url, id, 0);
  const told = ({ version, type }: Watched) => `${version} ${type}`;
  expect([...lived.events, ...rest].map(told)).toEqual(history.map(told));
  await checkCompleted(directory.path, history);
});

test('killed before its first commit, a task was never acknowledged and is not there', async () => {
  await using directory = await createDataDirectory();
  const lived: Lived = { id: null, events: [] };
  await liveUntilKilled(directory.path, before('create'), lived);
  expect(lived.id).toBeNull();
  expect(await storedTask(directory.path)).toBeNull();
});

test('when the server is killed in the middle of rendering, its renderers end too, and the next start goes on', async () => {
  await using directory = await createDataDirectory();
  await using first = startProcess(directory.path);
  const id = await create(await first.url);
  await expect.poll(() => childrenOf(first.pid).length, { timeout: 30_000 }).toBe(2);
  const renderers = childrenOf(first.pid);
  first.kill('SIGKILL');
  expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
  await expect.poll(() => renderers.filter(isRunning), { timeout: 10_000 }).toEqual([]);
  await using next = startProcess(directory.path);
  await checkCompleted(directory.path, await watch(await next.url, id, 0));
});

test('every acknowledged task is there after kill -9', async () => {
  await using directory = await createDataDirectory();
  const acknowledged: string[] = [];
  for (const kill of [15, 50]) {
    await using server = startProcess(directory.path);
    const url = await server.url;
    const sent = Array.from({ length: 50 }, async (_, index) => {
      const id = await create(url, { ...INPUT, prompt: `Number ${index}`, numberResults: 1 });
      acknowledged.push(id);
      if (acknowledged.length === kill) server.kill('SIGKILL');
    });
    await Promise.allSettled(sent);
    server.kill('SIGKILL');
    await server.ended;
  }
  await using last = startProcess(directory.path);
  const stored = new Set(await allTasks(await last.url));
  expect(acknowledged.length).toBeGreaterThanOrEqual(50);
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
});

/** What one client learned: the task that it made, and every event that it saw, over all starts of the server. */
type Lived = { id: string | null; events: Watched[] };

/** Starts a server that kills itself at a point; its client makes the task, or comes back with the last version it saw. */
async function liveUntilKilled(dataDir: string, point: KillPoint, lived: Lived): Promise<void> {
  await using server = startProcess(dataDir, point);
  const live = async (): Promise<void> => {
    const url = await server.url;
    lived.id ??= await create(url);
    for await (const event of follow(url, lived.id, lived.events.at(-1)?.version ?? 0)) lived.events.push(event);
  };
  // The client loses its connection with the kill; only one that comes to an end says that there was no kill.
  const outlived = live().then(
    () => 'the task came to its end',
    () => server.ended,
  );
  expect(await Promise.race([outlived, server.ended]), server.errors()).toMatchObject({ signal: 'SIGKILL' });
  expect(server.errors()).toContain(`killed ${point.when} ${point.label}`);
}

/** The id of the one task that is stored, if there is one, as the database itself has it. */
async function storedTask(dataDir: string): Promise<string | null> {
  await using database = await openDatabase({ kind: 'pglite', dataDir });
  const rows = await database.prisma.videoTask.findMany();
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0]?.id ?? null;
}

async function create(url: string, input: typeof INPUT = INPUT): Promise<string> {
  const { createVideoTask } = await request(url, CREATE, { input });
  expect(createVideoTask.userErrors).toEqual([]);
  return createVideoTask.task?.id ?? '';
}

async function allTasks(url: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { videoTasks }: Awaited<ReturnType<typeof page>> = await page(url, after);
    ids.push(...videoTasks.nodes.map(({ id }) => id));
    after = videoTasks.pageInfo.hasNextPage ? (videoTasks.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return ids;
}

function page(url: string, after: string | null) {
  return request(url, TASKS, { first: 100, after });
}

/** Every event after a version until the task's last one, on which the subscription completes. */
async function watch(url: string, id: string, afterVersion: number): Promise<Watched[]> {
  const events: Watched[] = [];
  for await (const event of follow(url, id, afterVersion)) events.push(event);
  return events;
}

async function* follow(url: string, id: string, afterVersion: number): AsyncGenerator<Watched, void> {
  const client = openSocket(url);
  try {
    for await (const { videoTaskUpdated } of subscribe(client, WATCH, { id, afterVersion })) yield videoTaskUpdated;
  } finally {
    await client.dispose();
  }
}

/** What must be true of a task that was interrupted: one history, each result once, its files there, nothing left over. */
async function checkCompleted(dataDir: string, history: Watched[]): Promise<void> {
  checkEvents(history);
  const last = history.at(-1)?.task;
  expect(last).toMatchObject({ status: 'COMPLETED', progress: 100 });
  const results = last?.results ?? [];
  expect(results.map(({ index, seed, status }) => ({ index, seed, status }))).toEqual([
    { index: 0, seed: 5, status: 'COMPLETED' },
    { index: 1, seed: 6, status: 'COMPLETED' },
  ]);
  for (const { index, video, poster } of results) {
    expect(video).toMatchObject({ durationSeconds: 2, width: 960, height: 960 });
    const keys = history.map(({ task }) => task.results[index]?.providerTaskId ?? null).filter((key) => key !== null);
    expect(new Set(keys).size, 'one start key').toBe(1);
    const completed = history.filter(({ type, resultIndex }) => type === 'RESULT_COMPLETED' && resultIndex === index);
    expect(completed, 'completed once').toHaveLength(1);
    const response = await fetch(video?.url ?? '');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.byteLength).toBe(video?.bytes);
    const path = join(dataDir, 'played.mp4');
    await writeFile(path, bytes);
    expect(await readVideo(path)).toMatchObject({ frameCount: 60, width: 960, height: 960 });
    expect((await fetch(poster?.url ?? '')).status).toBe(200);
  }
  const assetIds = results.flatMap(({ video, poster, preview, storyboard }) => {
    return [video?.id, poster?.id, preview?.id, storyboard?.sprite.id];
  });
  expect(new Set(assetIds).size).toBe(8);
  await expect.poll(() => filesIn(join(dataDir, 'renders')), { timeout: 20_000 }).toEqual([]);
  // A file that a killed process was writing is nobody's; it goes by its age.
  expect(await filesIn(join(dataDir, 'temporary'))).toEqual([]);
  // So does what was being copied into the store, and a picture that was stored without its row and then made anew.
  const stored = (await filesIn(join(dataDir, 'media'))).filter((name) => !name.endsWith('.partial'));
  expect(new Set(stored.map((name) => name.split('-')[0]))).toEqual(new Set(assetIds));
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
