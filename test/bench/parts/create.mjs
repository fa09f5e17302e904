import { runReference } from '../references/run-reference.mjs';
import { openHttp } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { keepInFlight } from '../support/in-flight.mjs';
import { createTask } from '../support/operations.mjs';
import { copyOf } from '../support/scope.mjs';
import { median, percentile } from '../support/statistics.mjs';

const IN_FLIGHT = 16;
const SLICES = 4;
const SLICE_MS = 2_500;

/**
 * Tasks created over HTTP, each durable when it is answered. The tasks stay queued behind a frozen render, so that
 * later slices also show what a queue costs. The reference takes turns with the product.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureCreate({ scope, template }) {
  const bareDir = await copyOf(scope, template);
  const gateway = await startGateway(scope, await copyOf(scope, template));
  const request = openHttp(scope, gateway.url, IN_FLIGHT + 1);
  await holdRenderer(scope, gateway, request);
  const create = () => createTask(request, { prompt: 'A small kitten running under the moonlight', seed: 7 });
  await keepInFlight(IN_FLIGHT, 500, create);

  const slices = [];
  const bare = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    slices.push(await keepInFlight(IN_FLIGHT, SLICE_MS, create));
    bare.push((await runReference('bare-inserts', [bareDir, SLICE_MS, IN_FLIGHT])).perSecond);
  }
  const perSecond = median(slices.map((slice) => slice.perSecond));
  const latencies = slices.flatMap((slice) => slice.latenciesMs);
  const reference = { name: 'the same rows by PGlite alone', value: median(bare), unit: '/s' };
  const lastToFirst = (slices.at(-1)?.perSecond ?? NaN) / (slices[0]?.perSecond ?? NaN);
  return [
    {
      name: `tasks created, ${IN_FLIGHT} in flight`,
      value: perSecond,
      unit: '/s',
      reference,
      ratio: perSecond / median(bare),
    },
    { name: 'answer to a create, p50', value: median(latencies), unit: 'ms' },
    { name: 'answer to a create, p99', value: percentile(latencies, 0.99), unit: 'ms' },
    { name: `last slice to first, ${latencies.length} tasks queued`, value: lastToFirst, unit: 'ratio' },
  ];
}
