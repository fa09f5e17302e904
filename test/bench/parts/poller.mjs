import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { openBenchDatabase } from '../support/bench-database.mjs';
import { openHttp } from '../support/client.mjs';
import { startGateway } from '../support/gateway.mjs';
import {
  readLateness,
  readNoticed,
  storeHistory,
  storeInFlight,
  watchLateness,
} from '../support/operations-in-flight.mjs';
import { createTask } from '../support/operations.mjs';
import { processorSeconds, residentMib } from '../support/process-figures.mjs';
import { copyOf } from '../support/scope.mjs';
import { median, percentile } from '../support/statistics.mjs';
import { openUpstreams } from '../support/upstreams.mjs';

/** Operations in flight: many at a service that looks 100 up in one request, some at one that looks up one at a time. */
const ON_SERVER = { runware: 9_500, dashscope: 440, evolink: 60 };
const EMBEDDED = { runware: 950, dashscope: 44, evolink: 60 };
/** One in twenty never ends. */
const STUCK_EVERY = 20;
/** One in so many of the many is done while it is looked at; the others last for longer. */
const ENDING_EVERY = 100;
const MEDIAN_SECONDS = 100;
const WARM_UP_MS = 20_000;
const WATCH_MS = 150_000;

/**
 * One gateway that follows 10,000 operations, 5 % of which never end. 60 of them are created by it, at a service that looks
 * one operation up with each request, and last 100 s in the middle; the others are in the database when it starts.
 */
/** @type {import('../bench.mjs').Part} */
export async function measurePoller({ scope, template }) {
  const dataDir = await copyOf(scope, template);
  const database = await openBenchDatabase(scope, dataDir);
  const sizes = database.isServer ? ON_SERVER : EMBEDDED;
  const upstreams = await openUpstreams(scope);
  const running = await fill(database, upstreams, sizes);

  const gateway = await startGateway(scope, dataDir, { env: { ...upstreams.env, ...database.env } });
  const request = openHttp(scope, gateway.url, 8);
  const lasting = durations(sizes.evolink);
  await Promise.all(
    lasting.map((seconds, index) => {
      const prompt = `A dancer on an empty stage ${goes(index % STUCK_EVERY === 0 ? null : seconds)}`;
      return createTask(request, { prompt, provider: 'EVOLINK', quality: 'P720', durationSeconds: 5, seed: index + 1 });
    }),
  );
  const machine = await watch(gateway.pid);
  const report = await upstreams.report();
  await gateway.stop();

  const { lateness, noticed } = await database.use(async (prisma) => ({
    lateness: await readLateness(prisma),
    noticed: await readNoticed(prisma),
  }));
  const count = sizes.runware + sizes.dashscope + sizes.evolink;
  const rows = [...machineFigures(machine), ...latenessFigures(lateness), ...noticedFigures(report, running, noticed)];
  return rows.map((row) => ({ ...row, name: `${row.name} (${count} in flight, ${database.name})` }));
}

/**
 * @param {import('../support/bench-database.mjs').BenchDatabase} database
 * @param {Awaited<ReturnType<typeof openUpstreams>>} upstreams
 * @param {{ runware: number, dashscope: number }} sizes
 */
async function fill(database, upstreams, sizes) {
  /** Seconds from now until it is done; null = never. */
  const endings = Array.from({ length: sizes.runware }, (_, index) => {
    if (index % STUCK_EVERY === 0) return null;
    return index % ENDING_EVERY === 1 ? 30 + ((index / sizes.runware) * WATCH_MS) / 1500 : 3600;
  });
  const otherEndings = Array.from({ length: sizes.dashscope }, (_, index) =>
    index % STUCK_EVERY === 1 ? 30 + ((index / sizes.dashscope) * WATCH_MS) / 1500 : 3600,
  );
  const wanted = endings.map((seconds) => ({ startKey: randomUUID(), prompt: goes(seconds) }));
  const others = otherEndings.map((seconds) => ({ startKey: randomUUID(), prompt: goes(seconds) }));
  const started = await upstreams.start({ runware: wanted, dashscope: others });
  // What never ends has done so for long; what will be done is 100 s old by then; the rest is of any age before that.
  const ageSeconds = (/** @type {number | null} */ ending, /** @type {number} */ index) => {
    if (ending === null) return 600 + ((index * 37) % 2400);
    return ending === 3600 ? (index * 37) % MEDIAN_SECONDS : Math.max(0, MEDIAN_SECONDS - ending);
  };
  const runware = started.runware.map((each, index) => ({
    ...each,
    provider: /** @type {const} */ ('RUNWARE'),
    ageSeconds: ageSeconds(endings[index] ?? null, index),
    endsAt: each.at + (endings[index] ?? Infinity) * 1000,
  }));
  const dashscope = started.dashscope.map((each, index) => ({
    ...each,
    provider: /** @type {const} */ ('DASHSCOPE'),
    ageSeconds: ageSeconds(otherEndings[index] ?? null, index),
    endsAt: each.at + (otherEndings[index] ?? Infinity) * 1000,
  }));
  await database.use(async (prisma) => {
    await storeHistory(prisma, durations(50));
    await storeInFlight(prisma, [...runware, ...dashscope]);
    await watchLateness(prisma);
  });
  return { runware, dashscope };
}

