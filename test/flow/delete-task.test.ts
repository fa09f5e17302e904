import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory } from '../support/data-directory.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { makePicture } from '../support/make-media.js';
import { createDirectedProvider } from '../support/directed-provider.js';
import { completed, running } from '../support/outcomes.js';
import { startGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { createTask, findTask, isFinished, untilTask } from '../support/video-tasks.js';

const DELETE = graphql(`
  mutation DeleteTask($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      deletedId
      userErrors {
        __typename
        code
        path
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation DeleteTaskCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      task {
        id
      }
    }
  }
`);

const TRACES = graphql(`
  query DeleteTaskTraces($id: ID!, $ids: [ID!]!) {
    node(id: $id) {
      id
    }
    nodes(ids: $ids) {
      id
    }
    videoTasks {
      nodes {
        id
      }
    }
  }
`);

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

test('a finished task goes with its events, files and links; its input stays', async () => {
  await using folder = await createTemporaryDirectory();
  const clip = await makeShortClip(folder.path);
  const picture = await makePicture(join(folder.path, 'picture.png'), 320, 240, 10);
  await using data = await createDataDirectory();
  const media = join(data.path, 'media');
  let kept: string;
  {
    await using gateway = await startGateway({
      providers: [createDirectedProvider(() => completed(clip))],
      dataDir: data.path,
    });
    const { id: keptId } = await createTask(gateway.url, { prompt: 'keep' });
    await untilTask(gateway.url, keptId, isFinished);
    const base64 = (await picture.encode('png')).toString('base64');
    const { id } = await createTask(gateway.url, { numberResults: 2, inputs: { firstFrame: { base64 } } });
    const task = await untilTask(gateway.url, id, isFinished);
    expect(task.status).toBe('COMPLETED');
    const assets = task.results.flatMap(({ video, poster }) => [video, poster]);
    expect(assets.filter((asset) => asset != null)).toHaveLength(4);
    const ids = assets.map((asset) => asset?.id ?? '');
    const files = await filesIn(media);
    // Each output brings a video, a poster, a storyboard and a preview.
    expect(files).toHaveLength(4 + 2 * 4 + 1);

    const { deleteVideoTask } = await request(gateway.url, DELETE, { id });
    expect(deleteVideoTask).toEqual({ deletedId: id, userErrors: [] });
    const traces = await request(gateway.url, TRACES, { id, ids: [id, ...ids] });
    expect(traces).toEqual({
      node: null,
      nodes: [null, null, null, null, null],
      videoTasks: { nodes: [{ id: keptId }] },
    });
    for (const asset of assets) expect((await fetch(asset?.url ?? '')).status).toBe(404);
    const left = await filesIn(media);
    expect(left).toHaveLength(4 + 1);
    expect(left.filter((name) => ids.some((assetId) => name.includes(assetId)))).toEqual([]);

    const again = await request(gateway.url, DELETE, { id });
    expect(again.deleteVideoTask).toMatchObject({
      deletedId: null,
      userErrors: [{ __typename: 'NotFoundError', code: 'NOT_FOUND' }],
    });
    kept = keptId;
  }
  await using database = await openDatabase({ kind: 'pglite', dataDir: data.path });
  const { prisma } = database;
  expect((await prisma.videoTask.findMany()).map(({ id }) => id)).toEqual([kept]);
  expect((await prisma.videoResult.findMany()).map(({ taskId }) => taskId)).toEqual([kept]);
  expect(new Set((await prisma.videoTaskEvent.findMany()).map(({ taskId }) => taskId))).toEqual(new Set([kept]));
  expect((await prisma.mediaAsset.findMany()).map(({ origin }) => origin).toSorted()).toEqual([
    'IMPORTED',
    'PRODUCED',
    'PRODUCED',
    'PRODUCED',
    'PRODUCED',
  ]);
});

test('a task that runs is refused until it is cancelled, and has stopped at its provider', async () => {
  const provider = createDirectedProvider(() => running(10));
  await using gateway = await startGateway({ providers: [provider] });
  const { id } = await createTask(gateway.url, { prompt: 'run' });
  const refused = {
    deletedId: null,
    userErrors: [{ __typename: 'TaskStatusError', code: 'NOT_DELETABLE', path: ['input', 'id'] }],
  };
  expect((await request(gateway.url, DELETE, { id })).deleteVideoTask).toEqual(refused);
  await untilTask(gateway.url, id, ({ progress }) => progress === 10);
  expect((await request(gateway.url, DELETE, { id })).deleteVideoTask).toEqual(refused);
  expect(await findTask(gateway.url, id)).not.toBeNull();
  await request(gateway.url, CANCEL, { id });
  await vi.waitFor(async () => {
    const { deleteVideoTask } = await request(gateway.url, DELETE, { id });
    expect(deleteVideoTask.deletedId).toBe(id);
  }, 10_000);
  expect(provider.cancelled).toHaveLength(1);
  expect(await findTask(gateway.url, id)).toBeNull();
});
