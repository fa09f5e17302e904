import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ensureCaller } from '../../src/callers/named-caller.js';
import { Prisma, type PrismaClient } from '../../src/database/generated/client.js';
import { findDueDeliveries, oldestDue } from '../../src/webhooks/find-due-deliveries.js';
import { headsOfLines, startLineWalk, type LineWalk } from '../../src/webhooks/walk-lines.js';
import { DATABASES } from '../poller/support/databases.js';
import type { TestDatabase } from '../support/test-database.js';

/** What waits: so many receivers of a caller, so many deliveries each, due so many seconds ago. */
type Waiting = { caller: string; receivers: number; each: number; ageSeconds: number };

const plan = z.tuple([
  z.object({
    'QUERY PLAN': z.tuple([
      z.object({ Plan: z.looseObject({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) }),
    ]),
  }),
]);

describe.each(DATABASES.filter(({ isThere }) => isThere))('on $name', ({ open }) => {
  let database: TestDatabase;
  let prisma: PrismaClient;

  beforeAll(async () => {
    database = await open();
    ({ prisma } = database);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function fill(waiting: readonly Waiting[]): Promise<void> {
    await prisma.webhookDelivery.deleteMany();
    await prisma.webhook.deleteMany();
    for (const { caller, receivers, each, ageSeconds } of waiting) {
      const { id } = await ensureCaller(prisma, caller);
      await prisma.$executeRaw`
        INSERT INTO webhooks (id, caller_id, address_hash, url, receiver, named_at)
        SELECT ${id} || n, ${id}, decode(md5(${id} || n), 'hex'), '', ${id} || ' ' || n, now()
        FROM generate_series(1, ${receivers}::int) AS n`;
      await prisma.$executeRaw`
        INSERT INTO webhook_deliveries (id, caller_id, webhook_id, type, status, created_at, queued_at, line, due_at)
        SELECT ${id} || ' ' || n || ' ' || m, ${id}, ${id} || n, 'webhook.test', 'PENDING', now(), now(), ${id} || ' ' || n,
          now() - (${ageSeconds}::int + m / 1000000.0) * interval '1 second'
        FROM generate_series(1, ${receivers}::int) AS n, generate_series(1, ${each}::int) AS m`;
    }
    await prisma.$executeRaw`ANALYZE webhook_deliveries`;
    await prisma.$executeRaw`ANALYZE callers`;
  }

  /** Ids of the callers of what is found within so many looks. */
  async function callersWithin(looks: number): Promise<Set<string>> {
    const walk = startLineWalk();
    const found = new Set<string>();
    for (let count = 0; count < looks; count += 1) {
      for (const { callerId } of await findDueDeliveries(prisma, walk)) found.add(callerId);
    }
    return found;
  }

  /** Pages that a look touches. */
  async function pagesOf(walk: LineWalk): Promise<number> {
    let pages = 0;
    for (const statement of [oldestDue(), headsOfLines(walk)]) {
      const rows = await prisma.$queryRaw(Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement}`);
      const [{ 'QUERY PLAN': parts }] = plan.parse(rows);
      const { 'Shared Hit Blocks': hit, 'Shared Read Blocks': read } = parts[0].Plan;
      pages += hit + read;
    }
    return pages;
  }

  test('the oldest are found, and what is not due is not', async () => {
    await fill([
      { caller: 'one', receivers: 3, each: 2, ageSeconds: 60 },
      { caller: 'two', receivers: 1, each: 1, ageSeconds: 120 },
      { caller: 'late', receivers: 2, each: 2, ageSeconds: -60 },
    ]);
    const due = await findDueDeliveries(prisma, startLineWalk());
    expect(due).toHaveLength(7);
    expect(due[0]?.callerId).toBe((await ensureCaller(prisma, 'two')).id);
  });

  test('a caller whose deliveries fill the line of the oldest hides nobody: another one is found at once', async () => {
    await fill([
      { caller: 'hoards', receivers: 1, each: 3_000, ageSeconds: 3_600 },
      { caller: 'spreads', receivers: 3_000, each: 1, ageSeconds: 1_800 },
      { caller: 'little', receivers: 1, each: 1, ageSeconds: 1 },
    ]);
    const { id } = await ensureCaller(prisma, 'little');
    expect(await callersWithin(1)).toContain(id);
  });

  test("behind a dead receiver of one's own, the others are found as well, each within a lap", async () => {
    await fill([
      { caller: 'hoards', receivers: 1, each: 3_000, ageSeconds: 3_600 },
      { caller: 'spreads', receivers: 100, each: 1, ageSeconds: 1 },
    ]);
    const { id } = await ensureCaller(prisma, 'spreads');
    const walk = startLineWalk();
    const lines = new Set<string>();
    for (let looks = 0; looks < 7; looks += 1) {
      for (const { callerId, receiver } of await findDueDeliveries(prisma, walk))
        if (callerId === id) lines.add(receiver);
    }
    expect(lines.size).toBe(100);
  });

  test('every one of very many callers has its turn', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `caller-${index}`);
    const many = names.map((caller) => ({ caller, receivers: 1, each: 1, ageSeconds: 1 }));
    await fill([{ caller: 'hoards', receivers: 1, each: 1_000, ageSeconds: 3_600 }, ...many]);
    expect((await callersWithin(2)).size).toBe(201);
  });

  test('a look costs the same, however many receivers a caller has and however much waits', async () => {
    await fill([{ caller: 'spreads', receivers: 600, each: 1, ageSeconds: 60 }]);
    const few = await pagesOf(startLineWalk());
    await fill([{ caller: 'spreads', receivers: 6_000, each: 2, ageSeconds: 60 }]);
    const many = await pagesOf(startLineWalk());
    expect(many / few).toBeLessThan(2);
  });
});
