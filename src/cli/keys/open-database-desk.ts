import { mkdir } from 'node:fs/promises';
import { createKey } from '../../callers/create-key.js';
import { listKeys } from '../../callers/list-keys.js';
import { revokeKey } from '../../callers/revoke-key.js';
import { setLimits } from '../../callers/set-limits.js';
import type { Config } from '../../config/config.js';
import { readSecrets } from '../../config/secrets.js';
import { hasSecret, matchSecret } from '../../database/match-secret.js';
import { openDatabase } from '../../database/open-database.js';
import { KeyDeskError, type KeyDesk } from './key-desk.js';

const NO_SECRET =
  'No node has used this database yet. Set SECRET to the one that all of its nodes will have, or start a node first.';

/** Manages keys in the database of a configuration. Throws SecretMismatchError when this node is not one of its nodes. */
export async function openDatabaseDesk({ database, dataDir, secret, callerLimits }: Config): Promise<KeyDesk> {
  await mkdir(dataDir, { recursive: true });
  const secrets = await readSecrets(dataDir, secret);
  const opened = await openDatabase(database);
  const { prisma } = opened;
  try {
    // A key must not decide by the way which secret the nodes of a server's database will need.
    if (database.kind === 'postgres' && secret === null && !(await hasSecret(prisma)))
      throw new KeyDeskError(NO_SECRET);
    await matchSecret(prisma, secrets.fingerprint);
  } catch (error) {
    await opened[Symbol.asyncDispose]();
    throw error;
  }
  return {
    create: (wanted) => createKey(prisma, secrets.keys, wanted),
    list: () => listKeys(prisma),
    revoke: (id) => revokeKey(prisma, id),
    limit: (callerName, limits) => setLimits(prisma, callerLimits, callerName, limits),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}
