import { openHttp } from '../support/client.mjs';
import { openFilled } from '../support/filled-gateway.mjs';
import { keepInFlight } from '../support/in-flight.mjs';
import { LIST } from '../support/operations.mjs';
import { median } from '../support/statistics.mjs';

const MANY = 100_000;
const FEW = 1_000;
const IN_FLIGHT = 4;
const SLICES = 3;
const SLICE_MS = 1_000;

/** Page by page through the list, each node with its result and the links of its files. */
const PAGES = [
  { name: 'pages of 20', first: 20, filter: null },
  { name: 'pages of 100', first: 100, filter: null },
  { name: 'pages of 20, FAILED only', first: 20, filter: { statuses: ['FAILED'] } },
  { name: 'pages of 20, text in the prompt', first: 20, filter: { promptContains: 'LIGHTHOUSE' } },
  { name: 'a text that no prompt has', first: 20, filter: { promptContains: 'submarine' } },
];

/** The same pages with 100,000 tasks stored and with 1,000, in turns. */
/** @type {import('../bench.mjs').Part} */
export async function measureList(bench) {
  const many = await openFilled(bench, MANY);
  const few = await openFilled(bench, FEW);
  const rows = [];
  for (const { name, first, filter } of PAGES) {
    const request = (/** @type {{ url: string }} */ { url }) => openHttp(bench.scope, url, IN_FLIGHT);
    const readers = {
      many: pageReader(request(many), first, filter),
      few: pageReader(request(few), first, filter),
    };
    /** @type {Record<'many' | 'few', number[]>} */
    const perSecond = { many: [], few: [] };
    await Promise.all([readers.many(), readers.few()]);
    for (let slice = 0; slice < SLICES; slice += 1) {
      perSecond.few.push((await keepInFlight(IN_FLIGHT, SLICE_MS, readers.few)).perSecond);
      perSecond.many.push((await keepInFlight(IN_FLIGHT, SLICE_MS, readers.many)).perSecond);
    }
    const value = median(perSecond.many);
    const reference = { name: 'with 1,000 stored', value: median(perSecond.few), unit: 'pages/s' };
    rows.push({ name, value, unit: 'pages/s', reference, ratio: value / reference.value });
  }
  const [twenty, hundred] = rows;
  rows.push({
    name: 'tasks listed',
    value: Math.max((twenty?.value ?? 0) * 20, (hundred?.value ?? 0) * 100),
    unit: '/s',
  });
  const reference = { name: 'with 1,000 stored', value: few.readyMs, unit: 'ms' };
  rows.push({ name: 'start, once', value: many.readyMs, unit: 'ms', reference, ratio: many.readyMs / few.readyMs });
  return rows.map((row) => ({ ...row, name: `${row.name} (100,000 stored, ${many.database.name})` }));
}

/**
 * Reads the next page at each call, and begins anew behind the last.
 * @param {import('../support/client.mjs').Request} request
 * @param {number} first
 * @param {Record<string, unknown> | null} filter
 */
function pageReader(request, first, filter) {
  /** @type {string | null} */
  let after = null;
  return async () => {
    const { videoTasks } = await request(LIST, { first, after, filter });
    after = videoTasks.pageInfo.hasNextPage ? videoTasks.pageInfo.endCursor : null;
  };
}
