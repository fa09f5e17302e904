import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graphql } from '../support/graphql/gql.js';
import { request } from '../support/graphql-client.js';
import { completed, errorOf, failed } from '../support/outcomes.js';
import { createScriptedProvider, PAID, type Script } from '../support/scripted-provider.js';
import { startGateway, type TestGateway } from '../support/start-gateway.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';
import { create, createTask, findTask, isFinished } from '../support/video-tasks.js';

const POSTGRES = await hasPostgres();

const SET = graphql(`
  mutation CallerLimitsSet($input: SetCallerLimitsInput!) {
    setCallerLimits(input: $input) {
      limits {
        tasksPerMinute
        tasksInFlight
        usdPerDay
        usdPerMonth
      }
      userErrors {
        __typename
        code
        path
      }
    }
  }
`);

const VIEWER = graphql(`
  query CallerLimitsViewer {
    viewer {
      limits {
        tasksPerMinute
        usdPerDay
      }
      use {
        tasksInLastMinute
        tasksInFlight
        usdToday
        usdThisMonth
      }
    }
  }
`);

const CANCEL = graphql(`
  mutation CallerLimitsCancel($id: ID!) {
    cancelVideoTask(input: { id: $id }) {
      stillBilled
    }
  }
`);

const DELETE = graphql(`
  mutation CallerLimitsDelete($id: ID!) {
    deleteVideoTask(input: { id: $id }) {
      deletedId
    }
  }
`);

const INPUT = { prompt: 'A lamp', durationSeconds: 5 } as const;
/** Five seconds at 0.1 US dollars. */
const PRICE = 0.5;

