import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { openHttp } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { cancelTask, createTask, WATCH_TASK } from '../support/operations.mjs';
import { copyOf } from '../support/scope.mjs';
import { median } from '../support/statistics.mjs';

const SUBSCRIBERS = 5_000;
const ROUNDS = 5;
/** Sockets that are opened at once: more than a listener's queue holds would have to knock again. */
const OPENED_AT_ONCE = 200;
const BROADCAST = fileURLToPath(new URL('../references/bare-broadcast.mjs', import.meta.url));

/**
 * One event of one task to 5,000 subscribers, each on a socket of its own, against a server that only sends the same frame.
 * Counted from the first frame that arrives to the last: how fast frames leave, not how soon the event is read.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureBroadcast({ scope, template }) {
  const gateway = await startGateway(scope, await copyOf(scope, template));
  const request = openHttp(scope, gateway.url, 2);
  await holdRenderer(scope, gateway, request);
  const watchers = await openSockets(scope, `${gateway.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await Promise.all(watchers.map((socket) => exchange(socket, { type: 'connection_init' }, 'connection_ack')));

  const child = fork(BROADCAST, [], { execArgv: [] });
  scope.defer(() => child.disconnect());
  const [{ port }] = await once(child, 'message');
  const bare = await openSockets(scope, `ws://127.0.0.1:${port}`);

  /** @type {number[]} */
  const rates = [];
  /** @type {number[]} */
  const bareRates = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const id = await createTask(request, { prompt: 'A whale under a full moon', seed: 7 });
    const payload = { query: WATCH_TASK, variables: { id } };
    const subscription = { id: String(round), type: 'subscribe', payload };
    await Promise.all(watchers.map((socket) => exchange(socket, subscription, 'next')));
    const arrivals = arrivalsAt(watchers);
    await cancelTask(request, id);
    const { frame, perSecond } = await arrivals;
    rates.push(perSecond);
    const bareArrivals = arrivalsAt(bare);
    child.send(frame);
    bareRates.push((await bareArrivals).perSecond);
  }
  const [value, reference] = [median(rates), median(bareRates)];
  return [
    {
      name: `frames of one event to ${SUBSCRIBERS} subscribers`,
      value,
      unit: '/s',
      reference: { name: 'bare ws broadcast', value: reference, unit: '/s' },
      ratio: value / reference,
    },
  ];
}

/**
 * @param {import('../support/scope.mjs').Scope} scope
 * @param {string} url
 * @param {string[]} protocols
 */
async function openSockets(scope, url, ...protocols) {
  /** @type {WebSocket[]} */
  const sockets = [];
  scope.defer(() => sockets.forEach((socket) => socket.terminate()));
  while (sockets.length < SUBSCRIBERS) {
    const some = Array.from({ length: OPENED_AT_ONCE }, () => {
      const socket = new WebSocket(url, protocols, { perMessageDeflate: false });
      socket.setMaxListeners(0);
      return socket;
    });
    await Promise.all(some.map((socket) => once(socket, 'open')));
    sockets.push(...some);
  }
  return sockets;
}

/** @param {WebSocket} socket @param {object} message @param {string} type of the answer */
async function exchange(socket, message, type) {
  const answer = frameOf(socket, type);
  socket.send(JSON.stringify(message));
  await answer;
}

/** The next frame of a type. @param {WebSocket} socket @param {string} type @returns {Promise<string>} */
async function frameOf(socket, type) {
  for (;;) {
    const [frame] = await once(socket, 'message');
    const text = String(frame);
    if (JSON.parse(text).type === type) return text;
  }
}

/** The next frame at every socket, and how many arrived in a second. @param {readonly WebSocket[]} sockets */
async function arrivalsAt(sockets) {
  const frames = await Promise.all(
    sockets.map(async (socket) => {
      const frame = await frameOf(socket, 'next');
      return { frame, at: performance.now() };
    }),
  );
  const times = frames.map(({ at }) => at);
  const spreadMs = times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b));
  return { frame: frames[0]?.frame ?? '', perSecond: ((sockets.length - 1) / spreadMs) * 1000 };
}
