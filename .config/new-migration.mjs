// Writes the next migration: what leads from the committed schema.prisma to the one in the working tree.
// Usage: npm run migration -- name_of_the_change
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { diffSchemas } from '../dist/database/diff-schema.js';

const name = process.argv[2];
if (!/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Name the change in lower case, for example: npm run migration -- add_webhooks');
  process.exit(2);
}

function committedSchema() {
  try {
    return execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

const client = new PGlite();
const script = await diffSchemas(
  new PrismaPGlite(client),
  committedSchema(),
  readFileSync('prisma/schema.prisma', 'utf8'),
);
await client.close();
const stamp = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
const directory = `prisma/migrations/${stamp}_${name}`;
mkdirSync(directory, { recursive: true });
writeFileSync(`${directory}/migration.sql`, script);
console.log(`${directory}/migration.sql`);
