import { cpus } from 'node:os';
import { measureBroadcast } from './parts/broadcast.mjs';
import { measureCreate } from './parts/create.mjs';
import { measureEvents } from './parts/events.mjs';
import { measureFanout } from './parts/fanout.mjs';
import { measureList } from './parts/list.mjs';
import { measureLive } from './parts/live.mjs';
import { measureMemory } from './parts/memory.mjs';
import { measureMillion } from './parts/million.mjs';
import { measurePoller } from './parts/poller.mjs';
import { measureRead } from './parts/read.mjs';
import { measureRender } from './parts/render.mjs';
import { measureSafety } from './parts/safety.mjs';
import { measureSlow } from './parts/slow.mjs';
import { measureStart } from './parts/start.mjs';
import { measureStorm } from './parts/storm.mjs';
import { startGateway } from './support/gateway.mjs';
import { machineLoad } from './support/process-figures.mjs';
import { createScope, temporaryDirectory } from './support/scope.mjs';

/**
 * One figure. `reference` was measured in the same run, and `ratio` is the figure over it: that is what can be compared
 * between machines.
 * @typedef {{ name: string, value: number, unit: string, ratio?: number, reference?: { name: string, value: number, unit: string } }} Figure
 *
 * What a part gets: a scope that undoes everything when the part ends, and a data folder to copy, as a first start
 * leaves it.
 * @typedef {{ scope: import('./support/scope.mjs').Scope, template: string }} Bench
 * @typedef {(bench: Bench) => Promise<Figure[]>} Part
 */

/** @type {Readonly<Record<string, Part>>} */
export const PARTS = {
  start: measureStart,
  create: measureCreate,
  read: measureRead,
  events: measureEvents,
  fanout: measureFanout,
  broadcast: measureBroadcast,
  live: measureLive,
  storm: measureStorm,
  slow: measureSlow,
  list: measureList,
  million: measureMillion,
  memory: measureMemory,
  render: measureRender,
  safety: measureSafety,
  poller: measurePoller,
};

/** Parts that are measured only when they are named: filling a store takes minutes. */
export const ONLY_WHEN_NAMED = new Set(['million']);

/**
 * Runs parts one after the other.
 * @param {readonly string[]} names
 * @param {import('./support/scope.mjs').Scope} scope undoes whatever is left when the run is broken off
 * @param {(name: string) => void} onPart
 */
export async function runBench(names, scope, onPart) {
  const machine = {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    loadBefore: machineLoad(),
  };
  const template = await makeTemplate(scope);
  const parts = [];
  for (const name of names) {
    onPart(name);
    const startedAt = performance.now();
    const figures = await runPart(name, scope, template);
    parts.push({ name, seconds: (performance.now() - startedAt) / 1000, load: machineLoad(), figures });
  }
  return { machine, parts };
}

/** @param {string} name @param {import('./support/scope.mjs').Scope} outer @param {string} template */
async function runPart(name, outer, template) {
  const scope = createScope();
  outer.defer(() => scope.close());
  try {
    return (await PARTS[name]?.({ scope, template })) ?? [];
  } finally {
    await scope.close();
  }
}

/** @param {import('./support/scope.mjs').Scope} scope */
async function makeTemplate(scope) {
  const directory = await temporaryDirectory(scope);
  const gateway = await startGateway(scope, directory);
  await gateway.stop();
  return directory;
}
