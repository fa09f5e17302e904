import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Room } from '../fault.js';

const BETWEEN_MS = 2_000;
/** Of a lease of ten seconds, and of its renewal after a third of it. */
const PAST_LEASE_MS = 14_000;
const STALL_MS = 5_000;

/** A worker stands still for longer than its leases: what it does afterwards with what others have taken over is refused. */
export const freezeWorkers: Fault = {
  name: 'freeze',
  promise: 'A worker that stands still for longer than its lease, and goes on, changes nothing that others took over.',
  minutes: 5,
  tasks: 600,
  filmedShare: 0.05,
  happen: (room) => freezeInTurn(room, PAST_LEASE_MS),
};

/** A worker stands still, but not for as long as its lease. */
export const stallWorkers: Fault = {
  name: 'stall',
  promise: 'A worker whose event loop stands still for 5 s keeps what it had claimed.',
  minutes: 3,
  tasks: 600,
  filmedShare: 0.05,
  happen: (room) => freezeInTurn(room, STALL_MS),
};

async function freezeInTurn({ cluster, troubleMs, report }: Room, forMs: number): Promise<void> {
  const times = Math.max(2, Math.floor(troubleMs / (forMs + BETWEEN_MS)));
  for (let number = 0; number < times; number += 1) {
    const worker = cluster.workers[number % cluster.workers.length];
    worker?.freeze();
    await pause(forMs);
    worker?.goOn();
    await pause(BETWEEN_MS);
    report(`${number + 1} of ${times} times`);
  }
}
