import { newTrail } from '../../src/lib/trail.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { createScriptedProvider, type ScriptedProvider } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { create, createTask, untilTask } from '../support/video-tasks.js';

const LIST = graphql(`
  query CreateOnceList($promptContains: String!) {
    videoTasks(filter: { promptContains: $promptContains }) {
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

async function idsOf(prompt: string): Promise<string[]> {
  return (await request(gateway.url, LIST, { promptContains: prompt })).videoTasks.nodes.map(({ id }) => id);
}

describe('the same idempotency key', () => {
  test('with the same input gives the first payload again', async () => {
    const input = { idempotencyKey: 'again', prompt: 'again'.repeat(1001), numberResults: 2 };
    const first = await create(gateway.url, input);
    const second = await create(gateway.url, input);
    expect(first).toMatchObject({ replayed: false, warnings: [{ code: 'PROMPT_TRUNCATED' }], userErrors: [] });
    expect(second).toMatchObject({ replayed: true, warnings: first.warnings, userErrors: [] });
    expect(second.task?.id).toBe(first.task?.id);
    const seeds = (payload: typeof first) => payload.task?.results.map(({ id, seed }) => [id, seed]);
    expect(seeds(second)).toEqual(seeds(first));
    expect(await idsOf('againagain')).toHaveLength(1);
  });

  test('shows the task as it is by now', async () => {
    const input = { idempotencyKey: 'by now', prompt: 'by now' };
    const { id } = await createTask(gateway.url, input);
    await untilTask(gateway.url, id, ({ status }) => status === 'PROCESSING');
    expect(await create(gateway.url, input)).toMatchObject({ replayed: true, task: { id, status: 'PROCESSING' } });
  });

  test('with defaults written out is the same input; with another value it is a conflict', async () => {
    const input = { idempotencyKey: 'conflict', prompt: 'conflict' };
    const first = await createTask(gateway.url, input);
    const same = await create(gateway.url, { ...input, durationSeconds: 5, negativePrompt: null, numberResults: 1 });
    expect(same).toMatchObject({ replayed: true, task: { id: first.id } });
    const other = await create(gateway.url, { ...input, durationSeconds: 6 });
    expect(other).toMatchObject({
      task: null,
      replayed: false,
      userErrors: [{ __typename: 'ConflictError', code: 'IDEMPOTENCY_CONFLICT', path: ['input', 'idempotencyKey'] }],
    });
    expect(other.userErrors[0]?.message).toContain(first.id);
    expect(await idsOf('conflict')).toEqual([first.id]);
  });

  test('twenty times at the same moment makes one task and one start', async () => {
    const input = { idempotencyKey: 'at once', prompt: 'all at once', seed: 5 };
    const payloads = await Promise.all(Array.from({ length: 20 }, () => create(gateway.url, input)));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const ids = new Set(payloads.map(({ task }) => task?.id));
    expect(ids.size).toBe(1);
    expect(payloads.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(await idsOf('all at once')).toEqual([...ids]);
    const id = payloads[0]?.task?.id ?? '';
    await untilTask(gateway.url, id, ({ results }) => results[0]?.phase === 'GENERATING');
    expect(provider.starts.filter(({ prompt }) => prompt === 'all at once')).toHaveLength(1);
  });

  test('of different inputs at the same moment lets one through', async () => {
    const inputs = Array.from({ length: 8 }, (_, seed) => ({ idempotencyKey: 'race', prompt: 'a race', seed }));
    const payloads = await Promise.all(inputs.map((input) => create(gateway.url, input)));
    expect(payloads.filter(({ task }) => task != null)).toHaveLength(1);
    const codes = payloads.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 7 }, () => 'IDEMPOTENCY_CONFLICT'));
  });

  test('of a refused input is still free', async () => {
    const refused = await create(gateway.url, { idempotencyKey: 'free', prompt: 'free', durationSeconds: 1 });
    expect(refused.task).toBeNull();
    const mended = await create(gateway.url, { idempotencyKey: 'free', prompt: 'free', durationSeconds: 2 });
    expect(mended).toMatchObject({ replayed: false, userErrors: [] });
  });
});

describe('the same taskUUID', () => {
  test('is taken once, whatever its case', async () => {
    const taskUUID = randomUUID();
    await createTask(gateway.url, { taskUUID, prompt: 'the first' });
    const { task, userErrors } = await create(gateway.url, { taskUUID: taskUUID.toUpperCase(), prompt: 'the second' });
    expect(task).toBeNull();
    const mistake = { __typename: 'ConflictError', code: 'DUPLICATE_TASK_UUID', path: ['input', 'taskUUID'] };
    expect(userErrors).toMatchObject([mistake]);
    expect(await idsOf('the second')).toEqual([]);
  });

  test('at the same moment is taken once too', async () => {
    const taskUUID = randomUUID();
    const prompts = Array.from({ length: 8 }, (_, index) => `uuid race ${index}`);
    const payloads = await Promise.all(prompts.map((prompt) => create(gateway.url, { taskUUID, prompt })));
    expect(payloads.filter(({ task }) => task != null)).toHaveLength(1);
    expect(await idsOf('uuid race')).toHaveLength(1);
  });

  test('together with the same key is a replay', async () => {
    const input = { idempotencyKey: 'both', taskUUID: randomUUID(), prompt: 'both' };
    const payloads = await Promise.all(Array.from({ length: 8 }, () => create(gateway.url, input)));
    expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(payloads.map(({ task }) => task?.id)).size).toBe(1);
  });
});

test('equal requests with a key and a taskUUID at the same moment make one task, whichever rule stops the others', async () => {
  const { commands, localCaller: caller } = gateway.gateway;
  for (const round of [1, 2, 3]) {
    const input = { idempotencyKey: `both-${round}`, taskUUID: randomUUID(), prompt: 'both at once' };
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => commands.createTask(caller.id, input, newTrail())),
    );
    const replayed = outcomes.flatMap((outcome) => (outcome.kind === 'created' ? [outcome.replayed] : []));
    expect(replayed.sort()).toEqual([false, ...Array.from({ length: 7 }, () => true)]);
  }
});
