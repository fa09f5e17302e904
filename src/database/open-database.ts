import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { PrismaClient } from './generated/client.js';
import { deployMigrations } from './migrations.js';
import { lockDirectory } from './lock-directory.js';

/** Where tasks are stored: PostgreSQL inside this process, or a PostgreSQL server of version 14 or newer. */
export type DatabaseConfig = { kind: 'pglite'; dataDir: string } | { kind: 'postgres'; url: string };

/** An open, migrated database. `appliedMigrations` names what was applied just now. */
export type Database = AsyncDisposable & { prisma: PrismaClient; appliedMigrations: string[] };

type Driver = AsyncDisposable & {
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** For migrations: one connection, and no limit to how long they take. */
  migrationAdapter: SqlMigrationAwareDriverAdapterFactory;
};

/** PGlite has one connection: whoever waits for it waits in the same line, so the wait may be long. */
const TRANSACTION_OPTIONS = { maxWait: 30_000, timeout: 30_000 };

/** Opens the database and brings it to the newest migration. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const driver = config.kind === 'pglite' ? await openPGlite(config.dataDir) : openPostgres(config.url);
  try {
    const appliedMigrations = await deployMigrations(driver.migrationAdapter);
    const prisma = new PrismaClient({ adapter: driver.adapter, transactionOptions: TRANSACTION_OPTIONS });
    const close = async (): Promise<void> => {
      await prisma.$disconnect();
      await driver[Symbol.asyncDispose]();
    };
    return { prisma, appliedMigrations, [Symbol.asyncDispose]: close };
  } catch (error) {
    await driver[Symbol.asyncDispose]();
    throw error;
  }
}

async function openPGlite(dataDir: string): Promise<Driver> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockDirectory(dataDir);
  const client = new PGlite(join(dataDir, 'database'), { relaxedDurability: false });
  try {
    await client.waitReady;
  } catch (error) {
    await lock[Symbol.asyncDispose]();
    throw new Error(`The database in ${dataDir} does not open.`, { cause: error });
  }
  const close = async (): Promise<void> => {
    await client.close();
    await lock[Symbol.asyncDispose]();
  };
  const adapter = new PrismaPGlite(client);
  return { adapter, migrationAdapter: adapter, [Symbol.asyncDispose]: close };
}

/** Both time-outs are needed: with either one missing, a half-open connection hangs for ever. */
function openPostgres(url: string): Driver {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  const migrationAdapter = new PrismaPg({ connectionString: url, max: 1, connectionTimeoutMillis: 5_000 });
  return { adapter, migrationAdapter, [Symbol.asyncDispose]: async () => undefined };
}
