import { openHttp, openSocket, subscribe } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { keepInFlight } from '../support/in-flight.mjs';
import { cancelTask, createTask, WATCH_ALL } from '../support/operations.mjs';
import { copyOf } from '../support/scope.mjs';
import { median, percentile } from '../support/statistics.mjs';

const SUBSCRIBERS = 4;
const DURATION_MS = 4_000;

/**
 * From an event's time, which the database sets when the transaction begins to write, to its arrival at a subscriber of
 * all tasks: the commit, the bus, the read, GraphQL and the socket. Tasks are created and cancelled, by one writer and by
 * sixteen at once.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureEvents({ scope, template }) {
  const gateway = await startGateway(scope, await copyOf(scope, template));
  const request = openHttp(scope, gateway.url, 17);
  await holdRenderer(scope, gateway, request);

  /** @type {number[]} */
  let latenciesMs = [];
  const watches = Array.from({ length: SUBSCRIBERS }, () =>
    subscribe(openSocket(scope, gateway.url), WATCH_ALL, {}, ({ videoTasksUpdated: { event } }) => {
      latenciesMs.push(performance.timeOrigin + performance.now() - Date.parse(event.at));
    }),
  );
  const work = async () => cancelTask(request, await createTask(request, { prompt: 'A tram in the rain', seed: 7 }));
  // The first events tell that every subscriber listens.
  while (latenciesMs.length < SUBSCRIBERS * 2) await work();

  const rows = [];
  for (const writers of [1, 16]) {
    latenciesMs = [];
    const { latenciesMs: written } = await keepInFlight(writers, DURATION_MS, work);
    const expected = written.length * 2 * SUBSCRIBERS;
    while (latenciesMs.length < expected) await new Promise((resolve) => setTimeout(resolve, 5));
    const who = writers === 1 ? 'one writer' : `${writers} writers`;
    rows.push(
      { name: `commit to subscriber, ${who}, p50`, value: median(latenciesMs), unit: 'ms' },
      { name: `commit to subscriber, ${who}, p99`, value: percentile(latenciesMs, 0.99), unit: 'ms' },
      {
        name: `events stored, ${who}, ${SUBSCRIBERS} subscribers`,
        value: (written.length * 2 * 1000) / DURATION_MS,
        unit: '/s',
      },
    );
  }
  watches.forEach(({ stop }) => stop());
  return rows;
}
