import { randomUUID } from 'node:crypto';
import { filledTaskId } from '../support/fill-tasks.mjs';
import { openFilled } from '../support/filled-gateway.mjs';
import { loadHttp } from '../support/load.mjs';
import { CREATE, LIST, READ } from '../support/operations.mjs';
import { median } from '../support/statistics.mjs';

const ON_SERVER = { many: 1_000_000, few: 10_000 };
const EMBEDDED = { many: 100_000, few: 10_000 };
const CONNECTIONS = 16;
const SLICES = 5;
const SLICE_SECONDS = 2;

/**
 * What is asked of a store of so many tasks.
 * @typedef {{ name: string, query: string, variables: (count: number) => Record<string, unknown>, isRight: (data: any) => boolean }} Operation
 */

const anyOf = (/** @type {number} */ count) => 1 + Math.floor(Math.random() * count);
const cursorOf = (/** @type {number} */ n) => Buffer.from(`task:${filledTaskId(n)}`).toString('base64url');
const isFull = (/** @type {any} */ { videoTasks }) => videoTasks.nodes.length === 50;

/** @type {Operation[]} */
const OPERATIONS = [
  {
    name: 'a task by its id',
    query: READ,
    variables: (count) => ({ id: filledTaskId(anyOf(count)) }),
    isRight: ({ videoTask }) => videoTask.status !== null,
  },
  { name: 'the first page of 50', query: LIST, variables: () => ({ first: 50 }), isRight: isFull },
  {
    name: 'a page of 50 in the middle',
    query: LIST,
    variables: (count) => ({ first: 50, after: cursorOf(Math.floor(count / 2) + anyOf(1000)) }),
    isRight: isFull,
  },
  {
    name: 'a page of 50, one status',
    query: LIST,
    variables: () => ({ first: 50, filter: { statuses: ['FAILED'] } }),
    isRight: isFull,
  },
  {
    name: 'a page of 50, two statuses, one without tasks',
    query: LIST,
    variables: () => ({ first: 50, filter: { statuses: ['FAILED', 'CANCELLED'] } }),
    isRight: isFull,
  },
  {
    name: 'what runs, when nothing does',
    query: LIST,
    variables: () => ({ first: 50, filter: { statuses: ['PENDING', 'PROCESSING'], modes: ['VIDEO_EDIT'] } }),
    isRight: ({ videoTasks }) => videoTasks.nodes.length === 0,
  },
  {
    name: 'a create',
    query: CREATE,
    variables: () => ({ input: { prompt: 'A lamp', seed: 7, idempotencyKey: randomUUID() } }),
    isRight: ({ createVideoTask }) => createVideoTask.task?.version === 1,
  },
];

/** The same operations with a million tasks stored and with 10,000, in turns. */
/** @type {import('../bench.mjs').Part} */
export async function measureMillion(bench) {
  const few = await openFilled(bench, ON_SERVER.few);
  const many = await openFilled(bench, (few.database.isServer ? ON_SERVER : EMBEDDED).many);
  const load = (/** @type {{ url: string, count: number }} */ { url, count }, /** @type {Operation} */ operation) => {
    const { query, variables, isRight } = operation;
    const limits = { connections: CONNECTIONS, seconds: SLICE_SECONDS };
    return loadHttp({ url, ...limits, query, variables: () => variables(count), isRight });
  };
  const rows = [];
  for (const operation of OPERATIONS) {
    await Promise.all([load(few, operation), load(many, operation)]);
    /** @type {number[]} */
    const ofFew = [];
    /** @type {number[]} */
    const ofMany = [];
    for (let slice = 0; slice < SLICES; slice += 1) {
      ofFew.push((await load(few, operation)).perSecond);
      ofMany.push((await load(many, operation)).perSecond);
    }
    const reference = { name: `with ${few.count.toLocaleString('en')} stored`, value: median(ofFew), unit: '/s' };
    const value = median(ofMany);
    rows.push({ name: operation.name, value, unit: '/s', reference, ratio: reference.value / value });
  }
  const stored = many.count.toLocaleString('en');
  return rows.map((row) => ({
    ...row,
    name: `${row.name} (${stored} stored, ${many.database.name}; ratio: its cost)`,
  }));
}
