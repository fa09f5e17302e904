import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { openSchemaEngine } from './schema-engine.js';

const PRISMA_DIRECTORY = new URL('../../prisma/', import.meta.url);
const MIGRATIONS_DIRECTORY = new URL('migrations/', PRISMA_DIRECTORY);

/** The text of schema.prisma. */
export async function readSchema(): Promise<string> {
  return readFile(new URL('schema.prisma', PRISMA_DIRECTORY), 'utf8');
}

/** The migrations of `prisma/migrations`, oldest first, as the engine wants them. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIRECTORY, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(new URL(`${name}/migration.sql`, MIGRATIONS_DIRECTORY), 'utf8');
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: content } } };
    }),
  );
  return {
    baseDir: fileURLToPath(MIGRATIONS_DIRECTORY),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Brings a database to the newest migration, in one transaction: a process that is killed meanwhile leaves no migration
 * half done. Returns the names that were applied now; running it again is harmless.
 */
export async function deployMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  await using opened = await openSchemaEngine(adapter, await readSchema());
  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await opened.engine
    .applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
    .catch((error: unknown) => {
      throw opened.explain(error);
    });
  await opened.commit();
  return appliedMigrationNames;
}
