import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request, requestResult } from '../support/graphql-client.js';
import { createScriptedProvider, type ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { create, createTask, untilTask } from '../support/video-tasks.js';

const CREATE = graphql(`
  mutation CreateTaskAll($input: CreateVideoTaskInput!) {
    createVideoTask(input: $input) {
      task {
        id
        taskUUID
        model
        mode
        status
        progress
        progressSource
        etaSeconds
        version
        prompt
        negativePrompt
        shots {
          startSeconds
          endSeconds
          description
        }
        quality
        aspectRatio
        width
        height
        durationSeconds
        shotType
        promptExtend
        generateAudio
        outputFormat
        outputQuality
        warnings {
          code
          path
        }
        results {
          index
          status
          phase
          seed
          provider
          video {
            id
          }
        }
        error {
          code
        }
        events {
          version
          type
        }
        startedAt
        finishedAt
        retriedFrom {
          id
        }
      }
      replayed
      warnings {
        code
        message
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

const COUNT = graphql(`
  query CreateTaskCount {
    videoTasks(first: 100) {
      nodes {
        id
      }
    }
  }
`);

let provider: ScriptedProvider;
let gateway: TestGateway;

beforeAll(async () => {
  provider = createScriptedProvider();
  gateway = await startGateway({ providers: [provider] });
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function countTasks(): Promise<number> {
  return (await request(gateway.url, COUNT, {})).videoTasks.nodes.length;
}

/** The mistakes of an input, each as its type, code and path. */
async function mistakesOf(input: Parameters<typeof create>[1]): Promise<string[]> {
  const { task, userErrors } = await create(gateway.url, input);
  expect(task).toBeNull();
  return userErrors.map(({ __typename, code, path }) => `${__typename} ${code} ${path.join('.')}`);
}

describe('what was asked for', () => {
  test('a prompt alone takes every default', async () => {
    const { createVideoTask } = await request(gateway.url, CREATE, { input: { prompt: 'a lighthouse in a storm' } });
    expect(createVideoTask).toMatchObject({ replayed: false, warnings: [], userErrors: [] });
    expect(createVideoTask.task).toMatchObject({
      taskUUID: null,
      model: 'wan2.7',
      mode: 'TEXT_TO_VIDEO',
      status: 'PENDING',
      progress: 0,
      version: 1,
      prompt: 'a lighthouse in a storm',
      negativePrompt: null,
      shots: [],
      quality: 'P720',
      aspectRatio: 'LANDSCAPE_16_9',
      width: 1280,
      height: 720,
      durationSeconds: 5,
      shotType: null,
      promptExtend: false,
      generateAudio: true,
      outputFormat: 'MP4',
      outputQuality: 95,
      warnings: [],
      error: null,
      startedAt: null,
      finishedAt: null,
      retriedFrom: null,
    });
    expect(createVideoTask.task?.results).toHaveLength(1);
    expect(createVideoTask.task?.results[0]).toMatchObject({ index: 0, provider: 'ANIMATIC', video: null });
    expect(createVideoTask.task?.events.at(0)).toEqual({ version: 1, type: 'CREATED' });
  });

  test('every option is stored and reaches the provider', async () => {
    const input = {
      taskUUID: '3D5B8F0A-6d0e-4c1b-9a57-0f6f2f4f7c11',
      model: 'wan2.7',
      provider: 'ANIMATIC',
      prompt: 'every option at once',
      negativePrompt: 'text, watermark',
      quality: 'P1080',
      aspectRatio: 'PORTRAIT_3_4',
      durationSeconds: 15,
      seed: 2_147_483_646,
      shotType: 'SINGLE',
      promptExtend: true,
      generateAudio: false,
      numberResults: 2,
      output: { format: 'WEBM', quality: 20, ttlSeconds: 60 },
    } as const;
    const { createVideoTask } = await request(gateway.url, CREATE, { input });
    expect(createVideoTask.userErrors).toEqual([]);
    const asked = {
      prompt: 'every option at once',
      negativePrompt: 'text, watermark',
      mode: 'TEXT_TO_VIDEO',
      quality: 'P1080',
      aspectRatio: 'PORTRAIT_3_4',
      width: 1248,
      height: 1648,
      durationSeconds: 15,
      shotType: 'SINGLE',
      promptExtend: true,
      generateAudio: false,
      outputFormat: 'WEBM',
      outputQuality: 20,
    };
    expect(createVideoTask.task).toMatchObject({ ...asked, taskUUID: '3d5b8f0a-6d0e-4c1b-9a57-0f6f2f4f7c11' });
    const id = createVideoTask.task?.id ?? '';
    await untilTask(gateway.url, id, ({ results }) => results.every(({ phase }) => phase === 'GENERATING'));
    const starts = provider.starts.filter(({ prompt }) => prompt === asked.prompt);
    expect(starts.map(({ seed }) => seed)).toEqual([2_147_483_646, 2_147_483_647]);
    for (const start of starts) expect(start).toMatchObject(asked);
  });

  test('each result has its own seed, counted on from the given one; 0 is a seed', async () => {
    const counted = await createTask(gateway.url, { prompt: 'four of them', seed: 0, numberResults: 4 });
    expect(counted.results.map(({ index, seed }) => [index, seed])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const random = await createTask(gateway.url, { prompt: 'four random ones', numberResults: 4 });
    const [first = -1, ...others] = random.results.map(({ seed }) => seed);
    expect(others).toEqual([first + 1, first + 2, first + 3]);
    const another = await createTask(gateway.url, { prompt: 'four random ones', numberResults: 4 });
    expect(another.results[0]?.seed).not.toBe(first);
  });

  test('an exact size of the table stands for quality and aspect ratio', async () => {
    const input = { prompt: 'a square', width: 1440, height: 1440 };
    const { createVideoTask } = await request(gateway.url, CREATE, { input });
    const size = { width: 1440, height: 1440, quality: 'P1080', aspectRatio: 'SQUARE_1_1' };
    expect(createVideoTask.task).toMatchObject(size);
  });

  test('a shot list is read from the prompt, and written into it from `shots`', async () => {
    const shots = [
      { startSeconds: 0, endSeconds: 3, description: 'wide angle: rainy night street' },
      { startSeconds: 3, endSeconds: 5, description: 'a cat crosses' },
    ];
    const text = 'Shot 1 [0-3s] wide angle: rainy night street\nShot 2 [3-5s] a cat crosses';
    const read = await request(gateway.url, CREATE, { input: { prompt: text } });
    expect(read.createVideoTask.task).toMatchObject({ prompt: text, shots, shotType: 'MULTI' });
    const written = await request(gateway.url, CREATE, { input: { prompt: 'In the city.', shots } });
    expect(written.createVideoTask.task).toMatchObject({ prompt: `In the city.\n${text}`, shots, shotType: 'MULTI' });
    const chinese = await request(gateway.url, CREATE, {
      input: { prompt: '镜头1 [0-3秒] 雨夜的街道 镜头2 [3-5秒] 一只猫' },
    });
    expect(chinese.createVideoTask.task?.shots.map(({ description }) => description)).toEqual(['雨夜的街道', '一只猫']);
  });
});

describe('too long a text', () => {
  test('is cut by code points and reported', async () => {
    const input = { prompt: '🎬'.repeat(5001), negativePrompt: '雨'.repeat(501) };
    const { createVideoTask } = await request(gateway.url, CREATE, { input });
    const warnings = [
      { code: 'PROMPT_TRUNCATED', path: ['input', 'prompt'] },
      { code: 'NEGATIVE_PROMPT_TRUNCATED', path: ['input', 'negativePrompt'] },
    ];
    expect(createVideoTask.warnings).toMatchObject(warnings);
    expect(createVideoTask.warnings[0]?.message).toContain('5001 characters');
    expect(createVideoTask.task?.warnings).toEqual(warnings);
    expect(createVideoTask.task?.prompt).toBe('🎬'.repeat(5000));
    expect(createVideoTask.task?.negativePrompt).toBe('雨'.repeat(500));
  });

  test('just short enough is left alone', async () => {
    const { task, warnings } = await create(gateway.url, {
      prompt: '🎬'.repeat(5000),
      negativePrompt: '雨'.repeat(500),
    });
    expect([task?.status, warnings]).toEqual(['PENDING', []]);
  });
});

describe('mistakes', () => {
  test('come back together, each with its place, and nothing is stored', async () => {
    const before = await countTasks();
    const mistakes = await mistakesOf({
      idempotencyKey: '',
      taskUUID: '3d5b8f0a-6d0e-1c1b-9a57-0f6f2f4f7c11',
      model: 'wan9',
      prompt: ' ',
      width: 1280,
      height: 721,
      durationSeconds: 16,
      seed: -1,
      numberResults: 5,
      output: { quality: 19, ttlSeconds: 59 },
    });
    expect(mistakes.sort()).toEqual([
      'InvalidInputError INVALID_FORMAT input.taskUUID',
      'InvalidInputError OUT_OF_RANGE input.durationSeconds',
      'InvalidInputError OUT_OF_RANGE input.idempotencyKey',
      'InvalidInputError OUT_OF_RANGE input.numberResults',
      'InvalidInputError OUT_OF_RANGE input.output.quality',
      'InvalidInputError OUT_OF_RANGE input.output.ttlSeconds',
      'InvalidInputError OUT_OF_RANGE input.seed',
      'InvalidInputError OUT_OF_RANGE input.width',
      'InvalidInputError REQUIRED input.prompt',
      'NotFoundError NOT_FOUND input.model',
    ]);
    expect(await countTasks()).toBe(before);
  });

  test('say what would be right', async () => {
    const { userErrors } = await create(gateway.url, { prompt: 'too long', durationSeconds: 16 });
    expect(userErrors[0]?.message).toBe('durationSeconds must be a whole number from 2 to 15, not 16.');
  });

  test.each([
    ['half a size', { prompt: 'x', width: 1280 }, ['InvalidInputError REQUIRED input.height']],
    [
      'a size that contradicts the ratio',
      { prompt: 'x', width: 1280, height: 720, aspectRatio: 'SQUARE_1_1' as const },
      ['InvalidInputError UNSUPPORTED_COMBINATION input.aspectRatio'],
    ],
    [
      'a last seed beyond the range',
      { prompt: 'x', seed: 2_147_483_647, numberResults: 2 },
      ['InvalidInputError OUT_OF_RANGE input.seed'],
    ],
    [
      'overlapping shots',
      {
        shots: [
          { startSeconds: 0, endSeconds: 3, description: 'one' },
          { startSeconds: 2, endSeconds: 6, description: 'two' },
        ],
      },
      [
        'InvalidInputError OUT_OF_RANGE input.shots.1.startSeconds',
        'InvalidInputError OUT_OF_RANGE input.shots.1.endSeconds',
      ],
    ],
    [
      'a shot list in the prompt that is too long',
      { prompt: 'Shot 1 [0-9s] a street' },
      ['InvalidInputError OUT_OF_RANGE input.prompt'],
    ],
    ['text that no column takes', { prompt: 'a\0b' }, ['InvalidInputError INVALID_FORMAT input.prompt']],
  ])('%s', async (_what, input, expected) => {
    const before = await countTasks();
    expect(await mistakesOf(input)).toEqual(expected);
    expect(await countTasks()).toBe(before);
  });

  test('a value of the wrong type is a mistake in the request itself', async () => {
    const input = { prompt: 'x', durationSeconds: 2.5 };
    const { data, errors } = await requestResult(gateway.url, CREATE, { input });
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.message).toContain('input.durationSeconds');
  });
});

test('an option that the provider lacks is refused by name', async () => {
  const capabilities = { canBeSilent: false, maxDurationSeconds: 10 };
  await using small = await startGateway({ providers: [createScriptedProvider({ capabilities })] });
  const { userErrors } = await create(small.url, { prompt: 'x', generateAudio: false });
  expect(userErrors).toMatchObject([{ __typename: 'ProviderError', code: 'UNSUPPORTED_BY_PROVIDER', path: ['input'] }]);
  expect(userErrors[0]?.message).toContain('always makes a sound track');
});
