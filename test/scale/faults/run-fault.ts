import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Database } from '../../../src/database/open-database.js';
import { createDisposal } from '../../../src/lib/disposal.js';
import { passCallbacks } from '../nodes/pass-callbacks.js';
import { startCluster, type Cluster } from '../nodes/start-cluster.js';
import { checkInvariants } from './check-invariants.js';
import { createLoad } from './create-load.js';
import type { Fault } from './fault.js';
import { createHistory, type History } from './history.js';
import { readEnd } from './read-end.js';
import { watchFeed } from './watch-feed.js';

export type RunOptions = {
  tasks: number;
  troubleMs: number;
  random: () => number;
  report: (text: string) => void;
};

/** What came out of one fault. */
export type Run = {
  name: string;
  seconds: number;
  acknowledged: number;
  events: number;
  failures: History['failures'];
  slowestMs: number;
  /** The longest time between an event and a client's sight of it. */
  latestMs: number;
  violations: string[];
};

const CLIENTS = 5;
const CREATORS = 8;
const PROGRESS_MS = 10_000;
/** Nothing moved for so long: it will never end. */
const STUCK_MS = 90_000;
/** Callbacks have come by then. */
const STILL_MS = 6_000;
const LAST_LINES = 15;
const LINE_CHARACTERS = 300;

/** Lets one fault happen to nodes of its own under load, lets everything come to rest, and looks into all books. */
export async function runFault(fault: Fault, { tasks, troubleMs, random, report }: RunOptions): Promise<Run> {
  const startedAt = performance.now();
  const history = createHistory();
  const logs: string[] = [];
  const stack = createDisposal();
  const outcome = () => ({
    name: fault.name,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    acknowledged: history.acknowledged.size,
    failures: history.failures,
    slowestMs: Math.round(history.slowestMs),
    latestMs: Math.round(Math.max(0, ...[...history.seen.values()].flat().map(({ lateMs }) => lateMs))),
  });
  try {
    const prepared = fault.prepare === undefined ? null : stack.use(await fault.prepare());
    const onLog = (line: string): void => void logs.push(line.slice(0, LINE_CHARACTERS));
    const onEnd = (how: string): void => void history.violations.push(how);
    const cluster = stack.use(await startCluster({ ...fault.cluster, ...prepared?.cluster, onLog, onEnd }));
    const watching = stack.use(await watchFeed(cluster, history, CLIENTS));
    const callbacks = stack.use(passCallbacks(cluster));
    let begunAt = performance.now();
    const allowed = (): number => Math.ceil((tasks * (performance.now() - begunAt)) / troubleMs);
    const name = `${fault.name} ${Math.floor(random() * 1e6)}`;
    const { filmedShare } = fault;
    begunAt = performance.now();
    const progress = setInterval(() => report(describe(history, tasks)), PROGRESS_MS);
    const violate = (text: string): void => void history.violations.push(`${fault.name}: ${text}`);
    try {
      const load = createLoad(cluster, history, { name, tasks, creators: CREATORS, random, filmedShare, allowed });
      await Promise.all([load, fault.happen({ cluster, history, random, troubleMs, report, violate })]);
      report(`${describe(history, tasks)}; the trouble is over`);
      await rest(cluster, history, report);
    } finally {
      clearInterval(progress);
    }
    const { answersWithinMs = Infinity } = fault;
    if (history.slowestMs > answersWithinMs) violate(`a request took ${Math.round(history.slowestMs)} ms`);
    await callbacks[Symbol.asyncDispose]();
    await untilSeen(cluster, history);
    await watching[Symbol.asyncDispose]();
    const ended = await readEnd(cluster.databaseUrl);
    const violations = checkInvariants({ history, tasks: ended, starts: cluster.services.starts() });
    if (violations.length > 0) logs.slice(-LAST_LINES).forEach(report);
    return { ...outcome(), events: ended.reduce((sum, { events }) => sum + events.length, 0), violations };
  } catch (error) {
    logs.slice(-LAST_LINES).forEach(report);
    const violations = [...history.violations, `it came to nothing: ${String(error)}`];
    return { ...outcome(), events: 0, violations };
  } finally {
    await stack[Symbol.asyncDispose]();
  }
}

/** Waits until every task has ended, or nothing has moved for long. */
async function rest({ databaseUrl }: Cluster, history: History, report: (text: string) => void): Promise<void> {
  const database = await openDatabase({ kind: 'postgres', url: databaseUrl });
  try {
    let [seen, since] = ['', performance.now()];
    for (;;) {
      const open = await database.prisma.videoResult.groupBy({
        by: ['phase'],
        where: { phase: { not: 'DONE' } },
        _count: true,
        orderBy: { phase: 'asc' },
      });
      if (open.length === 0) return;
      const events = await database.prisma.videoTaskEvent.count();
      const state = JSON.stringify([open, events]);
      if (state !== seen) [seen, since] = [state, performance.now()];
      const stillMs = performance.now() - since;
      const isLookedFor = open.every(({ phase }) => phase === 'START_UNKNOWN');
      if (isLookedFor && stillMs > STILL_MS) await passDeadlines(database.prisma);
      if (stillMs > STUCK_MS) {
        history.violations.push(`stuck: ${open.map(({ phase, _count }) => `${_count} in ${phase}`).join(', ')}`);
        return;
      }
      report(open.map(({ phase, _count }) => `${_count} ${phase}`).join(', '));
      await pause(2_000);
    }
  } finally {
    await database[Symbol.asyncDispose]();
  }
}

/** Where only a callback could tell of a start, its deadline ends it; nobody waits an hour for it here. */
async function passDeadlines(prisma: Database['prisma']): Promise<void> {
  const past = new Date(0);
  const where = { phase: 'START_UNKNOWN', stopping: false } as const;
  await prisma.videoResult.updateMany({ where, data: { deadlineAt: past, dueAt: past } });
}

/** Gives clients the time of a sweep, and more, to see what is stored by now. */
async function untilSeen({ databaseUrl }: Cluster, { seen }: History): Promise<void> {
  const stored = (await readEnd(databaseUrl)).reduce((sum, { events }) => sum + events.length, 0);
  const until = performance.now() + 15_000;
  while ([...seen.values()].some((events) => events.length < stored) && performance.now() < until) await pause(200);
}

function describe({ acknowledged, failures }: History, tasks: number): string {
  return `${acknowledged.size} of ${tasks} acknowledged, ${failures.closed} cut off, ${failures.unavailable} unavailable`;
}
