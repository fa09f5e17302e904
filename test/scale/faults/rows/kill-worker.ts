import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase } from '../../../../src/database/open-database.js';
import { LEASE_MS } from '../../../../src/tasks/claims.js';
import type { Fault } from '../fault.js';

/** What a worker takes to see that a lease has ended, on an idle machine. */
const PICKUP_MS = 1_000;
const SAMPLE_MS = 100;
/** After so long, all tasks of the load have begun. */
const NO_MORE_MS = 10_000;

const sampled = z.tuple([z.object({ overdueMs: z.number(), aheadMs: z.number() })]);

export const killWorker: Fault = {
  name: 'pickup',
  promise: 'What a worker held when it died is taken up by another one within 11 s.',
  minutes: 2,
  tasks: 60,
  filmedShare: 0,
  async happen({ cluster: { workers, services, databaseUrl }, troubleMs, report, violate }) {
    const database = await openDatabase({ kind: 'postgres', url: databaseUrl });
    const endAt = performance.now() + troubleMs;
    let worstMs = 0;
    try {
      for (let number = 0; number === 0 || performance.now() < endAt; number += 1) {
        const worker = workers[number % workers.length];
        const others = workers.filter((each) => each !== worker);
        // A start that gets no answer is a claim that the worker certainly holds when it dies.
        for (const other of others) await other.stop('SIGTERM');
        let isHeld = false;
        const matches = (): boolean => (isHeld = true);
        services.runware.fail({ action: 'start', how: 'stall', matches });
        for (let waited = 0; !isHeld && waited < NO_MORE_MS; waited += SAMPLE_MS) await pause(SAMPLE_MS);
        for (const other of others) await other.start();
        if (!isHeld) {
          if (number === 0) violate('no worker held anything when it died');
          break;
        }
        await worker?.stop('SIGKILL');
        const until = performance.now() + LEASE_MS + 2 * PICKUP_MS;
        while (performance.now() < until) {
          const [{ overdueMs, aheadMs }] = sampled.parse(
            await database.prisma.$queryRaw`
              SELECT COALESCE(EXTRACT(EPOCH FROM max(now() - due_at) FILTER (WHERE lease IS NOT NULL)) * 1000, 0)::float8 AS "overdueMs",
                COALESCE(EXTRACT(EPOCH FROM max(due_at - now()) FILTER (WHERE lease IS NOT NULL)) * 1000, 0)::float8 AS "aheadMs"
              FROM video_results WHERE due_at IS NOT NULL`,
          );
          worstMs = Math.max(worstMs, overdueMs);
          if (aheadMs > LEASE_MS) violate(`a lease ends only in ${Math.round(aheadMs)} ms`);
          await pause(SAMPLE_MS);
        }
        await worker?.start();
        report(`${number + 1} workers died; what they held waited ${Math.round(worstMs)} ms at most`);
      }
      services.runware.heal();
    } finally {
      await database[Symbol.asyncDispose]();
    }
    if (worstMs > PICKUP_MS) violate(`work whose lease had ended waited for ${Math.round(worstMs)} ms`);
  },
};
