import { expect, test } from 'vitest';
import { hasRedis } from '../support/redis-server.js';
import { hasPostgres } from '../support/test-database.js';
import type { Fault } from './faults/fault.js';
import { killNodes } from './faults/rows/kill-nodes.js';
import { terminateConnections } from './faults/rows/trouble-postgres.js';
import { killRedis } from './faults/rows/trouble-redis.js';
import { runFault } from './faults/run-fault.js';
import { createRandom } from './pay-once/random.mjs';

const SERVERS = (await hasPostgres()) && hasRedis();

/** What `npm run test:faults` does at length, and one after the other. */
const SHORT: Fault = {
  name: 'short',
  promise: 'Nodes are killed, connections terminated and Redis restarted empty, one after the other.',
  minutes: 0.5,
  tasks: 80,
  filmedShare: 0.05,
  async happen(room) {
    for (const fault of [killNodes, terminateConnections, killRedis]) await fault.happen({ ...room, troubleMs: 0 });
  },
};

test.skipIf(!SERVERS)(
  'nodes are killed, connections terminated, Redis restarted: every promise is kept',
  { timeout: 300_000 },
  async () => {
    const seed = Date.now() % 1_000_000;
    const lines: string[] = [`seed ${seed}`];
    const report = (text: string): void => void lines.push(text);
    const options = { tasks: SHORT.tasks, troubleMs: 30_000, random: createRandom(seed), report };
    const { violations, acknowledged } = await runFault(SHORT, options);
    expect(violations, lines.join('\n')).toEqual([]);
    expect(acknowledged).toBe(SHORT.tasks);
  },
);
