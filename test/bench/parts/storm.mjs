import { forkWatchers, openLiveRoom, WATCH_LIVE } from '../support/live-room.mjs';
import { createScope } from '../support/scope.mjs';
import { startStockServer } from '../support/stock-server.mjs';

const CLIENTS = 10_000;
const TASKS = 2_000;

/**
 * 10,000 clients lose their sockets in the same moment, and all come back at once: until the last one has its first
 * message, the state of its task.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureStorm({ scope }) {
  const room = await openLiveRoom(scope, TASKS);
  if (room === null) return [];
  const value = await comeBack(room.ids, room.url);
  await room.gateway.stop();
  const stock = await startStockServer(scope, room.schema, { batch: 1, perSecond: 1 });
  const reference = { name: 'stock graphql-ws from memory', value: await comeBack(room.ids, stock.url), unit: 's' };
  const name = `${CLIENTS} clients of ${TASKS} tasks, dropped at once, are back with the state`;
  return [{ name, value, unit: 's', reference, ratio: value / reference.value }];
}

/** @param {readonly string[]} ids @param {string} url @returns {Promise<number>} seconds */
async function comeBack(ids, url) {
  const scope = createScope();
  try {
    const clients = forkWatchers(scope);
    await clients.ask({ kind: 'open', url, query: WATCH_LIVE, ids, count: CLIENTS });
    const { seconds } = await clients.ask({ kind: 'comeBack' });
    return seconds;
  } finally {
    await scope.close();
  }
}
