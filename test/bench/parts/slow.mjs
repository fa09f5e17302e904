import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { forkWatchers, forkWriter, openLiveRoom, WATCH_LIVE } from '../support/live-room.mjs';
import { WATCH_ALL } from '../support/operations.mjs';
import { residentMib } from '../support/process-figures.mjs';

const SLOW = 100;
const OTHERS = 2_000;
const TASKS = 400;
const EVENTS = 40_000;
const PACE = { batch: 50, perSecond: 2_000 };
const PHASE_MS = (EVENTS / PACE.perSecond) * 1_000;
const WARM_UP_MS = 5_000;
/** Until then, those that stopped are sent what may be on its way to a reader, as everybody is. */
const UNTIL_FULL_MS = 2_000;

/**
 * 100 clients that watch everything and stop reading while 40,000 events are committed; 2,000 others watch a task each
 * and are compared with how they fared just before.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureSlow({ scope }) {
  const room = await openLiveRoom(scope, TASKS);
  if (room === null) return [];
  const clients = forkWatchers(scope);
  await clients.ask({ kind: 'open', url: room.url, query: WATCH_LIVE, ids: room.ids, count: OTHERS });
  const writer = await forkWriter(scope, room, PACE);
  writer.go();
  await delay(WARM_UP_MS);
  const without = await measure(clients);
  const before = residentMib(room.gateway.pid) ?? NaN;
  const sockets = await Promise.all(Array.from({ length: SLOW }, () => stall(room.url)));
  scope.defer(() => sockets.forEach((socket) => socket.terminate()));
  await delay(UNTIL_FULL_MS);
  const beside = await measure(clients);
  const growth = (residentMib(room.gateway.pid) ?? NaN) - before;
  const { written } = await writer.stop();
  return [
    {
      name: `${OTHERS} others beside ${SLOW} that stopped reading, p99`,
      value: beside.p99Ms,
      unit: 'ms',
      reference: { name: 'just before', value: without.p99Ms, unit: 'ms' },
      ratio: beside.p99Ms / without.p99Ms,
    },
    { name: `resident growth over ${EVENTS} events`, value: growth, unit: 'MiB' },
    { name: 'versions that others missed', value: without.gaps + beside.gaps + beside.lost, unit: '' },
    { name: 'events committed in all', value: written, unit: '' },
  ];
}

/** @param {import('../support/live-room.mjs').Watchers} clients @returns {Promise<import('../support/watchers.mjs').Seen>} */
async function measure(clients) {
  await clients.ask({ kind: 'measure' });
  await delay(PHASE_MS);
  return clients.ask({ kind: 'report' });
}

/** Watches all tasks, and reads nothing more after the first event. @param {string} url */
async function stall(url) {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: WATCH_ALL } }));
  await once(socket, 'message');
  socket.pause();
  return socket;
}
