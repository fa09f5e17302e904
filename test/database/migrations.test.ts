import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { expect, test } from 'vitest';
import { diffSchemas } from '../../src/database/diff-schema.js';
import { PrismaClient } from '../../src/database/generated/client.js';
import { deployMigrations, readMigrations, readSchema } from '../../src/database/migrations.js';
import { openDatabase } from '../../src/database/open-database.js';
import { createDataDirectory } from '../support/data-directory.js';
import { createPostgres, hasPostgres } from '../support/test-database.js';

const POSTGRES = await hasPostgres();

type Rows = { text: string }[];

/**
 * Everything that the schema of a database consists of, one line each, but for the migrations' own table. What may be
 * null stands with the columns: as constraints, only newer versions list it.
 */
async function describeSchema(query: (sql: string) => Promise<Rows>): Promise<string[]> {
  const statements = [
    `SELECT concat_ws(' ', 'column', table_name, column_name, udt_name, character_maximum_length, datetime_precision, is_nullable, column_default) AS text
     FROM information_schema.columns WHERE table_schema = 'public'`,
    `SELECT concat_ws(' ', 'index', indexdef) AS text FROM pg_indexes WHERE schemaname = 'public'`,
    `SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS text
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`,
    `SELECT concat_ws(' ', 'enum', typname, string_agg(enumlabel, ',' ORDER BY enumsortorder)) AS text
     FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`,
  ];
  const lines: string[] = [];
  for (const statement of statements) lines.push(...(await query(statement)).map(({ text }) => text));
  return lines.filter((line) => !line.includes('_prisma_migrations')).sort();
}

/** What schema.prisma says, as a database. */
async function drawnSchema(): Promise<string[]> {
  const client = new PGlite();
  try {
    await client.exec(await diffSchemas(new PrismaPGlite(client), null, await readSchema()));
    return await describeSchema(async (sql) => (await client.query<{ text: string }>(sql)).rows);
  } finally {
    await client.close();
  }
}

async function migrationNames(): Promise<string[]> {
  return (await readMigrations()).migrationDirectories.map(({ path }) => path);
}

test('on PGlite the migrations give exactly schema.prisma, and are applied once', async () => {
  const client = new PGlite();
  try {
    const adapter = new PrismaPGlite(client);
    expect(await deployMigrations(adapter)).toEqual(await migrationNames());
    const schema = await describeSchema(async (sql) => (await client.query<{ text: string }>(sql)).rows);
    expect(schema).toEqual(await drawnSchema());
    expect(schema.length).toBeGreaterThan(50);
    expect(await deployMigrations(adapter)).toEqual([]);
  } finally {
    await client.close();
  }
});

test.skipIf(!POSTGRES)('on PostgreSQL the migrations give exactly schema.prisma, and are applied once', async () => {
  await using created = await createPostgres();
  const adapter = new PrismaPg({ connectionString: created.url });
  expect(await deployMigrations(adapter)).toEqual(await migrationNames());
  const prisma = new PrismaClient({ adapter });
  try {
    expect(await describeSchema((sql) => prisma.$queryRawUnsafe<Rows>(sql))).toEqual(await drawnSchema());
  } finally {
    await prisma.$disconnect();
  }
  expect(await deployMigrations(adapter)).toEqual([]);
});

test.skipIf(!POSTGRES)('processes that start together on an empty PostgreSQL database migrate it once', async () => {
  await using created = await createPostgres();
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ kind: 'postgres', url: created.url })));
  const applied = opened.flatMap(({ appliedMigrations }) => appliedMigrations);
  for (const database of opened) await database[Symbol.asyncDispose]();
  expect(applied).toEqual(await migrationNames());
});

test('a database that was opened and closed keeps no process waiting', async () => {
  await using data = await createDataDirectory();
  const script = `
    const { openDatabase } = await import(${JSON.stringify(new URL('../../dist/database/open-database.js', import.meta.url).href)});
    const database = await openDatabase({ kind: 'pglite', dataDir: ${JSON.stringify(data.path)} });
    await database[Symbol.asyncDispose]();
    console.log(JSON.stringify(process.getActiveResourcesInfo().filter((name) => name === 'Timeout')));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(JSON.parse(stdout)).toEqual([]);
});
