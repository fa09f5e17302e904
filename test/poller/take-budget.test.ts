import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PrismaClient } from '../../src/database/generated/client.js';
import { openDatabase } from '../../src/database/open-database.js';
import { takeBudget } from '../../src/tasks/take-budget.js';
import { createPostgres, hasPostgres, type TestDatabase } from '../support/test-database.js';
import { DATABASES } from './support/databases.js';

const ACCOUNT = 'RUNWARE';
/** So slow that the time a test takes does not matter: one request in a thousand seconds. */
const SLOW = { account: ACCOUNT, perSecond: 0.001 };

/** As if a bucket had last been touched so long ago; negative: as if the clock had been set back since. */
async function age(prisma: PrismaClient, seconds: number): Promise<void> {
  await prisma.$executeRaw`UPDATE provider_budgets SET at = clock_timestamp() - ${seconds} * interval '1 second'`;
}

async function clock(prisma: PrismaClient): Promise<number> {
  const [row] = await prisma.$queryRaw<{ ms: number }[]>`
    SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::float8 AS ms`;
  return row?.ms ?? Number.NaN;
}

describe.each(DATABASES)('budgets on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    ({ prisma } = database);
  });
  beforeEach(async () => void (isThere && (await prisma.providerBudget.deleteMany())));
  afterAll(() => database?.[Symbol.asyncDispose]());

  test.skipIf(!isThere)('a new bucket holds one second’s worth', async () => {
    expect(await takeBudget(prisma, { account: ACCOUNT, perSecond: 5, want: 100 })).toBe(5);
  });

  test.skipIf(!isThere)('no more is granted than is wanted, and the rest stays', async () => {
    const budget = { account: ACCOUNT, perSecond: 5 };
    expect(await takeBudget(prisma, { ...budget, want: 2 })).toBe(2);
    expect(await takeBudget(prisma, { ...budget, want: 0 })).toBe(0);
    expect(await takeBudget(prisma, { ...budget, want: 3 })).toBe(3);
  });

  test.skipIf(!isThere)('a limit below one a second grants one, and then waits', async () => {
    expect(await takeBudget(prisma, { ...SLOW, want: 9 })).toBe(1);
    expect(await takeBudget(prisma, { ...SLOW, want: 9 })).toBe(0);
    await age(prisma, 1001);
    expect(await takeBudget(prisma, { ...SLOW, want: 9 })).toBe(1);
  });

  test.skipIf(!isThere)('what has come together is kept, however often it is asked for in between', async () => {
    await takeBudget(prisma, { ...SLOW, want: 1 });
    for (let count = 0; count < 3; count += 1) {
      await age(prisma, 300);
      expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(0);
    }
    await age(prisma, 300);
    expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(1);
  });

  test.skipIf(!isThere)('a bucket that nobody touched for an hour holds one second’s worth and no more', async () => {
    await takeBudget(prisma, { account: ACCOUNT, perSecond: 5, want: 5 });
    await age(prisma, 3600);
    expect(await takeBudget(prisma, { account: ACCOUNT, perSecond: 5, want: 100 })).toBe(5);
  });

  test.skipIf(!isThere)('a bucket that was touched in the future, by a clock set back, fills again', async () => {
    await takeBudget(prisma, { ...SLOW, want: 1 });
    await age(prisma, -3600);
    expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(0);
    const [bucket] = await prisma.providerBudget.findMany();
    expect(bucket?.at.getTime()).toBeLessThanOrEqual(await clock(prisma));
    await age(prisma, 1001);
    expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(1);
  });

  test.skipIf(!isThere)('accounts do not share', async () => {
    expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(1);
    expect(await takeBudget(prisma, { ...SLOW, account: 'EVOLINK', want: 1 })).toBe(1);
    expect(await takeBudget(prisma, { ...SLOW, want: 1 })).toBe(0);
  });

  test.skipIf(!isThere)('of many who ask a new bucket at once, no two get the same request', async () => {
    const ask = () => takeBudget(prisma, { ...SLOW, want: 1 });
    const granted = await Promise.all(Array.from({ length: 20 }, ask));
    expect(granted.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

test.skipIf(!(await hasPostgres()))('two connections share exactly what the limit allows', async () => {
  const [perSecond, seconds] = [40, 3];
  await using created = await createPostgres();
  await using one = await openDatabase({ kind: 'postgres', url: created.url });
  await using other = await openDatabase({ kind: 'postgres', url: created.url });
  const begun = await clock(one.prisma);
  const spend = async ({ prisma }: Pick<TestDatabase, 'prisma'>): Promise<number> => {
    let granted = 0;
    while ((await clock(prisma)) < begun + seconds * 1000) {
      granted += await takeBudget(prisma, { account: ACCOUNT, perSecond, want: 7 });
    }
    return granted;
  };
  const granted = await Promise.all([one, other, one, other].map(spend));
  const total = granted.reduce((sum, count) => sum + count, 0);
  const passed = ((await clock(one.prisma)) - begun) / 1000;
  // The first second's worth lies ready; the rest comes as time passes.
  expect(total).toBeLessThanOrEqual(perSecond + passed * perSecond);
  expect(total).toBeGreaterThan(0.9 * (perSecond + seconds * perSecond));
  expect(Math.min(...granted)).toBeGreaterThan(0);
});
