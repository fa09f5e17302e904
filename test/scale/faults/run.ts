import { parseArgs } from 'node:util';
import { hasRedis } from '../../support/redis-server.js';
import { createRandom } from '../pay-once/random.mjs';
import type { Fault } from './fault.js';
import { MATRIX } from './matrix.js';
import { runFault, type Run } from './run-fault.js';

const MINUTE_MS = 60_000;
const SHOWN = 40;

type Wanted = { faults: Fault[]; minutes: number | null; tasks: number | null; seed: number };

/** The long form. Writes how it goes to standard output, and returns the exit code: 1 when a promise was broken. */
export async function run(words: string[]): Promise<number> {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    write(wanted);
    return 2;
  }
  if (!hasRedis()) return 2;
  const { faults, minutes, tasks, seed } = wanted;
  write(`seed ${seed}`);
  const rows: Record<string, string | number>[] = [];
  let broken = 0;
  for (const fault of faults) {
    const obstacle = fault.obstacle?.() ?? null;
    write(`\n${fault.name}: ${fault.promise}`);
    if (obstacle !== null) {
      write(`  SKIPPED: ${obstacle}`);
      rows.push({ fault: fault.name, outcome: `skipped: ${obstacle}` });
      continue;
    }
    const share = minutes === null ? 1 : minutes / fault.minutes;
    const count = tasks ?? Math.max(50, Math.round(fault.tasks * share));
    const startedAt = performance.now();
    const report = (text: string): void => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      write(`${String(seconds).padStart(6)} s  ${text}`);
    };
    const troubleMs = (minutes ?? fault.minutes) * MINUTE_MS;
    const outcome = await runFault(fault, { tasks: count, troubleMs, random: createRandom(seed), report });
    for (const violation of outcome.violations.slice(0, SHOWN)) write(`  VIOLATION  ${violation}`);
    broken += outcome.violations.length;
    rows.push(rowOf(outcome));
  }
  // oxlint-disable-next-line no-console -- the one writer of tables that node has.
  console.table(rows);
  write(broken === 0 ? 'Every promise was kept.' : `${broken} violations, seed ${seed}.`);
  return broken === 0 ? 0 : 1;
}

function rowOf({ name, seconds, acknowledged, events, failures, slowestMs, latestMs, violations }: Run) {
  return {
    fault: name,
    outcome: violations.length === 0 ? 'kept' : `${violations.length} violations`,
    seconds,
    tasks: acknowledged,
    events,
    'cut off': failures.closed,
    unavailable: failures.unavailable,
    'slowest request, ms': slowestMs,
    'latest event, ms': latestMs,
  };
}

/** What is wanted, or a sentence about what is wrong. */
function readWords(words: string[]): Wanted | string {
  const options = {
    only: { type: 'string' },
    minutes: { type: 'string' },
    tasks: { type: 'string' },
    seed: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args: words, options });
  const names = values.only?.split(',') ?? MATRIX.map(({ name }) => name);
  const unknown = names.filter((name) => !MATRIX.some((fault) => fault.name === name));
  if (unknown.length > 0) {
    return `There is no fault ${unknown.join(', ')}. Take some of ${MATRIX.map(({ name }) => name).join(', ')}.`;
  }
  const [minutes, tasks, seed] = [values.minutes, values.tasks, values.seed].map((text) => {
    return text === undefined ? null : Number(text);
  });
  if ([minutes, tasks, seed].some((value) => value != null && !(value > 0))) {
    return '--minutes, --tasks and --seed must be numbers above 0.';
  }
  const faults = MATRIX.filter(({ name }) => names.includes(name));
  return { faults, minutes: minutes ?? null, tasks: tasks ?? null, seed: seed ?? (Date.now() % 1_000_000) + 1 };
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}
