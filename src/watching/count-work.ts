import { Gauge, type Registry } from 'prom-client';
import { z } from 'zod';
import { Prisma, type PrismaClient } from '../database/generated/client.js';
import { PROVIDERS, RESULT_PHASES } from '../tasks/task.js';

/** What one look brings holds for so long, however many ask. */
const HOLDS_MS = 5_000;
/** Nobody waits longer for a store that does not answer. */
const PATIENCE_MS = 2_000;
/** More are not counted. */
const MOST = 100_000;

const UNFINISHED_PHASES = RESULT_PHASES.filter((phase) => phase !== 'DONE');

const work = z.tuple([
  z.object({
    results: z.array(z.object({ provider: z.string(), phase: z.string(), count: z.number() })),
    deliveries: z.number(),
  }),
]);
type Work = z.infer<typeof work>[0];

/** One query. It runs on when nobody waits for it any more, and only after its end another one may follow. */
type Look = { at: number; work: Promise<Work | null>; hasEnded: boolean };

/**
 * Tells how much is to be done, of the whole database: every node says the same. Only what is unfinished is looked at,
 * over the indexes by which it is claimed. While the store does not answer, nothing is told but that.
 */
export function countWork(registry: Registry, prisma: PrismaClient): void {
  const registers = [registry];
  let seen: Look | null = null;
  function look(): Promise<Work | null> {
    const now = performance.now();
    if (seen === null || (seen.hasEnded && now - seen.at > HOLDS_MS)) seen = startLook(prisma, now);
    return seen.work;
  }

  const results = new Gauge({
    name: 'reelay_results_unfinished',
    help: `Results that are not done, of the whole database; at most ${MOST} are counted.`,
    labelNames: ['provider', 'phase'] as const,
    registers,
    collect: async () => {
      const found = await look();
      results.reset();
      if (found === null) return;
      // A kind of which there is nothing is told too: what is missing cannot be compared.
      for (const phase of UNFINISHED_PHASES) for (const provider of PROVIDERS) results.set({ provider, phase }, 0);
      for (const { provider, phase, count } of found.results) results.set({ provider, phase }, count);
    },
  });
  const deliveries = new Gauge({
    name: 'reelay_webhook_deliveries_due',
    help: `Messages whose time has come, of the whole database; at most ${MOST} are counted.`,
    labelNames: [] as const,
    registers,
    collect: async () => {
      const found = await look();
      deliveries.reset();
      if (found === null) deliveries.remove();
      else deliveries.set(found.deliveries);
    },
  });
  const store: Gauge = new Gauge({
    name: 'reelay_store_up',
    help: 'Whether the store answers: 1 or 0.',
    registers,
    collect: async () => {
      store.set((await look()) === null ? 0 : 1);
    },
  });
}

function startLook(prisma: PrismaClient, at: number): Look {
  const query = read(prisma).catch(() => null);
  const look: Look = { at, work: waitInTime(query), hasEnded: false };
  void query.then(() => (look.hasEnded = true));
  return look;
}

function waitInTime(query: Promise<Work | null>): Promise<Work | null> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(null), PATIENCE_MS);
    void query.then((found) => {
      clearTimeout(patience);
      resolve(found);
    });
  });
}

/** As constants, so that the store sees how few they are among all: of a million results, thousands are unfinished. */
const UNFINISHED = Prisma.raw(`provider IN (${quoted(PROVIDERS)}) AND phase IN (${quoted(UNFINISHED_PHASES)})`);

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

async function read(prisma: PrismaClient): Promise<Work> {
  const rows = await prisma.$queryRaw`
    SELECT (
      SELECT COALESCE(json_agg(kind), '[]') FROM (
        SELECT provider, phase, COUNT(*)::int AS count
        FROM (SELECT provider, phase FROM video_results WHERE ${UNFINISHED} LIMIT ${MOST}::int) AS found
        GROUP BY provider, phase
      ) AS kind
    ) AS results, (
      SELECT COUNT(*)::int FROM (
        SELECT FROM webhook_deliveries WHERE line IS NOT NULL AND due_at <= now() LIMIT ${MOST}::int
      ) AS due
    ) AS deliveries`;
  return work.parse(rows)[0];
}
