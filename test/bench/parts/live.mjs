import { setTimeout as delay } from 'node:timers/promises';
import { forkWatchers, forkWriter, openLiveRoom, WATCH_LIVE } from '../support/live-room.mjs';
import { processorSeconds, residentMib } from '../support/process-figures.mjs';
import { createScope } from '../support/scope.mjs';
import { startStockServer } from '../support/stock-server.mjs';

const SUBSCRIPTIONS = 18_000;
const WATCHERS_EACH = 10;
const TASKS = SUBSCRIPTIONS / WATCHERS_EACH;
/** Every task has an event a second; as many as this are committed together. */
const PACE = { batch: 36, perSecond: TASKS };
const WARM_UP_MS = 5_000;
const MEASURE_MS = 20_000;

/**
 * One node with 18,000 subscriptions, each on a socket of its own, ten to a task; another node commits an event of every
 * task each second. From an event's time, which the database sets before the commit, to its arrival at a client.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureLive({ scope }) {
  const room = await openLiveRoom(scope, TASKS);
  if (room === null) return [];
  const writer = await forkWriter(scope, room, PACE);
  const own = await watch(room.ids, { url: room.url, pid: room.gateway.pid, go: writer.go });
  const { lateRounds } = await writer.stop();
  await room.gateway.stop();
  const stock = await watch(room.ids, await startStockServer(scope, room.schema, PACE));
  return [
    ...compare(own, stock),
    { name: 'versions that did not follow the one before', value: own.gaps + own.lost, unit: '' },
    { name: 'processor of the node', value: own.processorShare * 100, unit: '% of a core' },
    { name: 'processor of the clients', value: own.clientShare * 100, unit: '% of a core' },
    { name: 'rounds that the writer began late', value: lateRounds, unit: '' },
  ];
}

/** @typedef {import('../support/watchers.mjs').Seen & { kibEach: number, clientShare: number }} Watched */

/**
 * @param {readonly string[]} ids
 * @param {{ url: string, pid: number, go: () => void }} server
 * @returns {Promise<Watched>}
 */
async function watch(ids, { url, pid, go }) {
  const scope = createScope();
  try {
    const clients = forkWatchers(scope);
    const before = residentMib(pid) ?? NaN;
    await clients.ask({ kind: 'open', url, query: WATCH_LIVE, ids, count: SUBSCRIPTIONS });
    const kibEach = (((residentMib(pid) ?? NaN) - before) * 1024) / SUBSCRIPTIONS;
    go();
    await delay(WARM_UP_MS);
    const [startedAt, processor] = [performance.now(), processorSeconds(pid).own];
    await clients.ask({ kind: 'measure' });
    await delay(MEASURE_MS);
    const seen = await clients.ask({ kind: 'report' });
    const processorShare = (processorSeconds(pid).own - processor) / ((performance.now() - startedAt) / 1000);
    return { ...seen, kibEach, processorShare, clientShare: seen.processorShare };
  } finally {
    await scope.close();
  }
}

/** @param {Watched} own @param {Watched} stock @returns {import('../bench.mjs').Figure[]} */
function compare(own, stock) {
  const of = `${SUBSCRIPTIONS} subscriptions of ${TASKS} tasks`;
  const rows = /** @type {const} */ ([
    [`messages that arrive at ${of}`, 'perSecond', '/s'],
    ['from the event to the client, p50', 'p50Ms', 'ms'],
    ['from the event to the client, p99', 'p99Ms', 'ms'],
    ['resident per subscription, a socket each', 'kibEach', 'KiB'],
  ]);
  return rows.map(([name, key, unit]) => {
    const reference = { name: 'stock graphql-ws from memory', value: stock[key], unit };
    return { name, value: own[key], unit, reference, ratio: own[key] / stock[key] };
  });
}
