import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyOf, createScope, temporaryDirectory } from '../support/scope.mjs';
import { startGateway } from '../support/gateway.mjs';
import { median } from '../support/statistics.mjs';

const RUNS = 5;
const FIRST_RUNS = 2;

/** From the start of the process to "ready": in a folder that is there already, and in an empty one. */
/** @type {import('../bench.mjs').Part} */
export async function measureStart({ scope, template }) {
  /** @type {Record<'node' | 'again' | 'first', number[]>} */
  const times = { node: [], again: [], first: [] };
  for (let run = 0; run < RUNS; run += 1) {
    times.node.push(await nodeMs());
    times.again.push(await readyMs(scope, (own) => copyOf(own, template)));
    if (run < FIRST_RUNS) times.first.push(await readyMs(scope, temporaryDirectory));
  }
  const node = median(times.node);
  const reference = { name: 'node -e 0', value: node, unit: 'ms' };
  return [
    {
      name: 'start, folder exists',
      value: median(times.again),
      unit: 'ms',
      reference,
      ratio: median(times.again) / node,
    },
    {
      name: 'first start, empty folder',
      value: median(times.first),
      unit: 'ms',
      reference,
      ratio: median(times.first) / node,
    },
  ];
}

/**
 * @param {import('../support/scope.mjs').Scope} outer
 * @param {(scope: import('../support/scope.mjs').Scope) => Promise<string>} makeDirectory
 */
async function readyMs(outer, makeDirectory) {
  const scope = createScope();
  outer.defer(() => scope.close());
  try {
    return (await startGateway(scope, await makeDirectory(scope))).readyMs;
  } finally {
    await scope.close();
  }
}

async function nodeMs() {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore', env: {} }), 'exit');
  return performance.now() - startedAt;
}
