import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CreateVideoTaskInput } from '../support/graphql/graphql.js';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createScriptedProvider, PAID, type ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory, makeShortClip } from '../support/temporary-directory.js';
import { create } from '../support/video-tasks.js';

const ESTIMATE = graphql(`
  query EstimateVideoTask($input: CreateVideoTaskInput!) {
    estimateVideoTask(input: $input) {
      provider
      cost {
        usd
        estimated
      }
      results {
        index
        usdPerSecond
        videoSeconds
        billedInputSeconds
        usd
      }
      warnings {
        code
        path
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

const IMPORT = graphql(`
  mutation EstimateImport($url: URL!) {
    importMedia(input: { source: { url: $url } }) {
      asset {
        id
        durationSeconds
      }
    }
  }
`);

const COST = graphql(`
  query EstimateCost($id: ID!) {
    videoTask(id: $id) {
      cost {
        usd
        estimated
      }
    }
    videoTasks(first: 100) {
      edges {
        cursor
      }
    }
  }
`);

const PROMPT = 'a small kitten running under the moonlight';

let evolink: ScriptedProvider;
let free: ScriptedProvider;
let gateway: TestGateway;
let site: Server;
let clipUrl: string;
let folder: AsyncDisposable & { path: string };

beforeAll(async () => {
  evolink = createScriptedProvider({
    name: 'EVOLINK',
    capabilities: {
      ...PAID,
      price: { P720: 0.086, P1080: 0.144 },
      billsInputSeconds: ['VIDEO_EDIT'],
      canBeSilent: false,
      minSeed: 1,
    },
  });
  free = createScriptedProvider();
  gateway = await startGateway({ providers: [evolink, free] });
  folder = await createTemporaryDirectory();
  const clip = await readFile(await makeShortClip(folder.path));
  site = createServer((_incoming, outgoing) => outgoing.end(clip));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  clipUrl = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/clip.mp4`;
});
afterAll(async () => {
  site.close();
  await gateway[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

async function estimate(input: CreateVideoTaskInput) {
  return (await request(gateway.url, ESTIMATE, { input })).estimateVideoTask;
}

async function countTasks(): Promise<number> {
  return (await request(gateway.url, COST, { id: '' })).videoTasks.edges.length;
}

test('each result is priced by its seconds and quality, and the task is their sum', async () => {
  const each = { usdPerSecond: 0.144, videoSeconds: 10, billedInputSeconds: 0, usd: 1.44 };
  expect(await estimate({ prompt: PROMPT, quality: 'P1080', durationSeconds: 10, numberResults: 3 })).toEqual({
    provider: 'EVOLINK',
    cost: { usd: 4.32, estimated: true },
    results: [0, 1, 2].map((index) => ({ index, ...each })),
    warnings: [],
    userErrors: [],
  });
});

test('the provider is the one that creation would choose, and a free one costs nothing', async () => {
  const cheap = await estimate({ prompt: PROMPT, generateAudio: false });
  expect(cheap).toMatchObject({ provider: 'ANIMATIC', cost: null, results: [{ usdPerSecond: 0, usd: 0 }] });
  expect(await estimate({ prompt: PROMPT, provider: 'ANIMATIC' })).toMatchObject({ provider: 'ANIMATIC', cost: null });
});

test('the task then costs what was estimated', async () => {
  const input = { prompt: PROMPT, durationSeconds: 7, numberResults: 2 };
  const { cost } = await estimate(input);
  const { task } = await create(gateway.url, input);
  expect(cost).toEqual({ usd: 1.204, estimated: true });
  expect((await request(gateway.url, COST, { id: task?.id ?? '' })).videoTask?.cost).toEqual(cost);
  await expect.poll(() => evolink.starts.length).toBe(2);
});

test('what would be done differently is told', async () => {
  const { warnings } = await estimate({ prompt: `${PROMPT}${'!'.repeat(5000)}`, seed: 0 });
  expect(warnings).toEqual([
    { code: 'PROMPT_TRUNCATED', path: ['input', 'prompt'] },
    { code: 'SEED_ADJUSTED', path: ['input', 'seed'] },
  ]);
});

test('every mistake in the input is told, and nothing is estimated', async () => {
  const refused = await estimate({ durationSeconds: 99, numberResults: 9 });
  expect(refused).toMatchObject({ provider: null, cost: null, results: [], warnings: [] });
  expect(refused.userErrors.map(({ path }) => path.join('.')).toSorted()).toEqual([
    'input.durationSeconds',
    'input.numberResults',
    'input.prompt',
  ]);
});

test('a provider that cannot do it refuses an estimate as it would the task', async () => {
  const input = { prompt: PROMPT, provider: 'EVOLINK', generateAudio: false } as const;
  const { userErrors } = await estimate(input);
  expect(userErrors).toMatchObject([
    { code: 'UNSUPPORTED_BY_PROVIDER', message: 'EVOLINK always makes a sound track.' },
  ]);
  expect((await create(gateway.url, input)).userErrors).toEqual(userErrors);
});

test('seconds of an input that are billed too are part of it', async () => {
  const { asset } = (await request(gateway.url, IMPORT, { url: clipUrl })).importMedia;
  expect(asset?.durationSeconds).toBe(2);
  const { cost, results } = await estimate({ durationSeconds: 3, inputs: { editVideo: { assetId: asset?.id ?? '' } } });
  expect(results).toEqual([{ index: 0, usdPerSecond: 0.086, videoSeconds: 3, billedInputSeconds: 2, usd: 0.43 }]);
  expect(cost).toEqual({ usd: 0.43, estimated: true });
});

test('a video that is billed and whose length is not known has to be imported first', async () => {
  const { userErrors, cost } = await estimate({ inputs: { editVideo: { url: clipUrl } } });
  expect(cost).toBeNull();
  expect(userErrors).toMatchObject([
    { code: 'REQUIRED', path: ['input', 'inputs', 'editVideo'], message: expect.stringContaining('importMedia') },
  ]);
});

test('a video that is not billed need not be known', async () => {
  const input = { prompt: PROMPT, inputs: { continueFrom: { url: 'https://video.example.com/nowhere.mp4' } } };
  expect(await estimate(input)).toMatchObject({ provider: 'EVOLINK', cost: { usd: 0.43 }, userErrors: [] });
});

test('an asset that is not there is told', async () => {
  const { userErrors } = await estimate({ inputs: { editVideo: { assetId: 'asset_01h2xcejqtf2nbrexx3vqjhp41' } } });
  expect(userErrors).toMatchObject([
    { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'inputs', 'editVideo'] },
  ]);
});

test('an estimate stores nothing and starts nothing', async () => {
  const before = await countTasks();
  const starts = [evolink.starts.length, free.starts.length];
  await estimate({ prompt: PROMPT, idempotencyKey: 'once', taskUUID: '0f8fad5b-d9cb-469f-a165-70867728950e' });
  const { task } = await create(gateway.url, { prompt: PROMPT, provider: 'ANIMATIC', idempotencyKey: 'once' });
  expect(task).not.toBeNull();
  await expect.poll(() => free.starts.length).toBe((starts[1] ?? 0) + 1);
  expect(evolink.starts).toHaveLength(starts[0] ?? 0);
  expect(await countTasks()).toBe(before + 1);
});
