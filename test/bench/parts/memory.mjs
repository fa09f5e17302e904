import { setTimeout as delay } from 'node:timers/promises';
import { openHttp, openSocket, subscribe } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { openHeap } from '../support/heap.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { createTask, WATCH_TASK } from '../support/operations.mjs';
import { processorSeconds, residentMib } from '../support/process-figures.mjs';
import { copyOf } from '../support/scope.mjs';

const SUBSCRIPTIONS = 1_000;
const REST_MS = 4_000;

/** Memory and processor time of a gateway with nothing to do, and with 1,000 subscribers to whom nothing happens. */
/** @type {import('../bench.mjs').Part} */
export async function measureMemory({ scope, template }) {
  const gateway = await startGateway(scope, await copyOf(scope, template), { inspect: true });
  if (gateway.inspectorUrl === null) throw new Error('The gateway opened no debugger.');
  const heap = await openHeap(scope, gateway.inspectorUrl);
  const look = async () => {
    // The heap comes last: by then, connections that were just opened or closed have settled.
    const share = await processorShare(gateway.pid);
    const heapMib = await heap();
    return { heapMib, processorShare: share, rssMib: residentMib(gateway.pid) ?? NaN };
  };

  const rest = await look();
  const request = openHttp(scope, gateway.url, 1);
  await holdRenderer(scope, gateway, request);
  const id = await createTask(request, { prompt: 'A dancer on an empty stage', seed: 7 });
  // One round of sockets before the figures begin: what is loaded and compiled once is no cost of a subscription.
  await watchAndClose(scope, gateway.url, id, async () => undefined);
  const before = await look();
  const open = await watchAndClose(scope, gateway.url, id, look);
  const after = await look();

  const perSubscription = (/** @type {'heapMib' | 'rssMib'} */ what) =>
    ((open[what] - before[what]) * 1024) / SUBSCRIPTIONS;
  return [
    { name: 'resident at rest', value: rest.rssMib, unit: 'MiB' },
    { name: 'heap at rest', value: rest.heapMib, unit: 'MiB' },
    { name: 'processor at rest', value: rest.processorShare * 100, unit: '% of a core' },
    {
      name: `heap per subscription of ${SUBSCRIPTIONS}, a socket each`,
      value: perSubscription('heapMib'),
      unit: 'KiB',
    },
    { name: `resident per subscription of ${SUBSCRIPTIONS}`, value: perSubscription('rssMib'), unit: 'KiB' },
    {
      name: `processor with ${SUBSCRIPTIONS} idle subscriptions`,
      value: open.processorShare * 100,
      unit: '% of a core',
    },
    { name: 'heap after they closed, over before', value: after.heapMib - before.heapMib, unit: 'MiB' },
    { name: 'resident after they closed', value: after.rssMib, unit: 'MiB' },
  ];
}

/**
 * Opens the subscriptions, waits until each has its first message, looks, and closes them again.
 * @template Seen
 * @param {import('../support/scope.mjs').Scope} scope
 * @param {string} url
 * @param {string} id
 * @param {() => Promise<Seen>} look
 */
async function watchAndClose(scope, url, id, look) {
  const clients = Array.from({ length: SUBSCRIPTIONS }, () => openSocket(scope, url));
  await Promise.all(
    clients.map(
      (client) =>
        new Promise((resolve, reject) => {
          subscribe(client, WATCH_TASK, { id }, resolve).done.then(
            () => reject(new Error('A subscription ended.')),
            reject,
          );
        }),
    ),
  );
  const seen = await look();
  await Promise.all(clients.map(async (client) => client.dispose()));
  return seen;
}

/** @param {number} pid */
async function processorShare(pid) {
  const [startedAt, before] = [performance.now(), processorSeconds(pid).own];
  await delay(REST_MS);
  return (processorSeconds(pid).own - before) / ((performance.now() - startedAt) / 1000);
}
