import { readConfig } from '../../config/config.js';
import type { Terminal } from '../terminal.js';
import type { KeyDesk, KeyOrder, KeyPlace } from './key-desk.js';
import { manageKeys } from './manage-keys.js';
import { openDatabaseDesk } from './open-database-desk.js';
import { openServerDesk } from './open-server-desk.js';

/** Does what was ordered at the named place. Returns the exit code. */
export async function runKeys(terminal: Terminal, place: KeyPlace, order: KeyOrder): Promise<number> {
  await using desk = await openDesk(terminal, place);
  return await manageKeys(terminal, desk, order, place.json);
}

function openDesk({ environment }: Terminal, { server, dataDir, databaseUrl }: KeyPlace): Promise<KeyDesk> {
  if (server !== undefined) {
    const { adminKey } = readConfig({ ADMIN_KEY: environment['ADMIN_KEY'] });
    return Promise.resolve(openServerDesk(server.replace(/\/+$/, ''), adminKey));
  }
  // A folder that is named means the database in it, whatever the variables say.
  const isFolder = dataDir !== undefined;
  const given = isFolder ? { DATA_DIR: dataDir, DATABASE_URL: undefined, REDIS_URL: undefined, ROLE: undefined } : {};
  const url = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  return openDatabaseDesk(readConfig({ ...environment, ...given, ...url }));
}
