import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { request } from '../support/graphql-client.js';
import { graphql } from '../support/graphql/gql.js';
import { running } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { createTask } from '../support/video-tasks.js';

const POSTGRES = await hasPostgres();

const WATCH = graphql(`
  subscription NodeLeavesWatch($id: ID!, $afterVersion: Int) {
    videoTaskUpdated(id: $id, afterVersion: $afterVersion) {
      version
    }
  }
`);

const CANCEL = graphql(`
  mutation NodeLeavesCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      stillBilled
    }
  }
`);

const payload = z.object({ data: z.object({ videoTaskUpdated: z.object({ version: z.number() }) }) });

test.skipIf(!POSTGRES)('a node that leaves sends stock clients to another one, where they miss nothing', async () => {
  await using created = await createPostgres();
  const database = { kind: 'postgres', url: created.url } as const;
  let progress = 0;
  const provider = () =>
    createScriptedProvider({ capabilities: { operationsAreLocal: false }, check: () => running((progress += 1)) });
  const leaving = await startGateway({ providers: [provider()], config: { database } });
  await using staying = await startGateway({ providers: [provider()], config: { database } });
  const { id } = await createTask(leaving.url, { prompt: 'A lamp' });

  const versions: number[] = [];
  const closes: unknown[] = [];
  let { url } = leaving;
  const client = createClient({
    url: () => `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    // As by default, but without the wait that keeps ten thousand of them from coming at once.
    retryWait: () => Promise.resolve(),
    on: { closed: (event) => closes.push(z.object({ code: z.number() }).parse(event).code) },
  });
  const completed = new Promise<void>((resolve, reject) => {
    const operation = {
      query: print(WATCH),
      // Read anew whenever the client comes back.
      get variables() {
        return { id, afterVersion: versions.at(-1) ?? 0 };
      },
    };
    const next = (value: unknown): void => void versions.push(payload.parse(value).data.videoTaskUpdated.version);
    client.subscribe(operation, { next, error: reject, complete: resolve });
  });
  await expect.poll(() => versions.length).toBeGreaterThan(1);

  url = staying.url;
  const left = leaving[Symbol.asyncDispose]();
  // It happens while the client is on its way from one node to the other.
  await request(staying.url, CANCEL, { id });
  await Promise.all([left, completed]);
  expect(versions).toEqual(versions.map((_, index) => index + 1));
  expect(closes[0]).toBe(1001);
  await client.dispose();
});
