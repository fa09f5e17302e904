import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { childrenOf, isRunning } from '../support/processes.js';
import { startProcess, type TestProcess } from '../support/start-process.js';

const CREATE = graphql(`
  mutation RestartCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
    }
  }
`);

const WATCH = graphql(`
  subscription RestartWatch($id: ID!, $afterVersion: Int) {
    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {
      version
      type
      task {
        progress
        results {
          phase
          providerTaskId
        }
      }
    }
  }
`);

/** How long requests under way may take to end (see server.ts), and some time for a busy machine. */
const DRAIN_MS = 5_000;
const SLACK_MS = 20_000;

async function create(server: TestProcess): Promise<string> {
  const input = { prompt: 'A quiet lake at noon', durationSeconds: 2, generateAudio: false, seed: 5 };
  const { createVideoTask } = await request(await server.url, CREATE, { input });
  return createVideoTask.task?.id ?? '';
}

/** Ends a server as an operator does, and checks that it ends well and in time. */
async function terminate(server: TestProcess): Promise<void> {
  const begun = performance.now();
  server.kill('SIGTERM');
  expect(await server.ended, server.errors()).toEqual({ code: 0, signal: null });
  expect(performance.now() - begun).toBeLessThan(DRAIN_MS + SLACK_MS);
}

test('SIGTERM in the middle of rendering: subscriptions close with 1001, nothing is left running, the next start goes on', async () => {
  await using directory = await createDataDirectory();
  await using first = startProcess(directory.path);
  const id = await create(first);
  const client = openSocket(await first.url);
  const closed = new Promise<unknown>((resolve) => client.on('closed', resolve));
  const seen: { version: number; phase: string | undefined; key: string | null | undefined }[] = [];
  const watching = (async () => {
    for await (const { videoTaskUpdated } of subscribe(client, WATCH, { id, afterVersion: 0 })) {
      const [result] = videoTaskUpdated.task.results;
      seen.push({ version: videoTaskUpdated.version, phase: result?.phase, key: result?.providerTaskId });
    }
  })();
  watching.catch(() => undefined);
  await expect.poll(() => childrenOf(first.pid).length, { timeout: 60_000 }).toBe(1);
  await expect.poll(() => seen.at(-1)?.phase, { timeout: 60_000 }).toBe('GENERATING');
  const renderers = childrenOf(first.pid);
  await terminate(first);
  expect(await closed).toMatchObject({ code: 1001 });
  expect(renderers.filter(isRunning)).toEqual([]);
  await watching.catch(() => undefined);
  await client.dispose();

  await using second = startProcess(directory.path);
  const again = openSocket(await second.url);
  const last = seen.at(-1);
  const rest = [];
  for await (const { videoTaskUpdated } of subscribe(again, WATCH, { id, afterVersion: last?.version ?? 0 }))
    rest.push(videoTaskUpdated);
  await again.dispose();
  expect(rest.map(({ version }) => version)).toEqual(rest.map((_, index) => (last?.version ?? 0) + index + 1));
  expect(rest.at(-1)).toMatchObject({ type: 'COMPLETED', task: { progress: 100 } });
  expect(rest.at(-1)?.task.results[0]?.providerTaskId).toBe(last?.key);
  await terminate(second);
});

test('SIGTERM with nothing to do ends at once, with idle connections open', async () => {
  await using directory = await createDataDirectory();
  await using server = startProcess(directory.path);
  const url = await server.url;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  await terminate(server);
  expect(await closed).toBe(1001);
});
