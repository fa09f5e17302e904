import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeClip, drawFields } from '../support/make-media.js';
import { graphql } from '../support/graphql/gql.js';
import { openSocket, request, subscribe } from '../support/graphql-client.js';
import { completed } from '../support/outcomes.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';

const POSTGRES = await hasPostgres();

const CREATE = graphql(`
  mutation OnPostgresCreate($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
      }
      userErrors {
        code
      }
      replayed
    }
  }
`);

const LIST = graphql(`
  query OnPostgresList($filter: VideoTaskFilter) {
    videoTasks(filter: $filter) {
      nodes {
        id
        status
      }
      feedCursor
    }
  }
`);

const WATCH = graphql(`
  subscription OnPostgresWatch($id: ID!) {
    videoTaskUpdated(id: $id, afterVersion: 0) {
      version
      type
    }
  }
`);

const FEED = graphql(`
  subscription OnPostgresFeed($after: String) {
    videoTasksUpdated(after: $after) {
      cursor
      event {
        version
        type
        task {
          id
          results {
            video {
              url
              bytes
            }
          }
        }
      }
    }
  }
`);

test.skipIf(!POSTGRES)(
  'on PostgreSQL a task is made at one node and followed at another, by its own feed and the caller’s',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reelay-test-'));
    await using created = await createPostgres();
    const clip = await makeClip(join(folder, 'clip.mp4'), {
      width: 320,
      height: 240,
      frames: 30,
      draw: (context) => drawFields(context, 200),
    });
    const provider = () => createScriptedProvider({ check: () => completed(clip) });
    const node = (): Promise<TestGateway> => {
      return startGateway({ config: { database: { kind: 'postgres', url: created.url } }, providers: [provider()] });
    };
    await using one = await node();
    await using other = await node();

    const { videoTasks: before } = await request(other.url, LIST, {});
    const client = openSocket(other.url);
    const feed = subscribe(client, FEED, { after: before.feedCursor });
    const input = { prompt: 'A quiet lake at noon', durationSeconds: 2, numberResults: 2, idempotencyKey: 'once' };
    const both = await Promise.all([one, other].map(({ url }) => request(url, CREATE, { input })));
    const ids = both.map(({ createVideoTask }) => createVideoTask.task?.id);
    expect(ids[0]).toBe(ids[1]);
    expect(both.map(({ createVideoTask }) => createVideoTask.replayed).sort()).toEqual([false, true]);

    const watched = [];
    for await (const { videoTaskUpdated } of subscribe(client, WATCH, { id: ids[0] ?? '' }))
      watched.push(videoTaskUpdated);
    expect(watched.at(-1)?.type).toBe('COMPLETED');
    expect(watched.map(({ version }) => version)).toEqual(watched.map((_, index) => index + 1));

    const fed = [];
    for await (const { videoTasksUpdated } of feed) {
      fed.push(videoTasksUpdated.event);
      if (videoTasksUpdated.event.type === 'COMPLETED') break;
    }
    expect(fed.map(({ version, type }) => ({ version, type }))).toEqual(watched);
    for (const filter of [{}, { statuses: ['COMPLETED' as const] }, { promptContains: 'LAKE' }]) {
      expect((await request(one.url, LIST, { filter })).videoTasks.nodes).toEqual([
        { id: ids[0], status: 'COMPLETED' },
      ]);
    }
    expect((await request(one.url, LIST, { filter: { statuses: ['FAILED'] } })).videoTasks.nodes).toEqual([]);
    await client.dispose();
    await rm(folder, { recursive: true });
  },
);
