import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openBenchDatabase } from './bench-database.mjs';
import { startGateway } from './gateway.mjs';
import { storeLiveTasks } from './live-tasks.mjs';
import { temporaryDirectory } from './scope.mjs';

/** The operation of a page that shows a task while it runs. */
export const WATCH_LIVE = `subscription BenchWatchLive($id: ID!) {
  videoTaskUpdated(id: $id) { version type at task { id status progress prompt createdAt width height durationSeconds
    results { id status phase progress seed error { code message } video { url mimeType bytes } poster { url } } } }
}`;

/**
 * Processes that a live part talks to: `ask` sends a message and returns the answer.
 * @typedef {{ pid: number, ask: (message: object) => Promise<any> }} Watchers
 */

/**
 * A node that serves subscriptions, tasks that run, and what another node needs to write their events. Null without a
 * PostgreSQL server and a Redis: there are no other nodes then.
 * @param {import('./scope.mjs').Scope} scope
 * @param {number} tasks
 */
export async function openLiveRoom(scope, tasks) {
  const redisUrl = process.env['BENCH_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
  const directory = await temporaryDirectory(scope);
  const database = await openBenchDatabase(scope, directory);
  if (!database.isServer || !(await answers(new URL(redisUrl)))) return null;
  const ids = await database.use((prisma) => storeLiveTasks(prisma, tasks));
  const gateway = await startGateway(scope, directory, { env: { ...database.env, REDIS_URL: redisUrl, ROLE: 'api' } });
  const schema = await (await fetch(`${gateway.url}/schema.graphql`)).text();
  return { database, redisUrl, ids, gateway, schema, url: `${gateway.url.replace('http', 'ws')}/graphql` };
}

/** Clients in a process of their own. @param {import('./scope.mjs').Scope} scope @returns {Watchers} */
export function forkWatchers(scope) {
  const child = forkProcess(scope, 'watch-tasks', []);
  return {
    pid: child.pid ?? 0,
    ask: async (message) => {
      child.send(message);
      const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The clients ended with ${code}.`)));
      const [{ value, error }] = await Promise.race([once(child, 'message'), ended]);
      if (error !== undefined) throw new Error(error);
      return value;
    },
  };
}

/**
 * Another node, which commits an event of each of `batch` tasks at a time, `perSecond` in all.
 * @param {import('./scope.mjs').Scope} scope
 * @param {NonNullable<Awaited<ReturnType<typeof openLiveRoom>>>} room
 * @param {{ batch: number, perSecond: number, ids?: readonly string[] }} pace
 */
export async function forkWriter(scope, { database, redisUrl, ids }, { batch, perSecond, ids: some = ids }) {
  const everyMs = (batch / perSecond) * 1000;
  const options = { databaseUrl: database.env['DATABASE_URL'], redisUrl, ids: some, batch, everyMs };
  const child = forkProcess(scope, 'write-events', [JSON.stringify(options)]);
  await once(child, 'message');
  return {
    go: () => void child.send('go'),
    /** @returns {Promise<{ written: number, lateRounds: number }>} */
    stop: async () => {
      child.send('stop');
      const [report] = await once(child, 'message');
      return report;
    },
  };
}

/** @param {import('./scope.mjs').Scope} scope @param {string} name @param {string[]} args */
export function forkProcess(scope, name, args) {
  const path = fileURLToPath(new URL(`../references/${name}.mjs`, import.meta.url));
  const child = fork(path, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  scope.defer(() => child.connected && child.disconnect());
  return child;
}

/** Whether somebody listens there. @param {URL} url @returns {Promise<boolean>} */
function answers({ hostname, port }) {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port === '' ? 6379 : port) });
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
