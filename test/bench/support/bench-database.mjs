import { randomBytes } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';

const LOCAL_SERVER = 'postgresql://postgres@127.0.0.1:5432';
const DIST = new URL('../../../dist/', import.meta.url);

/**
 * Where a gateway that is measured keeps its tasks. Nobody else may have it open while `use` runs.
 * @typedef {{ name: string, isServer: boolean, url: string | null, env: Record<string, string>, use: <Value>(work: (prisma: any) => Promise<Value>) => Promise<Value> }} BenchDatabase
 */

/**
 * A new database on the PostgreSQL server of BENCH_DATABASE_URL, or on one that answers at 127.0.0.1:5432; where there is none, the
 * embedded one in `dataDir`.
 * @param {import('./scope.mjs').Scope} scope
 * @param {string} dataDir
 * @returns {Promise<BenchDatabase>}
 */
export async function openBenchDatabase(scope, dataDir) {
  const url = await createOnServer(scope);
  const { openDatabase } = await import(new URL('database/open-database.js', DIST).href);
  const { ensureCaller, LOCAL_CALLER } = await import(new URL('callers/named-caller.js', DIST).href);
  const config = url === null ? { kind: 'pglite', dataDir } : { kind: 'postgres', url };
  /** @type {BenchDatabase['use']} */
  const use = async (work) => {
    const database = await openDatabase(config);
    try {
      await ensureCaller(database.prisma, LOCAL_CALLER);
      return await work(database.prisma);
    } finally {
      await database[Symbol.asyncDispose]();
    }
  };
  return url === null
    ? { name: 'PGlite', isServer: false, url, env: {}, use }
    : { name: 'PostgreSQL', isServer: true, url, env: { DATABASE_URL: url }, use };
}

/** @param {import('./scope.mjs').Scope} scope @returns {Promise<string | null>} */
async function createOnServer(scope) {
  const given = process.env['BENCH_DATABASE_URL'];
  const server = new URL(given ?? `${LOCAL_SERVER}/postgres`);
  const name = `reelay_bench_${randomBytes(6).toString('hex')}`;
  try {
    await administrate(server.href, `CREATE DATABASE ${name}`);
  } catch (error) {
    if (given !== undefined) throw error;
    return null;
  }
  scope.defer(() => administrate(server.href, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** @param {string} url @param {string} statement */
async function administrate(url, statement) {
  const { PrismaClient } = await import(new URL('database/generated/client.js', DIST).href);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, connectionTimeoutMillis: 2_000 }) });
  try {
    await prisma.$executeRawUnsafe(statement);
  } finally {
    await prisma.$disconnect();
  }
}
