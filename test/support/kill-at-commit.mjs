// Preloaded into the real process by tests: `node --import "kill-at-commit.mjs?when=after&label=STARTING&occurrence=1" main.js`.
// Kills its own process with SIGKILL right before or after the n-th commit of a kind in the embedded database. Every kind
// has a label, which is written to standard error: migration (each statement that notes one), create, claim, asset, or the
// phase that a result gets.
import { writeSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const parameters = new URL(import.meta.url).searchParams;
const [when, label] = [parameters.get('when'), parameters.get('label')];
const PHASES = ['QUEUED', 'STARTING', 'START_UNKNOWN', 'GENERATING', 'SECURING', 'DONE'];
/** Statements that certainly write when they run outside of a transaction of their own. */
const SURE = new Set(['migration', 'create', 'asset']);
let left = Number(parameters.get('occurrence') ?? 1);

function labelOf(sql, values) {
  if (/^\s*(INSERT INTO|UPDATE) "_prisma_migrations"/.test(sql)) return 'migration';
  if (/INSERT INTO\s+\S*"video_tasks"/i.test(sql)) return 'create';
  if (/INSERT INTO\s+\S*"media_assets"/i.test(sql)) return 'asset';
  if (/WITH due AS/i.test(sql)) return 'claim';
  if (/UPDATE\s+\S*"video_results"/i.test(sql)) return PHASES.find((phase) => values?.includes(phase)) ?? null;
  return null;
}

/** Never resolves when it kills: nothing of this process runs on. */
function reach(moment, reached) {
  if (reached === null) return undefined;
  if (moment === 'after') writeSync(2, `commit ${reached}\n`);
  if (moment !== when || reached !== label) return undefined;
  left -= 1;
  if (left > 0) return undefined;
  writeSync(2, `killed ${moment} ${reached}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

const { query, transaction } = PGlite.prototype;

PGlite.prototype.query = async function (sql, values, options) {
  const reached = labelOf(sql, values);
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
      reached = labelOf(sql, values) ?? reached;
      return innerQuery.call(inner, sql, values, options);
    };
    const done = await work(inner);
    await reach('before', reached);
    return done;
  });
  await reach('after', reached);
  return answer;
};
