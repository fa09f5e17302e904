import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/database/open-database.js';
import { readMigrations } from '../../src/database/migrations.js';

/** A folder of its own for one test, with a migrated database in it. Disposing removes it. */
export type DataDirectory = AsyncDisposable & { path: string };

/** Making a database takes seconds, copying one does not: the first test of a schema makes the template for all. */
export async function createDataDirectory(): Promise<DataDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'reelay-test-'));
  await cp(await template(), path, { recursive: true });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

async function template(): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify(await readMigrations()))
    .digest('hex')
    .slice(0, 16);
  const ready = join(tmpdir(), `reelay-template-${hash}`);
  if (existsSync(ready)) return ready;
  const draft = `${ready}-${randomUUID()}`;
  const database = await openDatabase({ kind: 'pglite', dataDir: draft });
  await database[Symbol.asyncDispose]();
  await rename(draft, ready).catch(() => rm(draft, { recursive: true, force: true }));
  return ready;
}
