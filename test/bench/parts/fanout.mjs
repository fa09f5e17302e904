import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { openHttp, openSocket, subscribe } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { cancelTask, createTask, WATCH_TASK } from '../support/operations.mjs';
import { copyOf } from '../support/scope.mjs';
import { percentile } from '../support/statistics.mjs';

const SUBSCRIBERS = 200;
const ROUNDS = 8;
const BROADCAST = fileURLToPath(new URL('../references/bare-broadcast.mjs', import.meta.url));

/** One event of one task to 200 subscribers, each on a socket of its own; beside it, a server that only sends. */
/** @type {import('../bench.mjs').Part} */
export async function measureFanout({ scope, template }) {
  const gateway = await startGateway(scope, await copyOf(scope, template));
  const request = openHttp(scope, gateway.url, 2);
  await holdRenderer(scope, gateway, request);
  const clients = Array.from({ length: SUBSCRIBERS }, () => openSocket(scope, gateway.url));
  const broadcast = await openBroadcast(scope);

  /** @type {number[]} */
  const latenciesMs = [];
  /** @type {number[]} */
  const bareMs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const events = await cancelWhileWatched(request, clients);
    latenciesMs.push(...events.latenciesMs);
    bareMs.push(...(await broadcast(events.frame)));
  }
  return [0.5, 0.99].map((share) => {
    const [value, bare] = [percentile(latenciesMs, share), percentile(bareMs, share)];
    const reference = { name: 'bare ws broadcast', value: bare, unit: 'ms' };
    return {
      name: `one event to ${SUBSCRIBERS} subscribers, p${share * 100}`,
      value,
      unit: 'ms',
      reference,
      ratio: value / bare,
    };
  });
}

/**
 * Creates a task, waits until every client has its snapshot, and cancels it.
 * @param {import('../support/client.mjs').Request} request
 * @param {import('graphql-ws').Client[]} clients
 */
async function cancelWhileWatched(request, clients) {
  const id = await createTask(request, { prompt: 'A whale under a full moon', seed: 7 });
  /** @type {number[]} */
  const latenciesMs = [];
  let frame = '';
  /** @type {() => void} */
  let everybodyListens = () => undefined;
  const listening = new Promise((resolve) => (everybodyListens = () => resolve(undefined)));
  let snapshots = 0;
  const watches = clients.map((client) =>
    subscribe(client, WATCH_TASK, { id }, (data) => {
      const { type, at } = data.videoTaskUpdated;
      if (type === 'SNAPSHOT' && (snapshots += 1) === clients.length) everybodyListens();
      if (type === 'SNAPSHOT') return;
      latenciesMs.push(performance.timeOrigin + performance.now() - Date.parse(at));
      frame = JSON.stringify({ id, type: 'next', payload: { data } });
    }),
  );
  const ended = Promise.all(watches.map(({ done }) => done));
  await Promise.race([listening, ended]);
  await cancelTask(request, id);
  await ended;
  return { latenciesMs, frame };
}

/**
 * As many plain sockets on a server in another process. The function has a frame sent to all of them and returns how
 * long each waited.
 * @param {import('../support/scope.mjs').Scope} scope
 */
async function openBroadcast(scope) {
  const child = fork(BROADCAST, [], { execArgv: [] });
  scope.defer(() => child.disconnect());
  const [{ port }] = await once(child, 'message');
  const sockets = await Promise.all(
    Array.from({ length: SUBSCRIBERS }, async () => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
      await once(socket, 'open');
      return socket;
    }),
  );
  scope.defer(() => sockets.forEach((socket) => socket.terminate()));
  return async (/** @type {string} */ frame) => {
    const arrivals = Promise.all(
      sockets.map(async (socket) => {
        const [message] = await once(socket, 'message');
        JSON.parse(String(message));
        return performance.now();
      }),
    );
    const sentAt = performance.now();
    child.send(frame);
    return (await arrivals).map((at) => at - sentAt);
  };
}
