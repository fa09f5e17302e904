import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request, requestResult } from '../support/graphql-client.js';
import { makePicture } from '../support/make-media.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createTemporaryDirectory } from '../support/temporary-directory.js';
import { createTask } from '../support/video-tasks.js';

const NODE = graphql(`
  query QueriesNode($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on VideoTask {
        prompt
      }
      ... on MediaAsset {
        mimeType
      }
    }
    videoTask(id: $id) {
      id
    }
    mediaAsset(id: $id) {
      id
      kind
      width
      height
      url
    }
  }
`);

const NODES = graphql(`
  query QueriesNodes($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
    }
  }
`);

const VIEWER = graphql(`
  query QueriesViewer {
    viewer {
      id
      name
    }
  }
`);

const SHOTS = graphql(`
  query QueriesShots($prompt: String!) {
    parseShots(prompt: $prompt) {
      startSeconds
      endSeconds
      description
    }
  }
`);

const MODELS = graphql(`
  query QueriesModels {
    videoModels {
      name
      promptMaxCharacters
      negativePromptMaxCharacters
      frameRate
      numberResults {
        min
        max
      }
      outputQuality {
        min
        max
      }
      sizes {
        quality
        aspectRatio
        width
        height
      }
      modes {
        mode
        promptRequired
        requiredInputs
        allowedInputs
        maxReferences
        durationSeconds {
          min
          max
        }
      }
      providers {
        provider
        modes
        outputFormats
        reportsProgress
        costsMoney
        seed {
          min
          max
        }
        durationSeconds {
          min
          max
        }
      }
    }
  }
`);

const IMPORT = graphql(`
  mutation QueriesImport($base64: String!) {
    importMedia(input: { source: { base64: $base64 } }) {
      asset {
        id
      }
    }
  }
`);

let gateway: TestGateway;
let taskId: string;
let assetId: string;

beforeAll(async () => {
  await using folder = await createTemporaryDirectory();
  const path = join(folder.path, 'picture.png');
  await makePicture(path, 320, 240, 10);
  gateway = await startGateway({ providers: [createScriptedProvider()] });
  ({ id: taskId } = await createTask(gateway.url, { prompt: 'find me' }));
  const { importMedia } = await request(gateway.url, IMPORT, { base64: (await readFile(path)).toString('base64') });
  assetId = importMedia.asset?.id ?? '';
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('by its id', () => {
  test('a task is found', async () => {
    const found = await request(gateway.url, NODE, { id: taskId });
    expect(found).toEqual({
      node: { __typename: 'VideoTask', id: taskId, prompt: 'find me' },
      videoTask: { id: taskId },
      mediaAsset: null,
    });
  });

  test('a media asset is found', async () => {
    const found = await request(gateway.url, NODE, { id: assetId });
    expect(found.node).toEqual({ __typename: 'MediaAsset', id: assetId, mimeType: 'image/png' });
    expect(found.mediaAsset).toMatchObject({ id: assetId, kind: 'IMAGE', width: 320, height: 240 });
    expect((await fetch(found.mediaAsset?.url ?? '')).status).toBe(200);
    expect(found.videoTask).toBeNull();
  });

  test.each([
    '',
    'nothing',
    'task_',
    'task_01h2xcejqtf2nbrexx3vqjhp41',
    'asset_01h2xcejqtf2nbrexx3vqjhp41',
    'caller_1',
    'task_\0',
    'asset_\0',
    '__proto___1',
  ])('nothing is found, and nothing goes wrong: %j', async (id) => {
    expect(await request(gateway.url, NODE, { id })).toEqual({ node: null, videoTask: null, mediaAsset: null });
  });

  test('several are found in the order of their ids', async () => {
    const { nodes } = await request(gateway.url, NODES, { ids: [assetId, 'nothing', taskId, assetId] });
    expect(nodes).toEqual([
      { __typename: 'MediaAsset', id: assetId },
      null,
      { __typename: 'VideoTask', id: taskId },
      { __typename: 'MediaAsset', id: assetId },
    ]);
    expect((await request(gateway.url, NODES, { ids: [] })).nodes).toEqual([]);
  });

  test('more than 100 are refused', async () => {
    const ids = Array.from({ length: 101 }, () => taskId);
    const { errors } = await requestResult(gateway.url, NODES, { ids });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect((await request(gateway.url, NODES, { ids: ids.slice(1) })).nodes).toHaveLength(100);
  });
});

test('without keys the viewer is "local"', async () => {
  const { viewer } = await request(gateway.url, VIEWER, {});
  expect(viewer.name).toBe('local');
  expect(viewer.id).toMatch(/^caller_/);
});

test('shots are read in English and Chinese', async () => {
  const read = async (prompt: string) => (await request(gateway.url, SHOTS, { prompt })).parseShots;
  expect(await read('Shot 1 [0-3s] wide angle: rainy night street Shot 2 [3-5.5s] close-up: a cat')).toEqual([
    { startSeconds: 0, endSeconds: 3, description: 'wide angle: rainy night street' },
    { startSeconds: 3, endSeconds: 5.5, description: 'close-up: a cat' },
  ]);
  expect(await read('镜头1 [0-3秒] 雨夜的街道')).toEqual([
    { startSeconds: 0, endSeconds: 3, description: '雨夜的街道' },
  ]);
  expect(await read('a street in the rain')).toEqual([]);
});

test('the model tells its limits and who can make it', async () => {
  const { videoModels } = await request(gateway.url, MODELS, {});
  expect(videoModels).toHaveLength(1);
  const [model] = videoModels;
  expect(model).toMatchObject({
    name: 'wan2.7',
    promptMaxCharacters: 5000,
    negativePromptMaxCharacters: 500,
    frameRate: 30,
    numberResults: { min: 1, max: 4 },
    outputQuality: { min: 20, max: 99 },
  });
  expect(model?.sizes).toHaveLength(10);
  expect(model?.sizes).toContainEqual({ quality: 'P1080', aspectRatio: 'LANDSCAPE_4_3', width: 1648, height: 1248 });
  expect(model?.modes).toHaveLength(6);
  expect(model?.modes).toContainEqual({
    mode: 'VIDEO_EDIT',
    promptRequired: false,
    requiredInputs: ['editVideo'],
    allowedInputs: ['referenceImages'],
    maxReferences: 4,
    durationSeconds: { min: 2, max: 10 },
  });
  expect(model?.providers).toMatchObject([
    {
      provider: 'ANIMATIC',
      outputFormats: ['MP4', 'WEBM', 'MOV'],
      reportsProgress: true,
      costsMoney: false,
      seed: { min: 0, max: 2_147_483_647 },
      durationSeconds: { min: 2, max: 15 },
    },
  ]);
});
