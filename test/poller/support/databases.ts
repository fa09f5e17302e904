import { hasPostgres, openEmbedded, openPostgres, type TestDatabase } from '../../support/test-database.js';

/** Both kinds of database; the one that is not there is skipped, and said so. */
export const DATABASES: readonly { name: string; isThere: boolean; open: () => Promise<TestDatabase> }[] = [
  { name: 'PGlite', isThere: true, open: openEmbedded },
  { name: 'PostgreSQL', isThere: await hasPostgres(), open: openPostgres },
];
