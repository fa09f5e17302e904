import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureCaller } from '../../src/callers/named-caller.js';
import { createLocalBus, type Bus } from '../../src/events/bus.js';
import { openReads } from '../../src/events/open-reads.js';
import { createSweep } from '../../src/events/sweep.js';
import { watchCaller } from '../../src/events/watch-caller.js';
import { watchTask, type WatchContext } from '../../src/events/watch-task.js';
import { countWatched } from '../../src/events/watched.js';
import { cancelTask } from '../../src/tasks/cancel-task.js';
import { deleteTask } from '../../src/tasks/delete-task.js';
import { createInsertTask } from '../../src/tasks/insert-task.js';
import { DATABASES } from '../poller/support/databases.js';
import { SILENT } from '../poller/support/poller-room.js';
import { newTask } from '../support/new-task.js';
import type { TestDatabase } from '../support/test-database.js';

describe.each(DATABASES)('events of which the bus says nothing, on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let callerId: string;
  let context: WatchContext & Pick<TestDatabase, 'prisma'>;
  /** What the sweep announces, as "topic version". */
  let announced: string[];
  let sweep: () => Promise<void>;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    ({ id: callerId } = await ensureCaller(database.prisma, 'local'));
  });
  beforeEach(() => {
    if (!isThere) return;
    announced = [];
    const bus = createLocalBus();
    const noted: Bus = {
      ...bus,
      publishHere(topic, version) {
        announced.push(`${topic} ${version}`);
        bus.publishHere(topic, version);
      },
    };
    context = { prisma: database.prisma, bus: noted, reads: openReads(database.prisma), watched: countWatched() };
    sweep = createSweep(context);
  });
  afterAll(() => database?.[Symbol.asyncDispose]());

  async function insert(): Promise<string> {
    const task = await createInsertTask(database.prisma, SILENT)(newTask(callerId));
    if (task === null) throw new Error('There is no key that could conflict.');
    return task.id;
  }
  const cancel = (id: string) =>
    cancelTask({ prisma: database.prisma, announcer: SILENT, providers: [] }, callerId, id);
  const remove = (id: string) =>
    deleteTask({ prisma: database.prisma, announcer: SILENT, deleteAssets: async () => undefined }, callerId, id);

  /** Watches from the present state on, which is read already. */
  async function watch(taskId: string) {
    const signal = new AbortController().signal;
    const outcome = await watchTask(context, { callerId, taskId, afterVersion: null, signal });
    if (outcome.kind !== 'watching') throw new Error(outcome.kind);
    expect((await outcome.feed.next()).value).toMatchObject({ type: 'SNAPSHOT' });
    return outcome.feed;
  }

  test.skipIf(!isThere)('reach the watchers of the task and of all tasks by the next sweep', async () => {
    const id = await insert();
    const feed = await watch(id);
    const request = { callerId, afterPosition: null, filter: {}, signal: new AbortController().signal };
    const all = await watchCaller(context, request);
    await sweep();
    const [one, other] = [feed.next(), all.next()];
    await cancel(id);
    await sweep();
    expect((await one).value).toMatchObject({ version: 2, type: 'CANCELLED' });
    expect((await other).value).toMatchObject({ event: { version: 2, type: 'CANCELLED' } });
    await all.return?.();
  });

  test.skipIf(!isThere)('reach a watcher that came before the first sweep', async () => {
    const id = await insert();
    const feed = await watch(id);
    const next = feed.next();
    await new Promise((resolve) => setImmediate(resolve));
    await cancel(id);
    await sweep();
    expect((await next).value).toMatchObject({ type: 'CANCELLED' });
  });

  test.skipIf(!isThere)(
    'end the feed of a task that was deleted before anybody saw its end, and no other',
    async () => {
      const [gone, left] = [await insert(), await insert()];
      const [feed, other] = [await watch(gone), await watch(left)];
      await sweep();
      const end = feed.next();
      await new Promise((resolve) => setImmediate(resolve));
      await cancel(gone);
      await remove(gone);
      await sweep();
      expect(await end).toEqual({ done: true, value: undefined });
      const next = other.next();
      await cancel(left);
      await sweep();
      expect((await next).value).toMatchObject({ type: 'CANCELLED' });
    },
  );

  test.skipIf(!isThere)('of a hundred watched tasks only the one that changed is announced', async () => {
    const ids = [];
    for (let count = 0; count < 100; count += 1) ids.push(await insert());
    const feeds = await Promise.all(ids.map(watch));
    await sweep();
    announced = [];
    await sweep();
    expect(announced).toEqual([]);
    await cancel(ids[42] ?? '');
    await sweep();
    expect(announced).toEqual([`task:${ids[42]} 2`, expect.stringMatching(`caller:${callerId} `)]);
    for (const feed of feeds) await feed.return?.();
    announced = [];
    await cancel(ids[7] ?? '');
    await sweep();
    expect(announced).toEqual([]);
  });
});
