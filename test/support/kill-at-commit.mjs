// Preloaded into the real process by tests: `node --import "kill-at-commit.mjs?when=after&label=STARTING&occurrence=1" main.js`.
// Kills its own process with SIGKILL right before or after the n-th commit of a kind in the embedded database. Every kind
// has a label, which is written to standard error: migration (each statement that notes one), create, claim, asset,
// permission (to send a start), or the phase that a result gets.
//
// With `mark`, only tasks count whose prompt begins with it, and that were created in this process. Then `request` is a
// label too: the HTTP client takes up a start whose body has the mark, and has sent nothing of it. With `hold`, a step
// that comes to the point before the n-th one does waits there, so that all of them are at the same point when the
// process is killed; only for points that are no part of a transaction.
import { writeSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import { PGlite } from '@electric-sql/pglite';

const parameters = new URL(import.meta.url).searchParams;
const [when, label, mark] = [parameters.get('when'), parameters.get('label'), parameters.get('mark')];
const holds = parameters.has('hold');
const PHASES = ['QUEUED', 'STARTING', 'START_UNKNOWN', 'GENERATING', 'SECURING', 'DONE'];
/** Statements that certainly write when they run outside of a transaction of their own. */
const SURE = new Set(['migration', 'create', 'asset', 'permission']);
/** Ids of marked tasks and of their results. */
const marked = new Set();
let left = Number(parameters.get('occurrence') ?? 1);

function labelOf(sql, values) {
  if (/^\s*(INSERT INTO|UPDATE) "_prisma_migrations"/.test(sql)) return 'migration';
  if (/INSERT INTO\s+video_tasks\s/i.test(sql)) return 'create';
  if (/INSERT INTO\s+\S*"media_assets"/i.test(sql)) return 'asset';
  if (/WITH due AS/i.test(sql)) return 'claim';
  if (/SET sent_at = clock_timestamp/i.test(sql)) return 'permission';
  if (/UPDATE\s+\S*"video_results"/i.test(sql)) return PHASES.find((phase) => values?.includes(phase)) ?? null;
  return null;
}

/** The label of a statement, unless it is about a task that is not marked. */
function labelOfMarked(sql, values = []) {
  if (mark === null) return labelOf(sql, values);
  const label = labelOf(sql, values);
  const texts = values.filter((value) => typeof value === 'string');
  if (label !== 'create') return texts.some((text) => marked.has(text)) ? label : null;
  // New tasks and their results come as lists of rows in JSON.
  const rows = texts.filter((text) => text.startsWith('[')).flatMap((text) => JSON.parse(text));
  const ids = rows.filter(({ prompt }) => prompt?.startsWith(mark)).map(({ id }) => id);
  for (const { id, task_id: taskId } of rows) if (ids.includes(taskId)) ids.push(id);
  for (const id of ids) marked.add(id);
  return ids.length > 0 ? label : null;
}

/** Never resolves when it kills: nothing of this process runs on. */
function reach(moment, reached) {
  if (reached === null) return undefined;
  if (moment === 'after') writeSync(2, `commit ${reached}\n`);
  if (moment !== when || reached !== label) return undefined;
  left -= 1;
  if (left > 0) return holds ? new Promise(() => {}) : undefined;
  writeSync(2, `killed ${moment} ${reached}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const { query, transaction } = PGlite.prototype;

PGlite.prototype.query = async function (sql, values, options) {
  const reached = labelOfMarked(sql, values);
  if (SURE.has(reached)) await reach('before', reached);
  const answer = await query.call(this, sql, values, options);
  if (reached !== null && answer.rows.length + (answer.affectedRows ?? 0) > 0) await reach('after', reached);
  return answer;
};

PGlite.prototype.transaction = async function (work) {
  let reached = null;
  const answer = await transaction.call(this, async (inner) => {
    const innerQuery = inner.query;
    inner.query = (sql, values, options) => {
      reached = labelOfMarked(sql, values) ?? reached;
      return innerQuery.call(inner, sql, values, options);
    };
    const done = await work(inner);
    await reach('before', reached);
    return done;
  });
  await reach('after', reached);
  return answer;
};

if (label === 'request') {
  subscribe('undici:request:create', ({ request }) => {
    if (request.method === 'POST' && String(request.body ?? '').includes(mark)) void reach(when, 'request');
  });
}
