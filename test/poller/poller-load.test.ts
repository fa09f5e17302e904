import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkRound } from '../../src/poller/check.js';
import { paceCheck } from '../../src/poller/check-pace.js';
import { claimChecks } from '../../src/tasks/claim-checks.js';
import { writeProgress, type Progress } from '../../src/tasks/write-progress.js';
import { running } from '../support/outcomes.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import type { TestDatabase } from '../support/test-database.js';
import { DATABASES } from './support/databases.js';
import { openPollerRoom, SILENT, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const RESULTS = 4;

describe.each(DATABASES)('many operations on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let room: PollerRoom;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    room = await openPollerRoom(database.prisma);
  });
  beforeEach(() => (isThere ? room.clear() : undefined));
  afterAll(() => database?.[Symbol.asyncDispose]());

  /** Tasks whose results run at the provider; the checks are due one after the other, from now on, within `withinMs`. */
  async function inFlight(tasks: number, withinMs: number): Promise<string[]> {
    const ids: string[] = [];
    for (let count = 0; count < tasks; count += 1) ids.push((await room.insert(RESULTS)).id);
    await room.prisma.$executeRaw`
      UPDATE video_results AS result SET phase = 'GENERATING', status = 'PROCESSING', started_at = now(),
        operation = jsonb_build_object('startKey', start_key), deadline_at = now() + interval '1 hour',
        due_at = now() + (place - 1) * ${withinMs / (tasks * RESULTS)}::float8 * interval '1 millisecond'
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM video_results) AS places WHERE places.id = result.id`;
    return ids;
  }

  /** That versions have no gap, and that the task is as its last event tells. */
  async function checkWhole(id: string): Promise<void> {
    const [events, task] = [await room.events(id), await room.task(id)];
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.task).toEqual(task);
  }

  const at = (checkBatch: number, checksPerSecond: number, progress: number | null = null) =>
    createScriptedProvider({
      capabilities: { ...PAID, checkBatch, checksPerSecond },
      check: () => running(progress),
    });

  test.skipIf(!isThere)('one request takes along what is due soon, and nothing that is due later', async () => {
    await inFlight(15, 4_000);
    const provider = at(100, 5);
    await room.prisma.$executeRaw`UPDATE video_results SET due_at = now() + interval '1 minute' WHERE index = 3`;
    const context = room.worker('one', provider);
    expect(await checkRound(context, signal)).toBe(true);
    expect(provider.checks.map((keys) => keys.length)).toEqual([45]);
    expect(await checkRound(context, signal)).toBe(false);
    expect(provider.checks).toHaveLength(1);
  });

  test.skipIf(!isThere)('a full request leaves the rest to the next one', async () => {
    await inFlight(15, 4_000);
    const provider = at(20, 5);
    await checkRound(room.worker('one', provider), signal);
    expect(provider.checks.map((keys) => keys.length)).toEqual([20]);
  });

  test.skipIf(!isThere)(
    'what the rate limit does not allow keeps its due time, and the longest due is first',
    async () => {
      await inFlight(3, 0);
      await room.prisma.$executeRaw`
      UPDATE video_results SET due_at = now() - index * interval '1 minute', seed = index`;
      const provider = at(1, 3);
      await checkRound(room.worker('one', provider), signal);
      expect(provider.checks.flat()).toHaveLength(3);
      const late = await room.prisma.videoResult.findMany({ where: { dueAt: { lt: new Date() } } });
      expect(late.map(({ index }) => index).sort()).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    },
  );

  test.skipIf(!isThere)('no second gets more checks than the rate limit allows', async () => {
    await inFlight(100, 1_000);
    const provider = at(1, 20);
    const context = room.worker('one', provider);
    const seconds = new Map<number, number>();
    for (let count = 0; count < 400; count += 1) {
      const second = Math.floor((await paceCheck(context, provider, 5_000)) / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    // The calls take time, so a second of theirs may lie over two of the calendar.
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(36);
    // 400 that want to be asked for every 5 s at 16 a second: every 25 s, and not before what is due already.
    expect(Math.min(...seconds.keys())).toBeGreaterThanOrEqual(24);
  });

  test.skipIf(!isThere)('few operations are looked up when it is right for them', async () => {
    await inFlight(2, 1_000);
    const provider = at(1, 20);
    expect(await paceCheck(room.worker('one', provider), provider, 5_000)).toBe(5_000);
  });

  test.skipIf(!isThere)(
    'progress is told by so many events a second at most, and every result is looked up',
    async () => {
      const ids = await inFlight(50, 0);
      const provider = at(200, 5, 40);
      await checkRound(room.worker('one', provider), signal);
      expect(provider.checks.flat()).toHaveLength(200);
      const told = await room.prisma.videoTaskEvent.count({ where: { type: { not: 'CREATED' } } });
      expect(told).toBeGreaterThanOrEqual(50);
      expect(told).toBeLessThan(200);
      expect(await room.prisma.videoResult.count({ where: { lease: { not: null } } })).toBe(0);
      const events = await room.prisma.videoTaskEvent.findMany({ orderBy: { position: 'asc' } });
      const [before] = events;
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => (before?.position ?? 0) + index));
      for (const id of ids.slice(0, 5)) await checkWhole(id);
    },
  );

  test.skipIf(!isThere)('progress of results of one task is written together, without a gap', async () => {
    const [id = ''] = await inFlight(1, 0);
    const provider = at(200, 5, 40);
    await checkRound(room.worker('one', provider), signal);
    const task = await room.task(id);
    expect(task).toMatchObject({ progress: 40, version: 1 + RESULTS });
    expect(task.results.map(({ progress }) => progress)).toEqual([40, 40, 40, 40]);
    const events = await room.events(id);
    expect(events.map((event) => event.task.progress)).toEqual([0, 10, 20, 30, 40]);
    await checkWhole(id);
  });

  test.skipIf(!isThere)('progress of what someone else moved first is left out, and the rest is written', async () => {
    const [first = '', second = ''] = await inFlight(2, 0);
    const claims = await claimChecks(room.prisma, { provider: 'ANIMATIC', limit: 100, aheadMs: 0 }, 'one');
    await room.cancel(first, at(1, 5));
    await room.prisma.$executeRaw`UPDATE video_results SET lease = NULL WHERE task_id = ${second} AND index = 2`;
    const progress = claims.map(({ task, result, work }): Progress => {
      const change = { kind: 'progressed', progress: 50, progressSource: 'REPORTED', etaSeconds: 7 } as const;
      return { taskId: task.id, resultId: result.id, index: result.index, lease: work.lease, change, inMs: 60_000 };
    });
    await writeProgress(room.prisma, SILENT, progress);
    expect(await room.task(first)).toMatchObject({ status: 'CANCELLED', progress: 0, version: 2 });
    const task = await room.task(second);
    expect(task.results.map((result) => result.progress)).toEqual([50, 50, 0, 50]);
    await checkWhole(second);
  });
});
