import { mkdir } from 'node:fs/promises';
import { Socket } from 'node:net';
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
  transactionOptions: { maxWait: number; timeout: number };
};

/** PGlite has one connection: whoever waits for it waits in the same line, so the wait may be long. */
const EMBEDDED_TRANSACTIONS = { maxWait: 30_000, timeout: 30_000 };

/** Together with a silent connection they make less than ten seconds: nobody waits longer for a database that is away. */
const CONNECT_MS = 3_000;
const SILENCE_MS = 5_000;

/** Opens the database and brings it to the newest migration. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const driver = config.kind === 'pglite' ? await openPGlite(config.dataDir) : openPostgres(config.url);
  try {
    const appliedMigrations = await deployMigrations(driver.migrationAdapter);
    const prisma = new PrismaClient({ adapter: driver.adapter, transactionOptions: driver.transactionOptions });
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
  return {
    adapter,
    migrationAdapter: adapter,
    transactionOptions: EMBEDDED_TRANSACTIONS,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * A half-open connection is silent for ever. Both time-outs of the driver are needed against it, and a third one that
 * cuts the connection: the driver would give a timed-out one back to its pool, and the next to take it would wait again.
 */
function openPostgres(url: string): Driver {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 16,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: SILENCE_MS,
    statement_timeout: SILENCE_MS - 500,
    idle_in_transaction_session_timeout: 30_000,
    // The pool lets go of idle connections before their silence counts.
    idleTimeoutMillis: SILENCE_MS - 2_000,
    stream: openSocket,
  });
  const migrationAdapter = new PrismaPg({ connectionString: url, max: 1, connectionTimeoutMillis: CONNECT_MS });
  const transactionOptions = { maxWait: CONNECT_MS, timeout: 2 * SILENCE_MS };
  return { adapter, migrationAdapter, transactionOptions, [Symbol.asyncDispose]: async () => undefined };
}

function openSocket(): Socket {
  const socket = new Socket();
  return socket.setTimeout(SILENCE_MS, () => socket.destroy());
}
