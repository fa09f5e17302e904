import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

const AWAY_MS = 3_000;
const SLOW_MS = 4_000;
const BETWEEN_MS = 3_000;

const shared = { minutes: 2, tasks: 400, filmedShare: 0.05 };

export const killRedis: Fault = {
  ...shared,
  name: 'redis-kill',
  promise: 'Redis dies and comes back empty: events are late by a sweep at most, and none is lost.',
  async happen({ cluster: { redis }, troubleMs, report }) {
    const times = Math.max(2, Math.floor(troubleMs / (AWAY_MS + BETWEEN_MS)));
    for (let number = 1; number <= times; number += 1) {
      await redis.kill();
      await pause(AWAY_MS);
      await redis.start();
      await pause(BETWEEN_MS);
      report(`${number} of ${times} times`);
    }
  },
};

export const slowRedis: Fault = {
  ...shared,
  name: 'redis-slow',
  promise: 'Redis takes connections and answers nothing for seconds: nobody waits for it, and no event is lost.',
  async happen({ cluster: { redis }, troubleMs, report }) {
    const times = Math.max(2, Math.floor(troubleMs / (SLOW_MS + BETWEEN_MS)));
    for (let number = 1; number <= times; number += 1) {
      redis.freeze();
      await pause(SLOW_MS);
      redis.goOn();
      await pause(BETWEEN_MS);
      report(`${number} of ${times} times`);
    }
  },
};

export const absentRedis: Fault = {
  ...shared,
  name: 'redis-absent',
  promise: 'Redis goes and does not come back: the sweep alone brings every event.',
  async happen({ cluster: { redis }, troubleMs }) {
    await redis.kill();
    await pause(troubleMs);
  },
};
