import { randomUUID } from 'node:crypto';
import { runReference } from '../references/run-reference.mjs';
import { openBenchDatabase } from '../support/bench-database.mjs';
import { openHttp } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import { holdRenderer } from '../support/hold-renderer.mjs';
import { loadHttp } from '../support/load.mjs';
import { CREATE } from '../support/operations.mjs';
import { copyOf } from '../support/scope.mjs';
import { median } from '../support/statistics.mjs';

const CONNECTIONS = 32;
const SLICES = 4;
const SLICE_SECONDS = 4;

/**
 * Tasks created over HTTP, each with an idempotency key and durable when it is answered. They stay queued behind a frozen
 * render, so that later slices also show what a queue costs. The reference takes turns with the product.
 */
/** @type {import('../bench.mjs').Part} */
export async function measureCreate({ scope, template }) {
  const dataDir = await copyOf(scope, template);
  const bareDir = await copyOf(scope, template);
  const database = await openBenchDatabase(scope, dataDir);
  const bare = await openBenchDatabase(scope, bareDir);
  await bare.use(async () => undefined);
  const gateway = await startGateway(scope, dataDir, { env: database.env });
  await holdRenderer(scope, gateway, openHttp(scope, gateway.url, 1));
  const create = (/** @type {number} */ seconds) =>
    loadHttp({
      url: gateway.url,
      connections: CONNECTIONS,
      seconds,
      query: CREATE,
      variables: () => {
        const prompt = 'A small kitten running under the moonlight';
        return { input: { prompt, seed: 7, idempotencyKey: randomUUID() } };
      },
      isRight: ({ createVideoTask }) => createVideoTask.task?.version === 1,
    });
  await create(2);

  const slices = [];
  const references = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    slices.push(await create(SLICE_SECONDS));
    const args = [SLICE_SECONDS * 1000, CONNECTIONS];
    references.push(
      bare.url === null
        ? await runReference('bare-inserts', [bareDir, ...args])
        : await runReference('bare-rows', [bare.url, 'insert', ...args]),
    );
  }
  const perSecond = median(slices.map((slice) => slice.perSecond));
  const bareRate = median(references.map((reference) => reference.perSecond));
  const reference = { name: 'the same rows by the driver', value: bareRate, unit: '/s' };
  const lastToFirst = (slices.at(-1)?.perSecond ?? NaN) / (slices[0]?.perSecond ?? NaN);
  const rows = [
    { name: 'tasks created', value: perSecond, unit: '/s', reference, ratio: perSecond / bareRate },
    { name: 'answer to a create, p50', value: median(slices.map(({ p50Ms }) => p50Ms)), unit: 'ms' },
    { name: 'answer to a create, p99', value: median(slices.map(({ p99Ms }) => p99Ms)), unit: 'ms' },
    { name: 'last slice to first, all tasks queued', value: lastToFirst, unit: 'ratio' },
    { name: 'the client', value: median(slices.map(({ clientShare }) => clientShare * 100)), unit: '% of a core' },
  ];
  return rows.map((row) => ({ ...row, name: `${row.name} (${CONNECTIONS} in flight, ${database.name})` }));
}
