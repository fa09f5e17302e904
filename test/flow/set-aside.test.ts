import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { StartOutcome } from '../../src/providers/provider.js';
import { graphql } from '../support/graphql/gql.js';
import type { CreateVideoTaskInput } from '../support/graphql/graphql.js';
import { request } from '../support/graphql-client.js';
import { errorOf, failed, refused, started } from '../support/outcomes.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { create, createTask, isFinished, untilTask } from '../support/video-tasks.js';

const SECRET = 'The key sk-123 is not valid at https://api.example.com.';
const WAITS = 'DASHSCOPE refuses its key at the moment: the task waits until it works again.';

const MODELS = graphql(`
  query SetAsideModels {
    videoModels {
      providers {
        provider
        available
        unavailableReason
        restrictions {
          mode
          maxDurationSeconds
          maxReferenceImages
          maxReferenceVideos
          refusedInputs
          promptRequired
        }
      }
    }
  }
`);

const ESTIMATE = graphql(`
  query SetAsideEstimate($input: CreateVideoTaskInput!) {
    estimateVideoTask(input: $input) {
      provider
      warnings {
        code
        message
        path
      }
    }
  }
`);

const RETRY = graphql(`
  mutation SetAsideRetry($id: ID!) {
    retryVideoTask(input: { id: $id }) {
      task {
        warnings {
          code
        }
        results {
          seed
          provider
          progressSource
          cost {
            usd
          }
        }
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation SetAsideCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      stillBilled
    }
  }
`);

/** What EvoLink answers to the next starts; without one it accepts. */
const refusals: StartOutcome[] = [];
let gateway: TestGateway;

/** EvoLink is preferred, Runware fails at everything, and DashScope refuses its key. */
beforeAll(async () => {
  const evolink = createScriptedProvider({
    name: 'EVOLINK',
    capabilities: { ...PAID, maxDurationSeconds: 10, minSeed: 1 },
    start: ({ startKey }) => refusals.shift() ?? started(startKey),
    check: () => failed('PROVIDER_FAILED'),
  });
  const runware = createScriptedProvider({
    name: 'RUNWARE',
    capabilities: {
      ...PAID,
      maxDurationSeconds: 10,
      price: { P720: 0.2, P1080: 0.3 },
      reportsProgress: false,
      restrictions: {
        REFERENCE_TO_VIDEO: { maxDurationSeconds: 10, maxReferenceImages: 1, refusedInputs: ['firstFrame'] },
        VIDEO_EDIT: { promptRequired: true },
      },
    },
    start: () => refused(errorOf('PROVIDER_FAILED', 'RUNWARE')),
  });
  const dashscope = createScriptedProvider({
    name: 'DASHSCOPE',
    capabilities: PAID,
    health: () => ({ kind: 'refused', message: SECRET }),
  });
  gateway = await startGateway({ providers: [evolink, runware, dashscope] });
  await vi.waitUntil(async () => (await providers())[2]?.available === false);
});
afterAll(() => gateway[Symbol.asyncDispose]());

async function providers() {
  return (await request(gateway.url, MODELS, {})).videoModels[0]?.providers ?? [];
}

async function retry(id: string) {
  return (await request(gateway.url, RETRY, { id })).retryVideoTask.task;
}

test('callers are told why a provider takes nothing, without its own words', async () => {
  const told = await providers();
  expect(told.map(({ provider, available, unavailableReason }) => [provider, available, unavailableReason])).toEqual([
    ['EVOLINK', true, null],
    ['RUNWARE', true, null],
    ['DASHSCOPE', false, 'refuses its key'],
  ]);
});

test('what a mode lacks at a provider is there as data', async () => {
  const [evolink, runware] = await providers();
  const none = { maxDurationSeconds: null, maxReferenceImages: null, maxReferenceVideos: null, refusedInputs: [] };
  expect(evolink?.restrictions).toEqual([]);
  expect(runware?.restrictions).toEqual([
    {
      ...none,
      mode: 'REFERENCE_TO_VIDEO',
      maxDurationSeconds: 10,
      maxReferenceImages: 1,
      refusedInputs: ['firstFrame'],
      promptRequired: false,
    },
    { ...none, mode: 'VIDEO_EDIT', promptRequired: true },
  ]);
});

test.each<[string, CreateVideoTaskInput, string[], string]>([
  ['names a provider', { provider: 'DASHSCOPE' }, ['input', 'provider'], WAITS],
  [
    'only one could make',
    { durationSeconds: 11 },
    ['input'],
    'DASHSCOPE refuses its key at the moment: the task waits until it, or another that can make it, works again.',
  ],
])('a task that %s which is set aside is taken, waits, and says so', async (_what, given, path, message) => {
  const input = { prompt: 'waits', ...given };
  const warnings = [{ code: 'WAITS_FOR_PROVIDER', path, message }];
  const made = await create(gateway.url, input);
  expect(made).toMatchObject({ warnings, userErrors: [] });
  expect(made.task?.results).toMatchObject([{ phase: 'QUEUED', provider: 'DASHSCOPE' }]);
  const { estimateVideoTask } = await request(gateway.url, ESTIMATE, { input });
  expect(estimateVideoTask).toEqual({ provider: 'DASHSCOPE', warnings });
});

test('a task of a provider that works warns of nothing', async () => {
  expect((await create(gateway.url, { prompt: 'well' })).warnings).toEqual([]);
});

test('a retry goes to the first provider that can make it, not to the last that was tried', async () => {
  refusals.push(refused(errorOf('PROVIDER_BALANCE', 'EVOLINK')));
  const { id } = await createTask(gateway.url, { prompt: 'falls back', seed: 7, durationSeconds: 2 });
  const old = await untilTask(gateway.url, id, isFinished);
  expect(old).toMatchObject({ status: 'FAILED', results: [{ provider: 'RUNWARE' }] });
  expect((await retry(id))?.results).toEqual([
    { seed: 7, provider: 'EVOLINK', progressSource: 'REPORTED', cost: { usd: 0.2 } },
  ]);
});

test('a retry of a task that names its provider stays there', async () => {
  const { id } = await createTask(gateway.url, { prompt: 'stays', provider: 'RUNWARE' });
  await untilTask(gateway.url, id, isFinished);
  expect((await retry(id))?.results).toMatchObject([{ provider: 'RUNWARE' }]);
});

test('a retry keeps what was told about the input, and finds out anew what its provider does differently', async () => {
  const prompt = `falls back ${'x'.repeat(5000)}`;
  refusals.push(refused(errorOf('PROVIDER_BALANCE', 'EVOLINK')));
  const made = await create(gateway.url, { prompt, seed: 0 });
  const codes = made.warnings.map(({ code }) => code);
  expect(codes).toEqual(['PROMPT_TRUNCATED', 'SEED_ADJUSTED']);
  await untilTask(gateway.url, made.task?.id ?? '', isFinished);
  const again = await retry(made.task?.id ?? '');
  expect(again?.results).toMatchObject([{ seed: 1, provider: 'EVOLINK' }]);
  expect(again?.warnings).toEqual([{ code: 'PROMPT_TRUNCATED' }]);
});

test('a retry tells that it waits only while it has to', async () => {
  const waiting = await create(gateway.url, { prompt: 'waits', durationSeconds: 11 });
  const id = waiting.task?.id ?? '';
  expect((await request(gateway.url, CANCEL, { id })).cancelVideoTask.stillBilled).toBe(false);
  expect((await retry(id))?.warnings).toEqual([{ code: 'WAITS_FOR_PROVIDER' }]);
});
