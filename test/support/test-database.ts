import { randomBytes } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/database/generated/client.js';
import { openDatabase, type Database } from '../../src/database/open-database.js';
import { createDataDirectory } from './data-directory.js';

/** A migrated database of its own for one test file; disposing removes it. */
export type TestDatabase = AsyncDisposable & Pick<Database, 'prisma'>;

const SERVER = 'postgresql://postgres@127.0.0.1:5432';

/** The embedded database, in a folder of its own. */
export async function openEmbedded(): Promise<TestDatabase> {
  const directory = await createDataDirectory();
  const database = await openDatabase({ kind: 'pglite', dataDir: directory.path });
  const close = async (): Promise<void> => {
    await database[Symbol.asyncDispose]();
    await directory[Symbol.asyncDispose]();
  };
  return { prisma: database.prisma, [Symbol.asyncDispose]: close };
}

/** Whether a PostgreSQL server answers on this machine; says so when none does, as tests are skipped then. */
export async function hasPostgres(): Promise<boolean> {
  try {
    await administrate('SELECT 1');
    return true;
  } catch {
    process.stderr.write(`SKIPPED: no PostgreSQL answers at ${SERVER}, so nothing is proven about it.\n`);
    return false;
  }
}

/** A new, empty database on the PostgreSQL server. */
export async function createPostgres(): Promise<AsyncDisposable & { url: string; name: string }> {
  const name = `reelay_test_${randomBytes(6).toString('hex')}`;
  await administrate(`CREATE DATABASE ${name}`);
  const drop = (): Promise<void> => administrate(`DROP DATABASE ${name} WITH (FORCE)`);
  return { name, url: `${SERVER}/${name}`, [Symbol.asyncDispose]: drop };
}

/** A new, migrated database on the PostgreSQL server. */
export async function openPostgres(): Promise<TestDatabase> {
  const created = await createPostgres();
  const database = await openDatabase({ kind: 'postgres', url: created.url });
  const close = async (): Promise<void> => {
    await database[Symbol.asyncDispose]();
    await created[Symbol.asyncDispose]();
  };
  return { prisma: database.prisma, [Symbol.asyncDispose]: close };
}

async function administrate(statement: string): Promise<void> {
  const connection = { connectionString: `${SERVER}/postgres`, connectionTimeoutMillis: 2_000 };
  const prisma = new PrismaClient({ adapter: new PrismaPg(connection) });
  try {
    await prisma.$executeRawUnsafe(statement);
  } finally {
    await prisma.$disconnect();
  }
}
