import { runReference } from '../references/run-reference.mjs';
import { filledTaskId } from '../support/fill-tasks.mjs';
import { openFilled } from '../support/filled-gateway.mjs';
import { loadHttp } from '../support/load.mjs';
import { READ, READ_STATUS } from '../support/operations.mjs';
import { median } from '../support/statistics.mjs';

const STORED = 10_000;
const CONNECTIONS = 64;
const SLICES = 3;
const SLICE_SECONDS = 4;

const SELECTIONS = [
  { name: 'tasks read by id, with results and links', query: READ },
  { name: 'tasks read by id, status alone', query: READ_STATUS },
];

/** Tasks by their ids, over HTTP, each by a request of its own. The reference takes turns with the product. */
/** @type {import('../bench.mjs').Part} */
export async function measureRead(bench) {
  const gateway = await openFilled(bench, STORED);
  const { database } = gateway;
  const load = (/** @type {string} */ query, /** @type {number} */ seconds) =>
    loadHttp({
      url: gateway.url,
      connections: CONNECTIONS,
      seconds,
      query,
      variables: () => ({ id: filledTaskId(1 + Math.floor(Math.random() * STORED)) }),
      isRight: ({ videoTask }) => videoTask?.status !== undefined,
    });
  /** @type {number[]} */
  const bare = [];
  const loads = SELECTIONS.map(() => /** @type {import('../support/load.mjs').Load[]} */ ([]));
  await load(READ, 3);
  for (let slice = 0; slice < SLICES; slice += 1) {
    for (const [index, { query }] of SELECTIONS.entries()) loads[index]?.push(await load(query, SLICE_SECONDS));
    if (database.url === null) continue;
    const args = [database.url, 'select', SLICE_SECONDS * 1000, CONNECTIONS, STORED];
    bare.push((await runReference('bare-rows', args)).perSecond);
  }
  const rows = SELECTIONS.flatMap(({ name }, index) => {
    const of = (/** @type {(load: import('../support/load.mjs').Load) => number} */ value) =>
      median((loads[index] ?? []).map(value));
    const value = of(({ perSecond }) => perSecond);
    const reference = { name: 'the row alone by the driver', value: median(bare), unit: '/s' };
    return [
      { name, value, unit: '/s', ...(bare.length === 0 ? {} : { reference, ratio: value / reference.value }) },
      { name: `${name}: p99`, value: of(({ p99Ms }) => p99Ms), unit: 'ms' },
      { name: `${name}: the client`, value: of(({ clientShare }) => clientShare * 100), unit: '% of a core' },
    ];
  });
  return rows.map((row) => ({ ...row, name: `${row.name} (${CONNECTIONS} in flight, ${database.name})` }));
}
