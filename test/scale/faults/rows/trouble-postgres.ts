import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Room } from '../fault.js';

const AWAY_MS = 3_000;
const BETWEEN_MS = 12_000;
/** Ten seconds, and what a busy machine takes to say so. */
const ANSWERS_WITHIN_MS = 12_000;
const READY_WITHIN_MS = 5_000;

const shared = { minutes: 3, tasks: 600, filmedShare: 0.05, answersWithinMs: ANSWERS_WITHIN_MS };

export const killPostgres: Fault = {
  ...shared,
  name: 'postgres-kill',
  promise: 'PostgreSQL dies by SIGKILL and comes back: no acknowledged task is lost, and nodes are ready within 5 s.',
  happen: (room) =>
    again(room, async ({ cluster: { postgres } }) => {
      await postgres.stop('SIGKILL');
      await pause(AWAY_MS);
      await postgres.start();
    }),
};

export const restartPostgres: Fault = {
  ...shared,
  name: 'postgres-restart',
  promise: 'PostgreSQL is shut down fast and started again: nodes are ready within 5 s.',
  happen: (room) =>
    again(room, async ({ cluster: { postgres } }) => {
      await postgres.stop('SIGINT');
      await pause(AWAY_MS);
      await postgres.start();
    }),
};

export const terminateConnections: Fault = {
  ...shared,
  name: 'postgres-terminate',
  promise: 'All connections to PostgreSQL are terminated at once: what was under way is tried again.',
  happen: (room) =>
    again(room, async ({ cluster: { postgres } }) => {
      await postgres.run('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $$reelay$$');
    }),
};

/** Packets are swallowed and no connection is closed: only time-outs can tell. */
export const silencePostgres: Fault = {
  ...shared,
  name: 'postgres-silent',
  promise: 'PostgreSQL falls silent: requests end within 10 s and may be sent again, nodes are not ready, all resumes.',
  cluster: { breakable: true },
  happen: (room) =>
    again(room, async ({ cluster: { way, apis }, violate }) => {
      way?.fallSilent();
      const [node] = apis;
      const isReady = (await statusOf(`${node?.url ?? ''}/readyz`)) === 200;
      if (isReady) violate('a node said that it was ready while PostgreSQL was silent');
      await pause(AWAY_MS);
      way?.heal();
    }),
};

/** Makes the trouble for as long as there is time, twice at least, and sees to it that all nodes get ready again. */
async function again(room: Room, trouble: (room: Room) => Promise<void>): Promise<void> {
  const endAt = performance.now() + room.troubleMs;
  for (let number = 1; number <= 2 || performance.now() + BETWEEN_MS < endAt; number += 1) {
    await pause(BETWEEN_MS / 4);
    await trouble(room);
    await untilReady(room);
    room.report(`${number} times`);
    await pause(BETWEEN_MS / 4);
  }
}

async function untilReady({ cluster: { nodes }, report, violate }: Room): Promise<void> {
  const since = performance.now();
  for (const { name, url } of nodes) {
    while ((await statusOf(`${url}/readyz`)) !== 200) {
      if (performance.now() - since > 10 * READY_WITHIN_MS) return violate(`${name} never got ready again`);
      await pause(100);
    }
  }
  const ms = Math.round(performance.now() - since);
  report(`ready again after ${ms} ms`);
  if (ms > READY_WITHIN_MS) violate(`nodes got ready only after ${ms} ms`);
}

async function statusOf(url: string): Promise<number | null> {
  return fetch(url).then(
    ({ status }) => status,
    () => null,
  );
}
