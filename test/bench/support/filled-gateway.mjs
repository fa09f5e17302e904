import pg from 'pg';
import { openBenchDatabase } from './bench-database.mjs';
import { fillTasks } from './fill-tasks.mjs';
import { startGateway } from './gateway.mjs';
import { copyOf } from './scope.mjs';

/**
 * A gateway with so many finished tasks stored. On PostgreSQL it only answers: nothing else goes on in its process.
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} count
 */
export async function openFilled({ scope, template }, count) {
  const dataDir = await copyOf(scope, template);
  const database = await openBenchDatabase(scope, dataDir);
  await database.use((prisma) => fill(database.url, prisma, count));
  const role = database.isServer ? { ROLE: 'api' } : {};
  const gateway = await startGateway(scope, dataDir, { env: { ...database.env, ...role } });
  return { ...gateway, database, count };
}

/** On a server by the bare driver: the product's own connections give a statement ten seconds. */
async function fill(/** @type {string | null} */ url, /** @type {any} */ prisma, /** @type {number} */ count) {
  if (url === null) return fillTasks((sql) => prisma.$executeRawUnsafe(sql), count);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await fillTasks((sql) => client.query(sql), count);
  } finally {
    await client.end();
  }
}