let gateway: TestGateway;
let script: Script;
beforeEach(async () => {
  script = {};
  const provider = createScriptedProvider({
    capabilities: PAID,
    check: (startKey) => script.check?.(startKey) ?? { kind: 'running', progress: 10, etaSeconds: null },
  });
  gateway = await startGateway({ providers: [provider] });
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** Limits of the caller of these tests, which this node holds to from now on. */
async function setLimits(limits: object, { url } = gateway): Promise<void> {
  const { setCallerLimits } = await request(url, SET, { input: { callerName: 'local', ...limits } });
  expect(setCallerLimits.userErrors).toEqual([]);
}

const use = async ({ url } = gateway) => (await request(url, VIEWER, {})).viewer.use;

/** How many of so many tasks, created at the same moment, were stored; the others were refused with the code. */
async function storedOf(count: number, code: string, urls: readonly string[] = [gateway.url]): Promise<number> {
  const payloads = await Promise.all(
    Array.from({ length: count }, (_, index) => create(urls[index % urls.length] ?? gateway.url, INPUT)),
  );
  const refused = payloads.filter(({ task }) => task === null);
  for (const { userErrors } of refused) expect(userErrors).toMatchObject([{ __typename: 'LimitError', code }]);
  return count - refused.length;
}

test('of 200 tasks at the same moment, exactly as many are stored as a minute allows', async () => {
  await setLimits({ tasksPerMinute: 20 });
  expect(await storedOf(200, 'RATE_LIMITED')).toBe(20);
  expect(await use()).toMatchObject({ tasksInLastMinute: 20 });
  const { userErrors } = await create(gateway.url, INPUT);
  expect(userErrors[0]?.message).toMatch(/20 tasks a minute\. From 20\d\d-/);
});

test('deleting tasks makes no room in their minute, also when they are free', async () => {
  await using free = await startGateway({ providers: [createScriptedProvider()] });
  await setLimits({ tasksPerMinute: 2 }, free);
  for (let count = 0; count < 2; count += 1) {
    const { id } = await createTask(free.url, { ...INPUT, numberResults: 2 });
    await request(free.url, CANCEL, { id });
    const remove = async () => (await request(free.url, DELETE, { id })).deleteVideoTask.deletedId;
    await expect.poll(remove).toBe(id);
  }
  expect(await use(free)).toMatchObject({ tasksInLastMinute: 2, tasksInFlight: 0, usdToday: 0 });
  expect((await create(free.url, INPUT)).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
});

test('a task that is done makes room for another one in flight', async () => {
  await setLimits({ tasksInFlight: 3 });
  expect(await storedOf(10, 'RATE_LIMITED')).toBe(3);
  const { videoTasks } = await request(
    gateway.url,
    graphql(`
      query CallerLimitsList {
        videoTasks {
          nodes {
            id
          }
        }
      }
    `),
    {},
  );
  await request(gateway.url, CANCEL, { id: videoTasks.nodes[0]?.id ?? '' });
  expect(await storedOf(10, 'RATE_LIMITED')).toBe(1);
});

describe('a budget', () => {
  test('is reserved when tasks are created: not one more is stored than it pays for', async () => {
    await setLimits({ usdPerDay: 10 * PRICE });
    expect(await storedOf(60, 'BUDGET_EXCEEDED')).toBe(10);
    expect(await use()).toMatchObject({ usdToday: 10 * PRICE, usdThisMonth: 10 * PRICE });
    const { userErrors } = await create(gateway.url, INPUT);
    expect(userErrors[0]?.message).toMatch(
      /about 0\.50 US dollars, and 5\.00 of 5\.00 .* today \(UTC\)\. Come back at 20/,
    );
    // What costs less may still fit into another limit, and never into this one.
    expect((await create(gateway.url, { ...INPUT, durationSeconds: 2 })).task).toBeNull();
  });

  test('is released when nothing is billed, and settled when the provider tells the price', async () => {
    await setLimits({ usdPerMonth: 2 * PRICE });
    script = { check: () => failed('PROVIDER_FAILED') };
    const task = await createTask(gateway.url, INPUT);
    await expect.poll(async () => isFinished((await findTask(gateway.url, task.id)) ?? task)).toBe(true);
    expect(await use()).toMatchObject({ usdThisMonth: 0 });

    script = { check: () => completed('/nowhere', { cost: { usd: 0.9, estimated: false } }) };
    await createTask(gateway.url, INPUT);
    await expect.poll(async () => (await use()).usdThisMonth).toBe(0.9);
    const { userErrors } = await create(gateway.url, INPUT);
    expect(userErrors).toMatchObject([{ code: 'BUDGET_EXCEEDED' }]);
    expect(userErrors[0]?.message).toContain('this month');
  });

  test('is not freed by deleting tasks', async () => {
    await setLimits({ usdPerDay: PRICE });
    script = { check: () => failed({ ...errorOf('PROVIDER_FAILED'), billed: true }) };
    const task = await createTask(gateway.url, INPUT);
    await expect.poll(async () => isFinished((await findTask(gateway.url, task.id)) ?? task)).toBe(true);
    expect((await request(gateway.url, DELETE, { id: task.id })).deleteVideoTask.deletedId).toBe(task.id);
    expect(await use()).toMatchObject({ usdToday: PRICE });
    expect((await create(gateway.url, INPUT)).userErrors).toMatchObject([{ code: 'BUDGET_EXCEEDED' }]);
  });
});

test('limits that make no sense are told, and callers that are not there', async () => {
  const refused = async (input: { callerName: string; usdPerDay?: number; tasksPerMinute?: number }) =>
    (await request(gateway.url, SET, { input })).setCallerLimits;
  expect(await refused({ callerName: 'local', usdPerDay: -1 })).toMatchObject({
    limits: null,
    userErrors: [{ code: 'OUT_OF_RANGE', path: ['input', 'usdPerDay'] }],
  });
  expect(await refused({ callerName: 'nobody', tasksPerMinute: 1 })).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND' }],
  });
  await setLimits({ tasksPerMinute: 5, usdPerDay: 7 });
  await setLimits({ usdPerDay: null });
  const { viewer } = await request(gateway.url, VIEWER, {});
  expect(viewer.limits).toEqual({ tasksPerMinute: 5, usdPerDay: null });
});

test.skipIf(!POSTGRES)('limits are exact across nodes', async () => {
  await using created = await createPostgres();
  const database = { kind: 'postgres', url: created.url } as const;
  const node = () =>
    startGateway({ providers: [createScriptedProvider({ capabilities: PAID })], config: { database } });
  await using one = await node();
  await using other = await node();
  await setLimits({ tasksPerMinute: 0 }, one);
  expect(await storedOf(3, 'RATE_LIMITED', [other.url])).toBe(0);
  await setLimits({ usdPerDay: 30 * PRICE, tasksPerMinute: 25 }, one);
  expect(await storedOf(120, 'RATE_LIMITED', [one.url, other.url])).toBe(25);
  await setLimits({ tasksPerMinute: null }, one);
  expect(await storedOf(120, 'BUDGET_EXCEEDED', [one.url, other.url])).toBe(5);
  expect(z.object({ usdToday: z.number() }).parse(await use(other)).usdToday).toBeCloseTo(30 * PRICE);
});
