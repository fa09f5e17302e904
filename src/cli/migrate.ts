import type { Config } from '../config/config.js';
import { openDatabase } from '../database/open-database.js';

/** Brings the database of a configuration to the newest migration and says what was applied. */
export async function migrate({ database }: Config, write: (text: string) => void): Promise<void> {
  await using opened = await openDatabase(database);
  const place = database.kind === 'pglite' ? `The database in ${database.dataDir}` : 'The PostgreSQL database';
  const names = opened.appliedMigrations;
  if (names.length === 0) write(`${place} is up to date.\n`);
  else write(`${place} is up to date now. Applied:\n${names.map((name) => `  ${name}\n`).join('')}`);
}
