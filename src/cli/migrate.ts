import { mkdir } from 'node:fs/promises';
import type { Config } from '../config/config.js';
import { readSecrets } from '../config/secrets.js';
import { acceptSecret } from '../database/match-secret.js';
import { openDatabase } from '../database/open-database.js';

/**
 * Brings the database of a configuration to the newest migration and says what was applied.
 * @param acceptsSecret puts this node's secret in the place of the one that the database's nodes had so far.
 */
export async function migrate(
  { dataDir, database, secret }: Config,
  acceptsSecret: boolean,
  write: (text: string) => void,
): Promise<void> {
  await using opened = await openDatabase(database);
  const place = database.kind === 'pglite' ? `The database in ${database.dataDir}` : 'The PostgreSQL database';
  const names = opened.appliedMigrations;
  if (names.length === 0) write(`${place} is up to date.\n`);
  else write(`${place} is up to date now. Applied:\n${names.map((name) => `  ${name}\n`).join('')}`);
  if (!acceptsSecret) return;
  await mkdir(dataDir, { recursive: true });
  const { fingerprint } = await readSecrets(dataDir, secret);
  await acceptSecret(opened.prisma, fingerprint);
  write(
    'It belongs to nodes with the secret of this one now. Links, API keys and webhook secrets of another one work no more.\n',
  );
}