/** How a video goes, as the played services read it in its prompt. @param {number | null} seconds */
function goes(seconds) {
  return seconds === null ? 'never ends' : `lasts ${Math.round(seconds * 1000)} ms`;
}

/** Seconds that videos take: 100 in the middle, nine in ten within 130. @param {number} count */
function durations(count) {
  return Array.from({ length: count }, (_, index) => {
    const share = 0.05 + (0.9 * (index + 0.5)) / count;
    return MEDIAN_SECONDS * Math.exp((0.2 * Math.log(share / (1 - share))) / 1.702);
  });
}

/** @param {number} pid */
async function watch(pid) {
  await delay(WARM_UP_MS);
  const [startedAt, before] = [performance.now(), processorSeconds(pid).own];
  let residentPeak = 0;
  while (performance.now() - startedAt < WATCH_MS) {
    await delay(1000);
    residentPeak = Math.max(residentPeak, residentMib(pid) ?? NaN);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { processorShare: (processorSeconds(pid).own - before) / seconds, residentPeak };
}

/** @param {{ processorShare: number, residentPeak: number }} machine */
function machineFigures({ processorShare, residentPeak }) {
  return [
    { name: 'processor of the gateway', value: processorShare * 100, unit: '% of a core' },
    { name: 'resident, at most', value: residentPeak, unit: 'MiB' },
  ];
}

/** @param {readonly { provider: string, ms: number }[]} lateness */
function latenessFigures(lateness) {
  return ['EVOLINK', 'RUNWARE', 'DASHSCOPE'].flatMap((provider) => {
    const times = lateness.filter((each) => each.provider === provider).map(({ ms }) => ms);
    return [
      { name: `lateness of ${times.length} checks at ${provider}, p50`, value: median(times), unit: 'ms' },
      { name: `lateness at ${provider}, p99`, value: percentile(times, 0.99), unit: 'ms' },
    ];
  });
}

/**
 * @param {import('../support/upstreams.mjs').Report} report
 * @param {Record<'runware' | 'dashscope', readonly { id: string, endsAt: number }[]>} running
 * @param {ReadonlyMap<string, number>} noticed
 */
function noticedFigures({ evolink, runware, dashscope }, running, noticed) {
  const seconds = (/** @type {readonly { id: string, endsAt: number | null }[]} */ ended) =>
    ended.flatMap(({ id, endsAt }) => {
      const at = noticed.get(id);
      return at === undefined || endsAt === null ? [] : [(at - endsAt) / 1000];
    });
  const ended = evolink.tasks.filter(({ endsAt }) => endsAt !== null);
  const [single, many, one] = [seconds(ended), seconds(running.runware), seconds(running.dashscope)];
  return [
    { name: `${single.length} of ${ended.length} videos noticed at EVOLINK, p50`, value: median(single), unit: 's' },
    { name: 'noticed at EVOLINK, p90', value: percentile(single, 0.9), unit: 's' },
    {
      name: 'requests for a video of 100 s at EVOLINK, its start included',
      value: 1 + ended.reduce((sum, { checks }) => sum + checks, 0) / ended.length,
      unit: 'requests',
    },
    { name: `${many.length} videos noticed at RUNWARE, p50`, value: median(many), unit: 's' },
    { name: 'noticed at RUNWARE, p90', value: percentile(many, 0.9), unit: 's' },
    { name: `${one.length} videos noticed at DASHSCOPE, p50`, value: median(one), unit: 's' },
    { name: 'noticed at DASHSCOPE, p90', value: percentile(one, 0.9), unit: 's' },
    { name: 'operations that one request looks up at RUNWARE', value: runware.lookedUp / runware.checks, unit: '' },
    { name: 'checks at RUNWARE', value: runware.checks, unit: 'requests' },
    { name: 'checks at DASHSCOPE', value: dashscope.checks, unit: 'requests' },
  ];
}
