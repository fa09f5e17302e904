import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureCaller } from '../../src/callers/named-caller.js';
import type { PrismaClient } from '../../src/database/generated/client.js';
import { openDatabase } from '../../src/database/open-database.js';
import { findTask } from '../../src/tasks/find-tasks.js';
import { createInsertTask, type InsertTask } from '../../src/tasks/insert-task.js';
import type { NewTask } from '../../src/tasks/new-task.js';
import { createStoreTask } from '../../src/tasks/store-task.js';
import type { VideoTask } from '../../src/tasks/video-task.js';
import { newTask, type NewTaskOptions } from '../support/new-task.js';
import {
  createPostgres,
  hasPostgres,
  openEmbedded,
  openPostgres,
  type TestDatabase,
} from '../support/test-database.js';

const POSTGRES = await hasPostgres();
const SILENT = {
  taskStored: () => undefined,
  taskChanged: () => undefined,
  taskDeleted: () => undefined,
  workDue: () => undefined,
};

/** As a caller asks for it: perhaps with a key, perhaps with a UUID of its own. */
type Asked = NewTaskOptions & { idempotencyKey?: string; taskUuid?: string };

function asked(callerId: string, { idempotencyKey = '', taskUuid = '', ...options }: Asked = {}): NewTask {
  const facts = { ...options.facts, taskUuid: taskUuid === '' ? null : taskUuid };
  const task = newTask(callerId, { ...options, facts });
  return { ...task, idempotencyKey: idempotencyKey === '' ? null : idempotencyKey };
}

/** Every place in the caller's feed, in order, and where the caller says that the feed ends. */
async function readFeed(prisma: PrismaClient, callerId: string) {
  const events = await prisma.videoTaskEvent.findMany({ where: { callerId }, orderBy: { position: 'asc' } });
  const caller = await prisma.caller.findUniqueOrThrow({ where: { id: callerId } });
  return { end: caller.feedPosition, events };
}

async function expectNoGap(prisma: PrismaClient, callerId: string, count: number): Promise<void> {
  const { end, events } = await readFeed(prisma, callerId);
  expect(end).toBe(count);
  expect(events.map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
}

const stores = [
  { name: 'PGlite', isThere: true, open: openEmbedded },
  { name: 'PostgreSQL', isThere: POSTGRES, open: openPostgres },
];

describe.each(stores)('tasks that are created at once, on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let prisma: PrismaClient;
  let insertTask: InsertTask;
  let callerId: string;

  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    prisma = database.prisma;
    insertTask = createInsertTask(prisma, SILENT);
  });
  afterAll(async () => isThere && (await database[Symbol.asyncDispose]()));

  /** Another caller, with a feed that is empty. */
  async function newCaller(): Promise<string> {
    const { id } = await prisma.caller.create({
      data: { id: `caller_${randomUUID()}`, name: randomUUID(), createdAt: new Date() },
    });
    return id;
  }

  test.skipIf(!isThere)('are all stored, with places in the feed in their order and without a gap', async () => {
    callerId = await newCaller();
    const tasks = Array.from({ length: 200 }, (_, index) => {
      return asked(callerId, { prompt: `number ${index}`, numberResults: 1 + (index % 4) });
    });
    const stored = await Promise.all(tasks.map(insertTask));
    await expectNoGap(prisma, callerId, 200);
    const { events } = await readFeed(prisma, callerId);
    expect(events.map(({ taskId }) => taskId)).toEqual(tasks.map(({ facts }) => facts.id));
    for (const [index, task] of stored.entries()) {
      const [event, found] = [events[index], await findTask(prisma, callerId, task?.id ?? '')];
      expect(found).toEqual(task);
      expect(event).toMatchObject({ version: 1, type: 'CREATED', at: task?.createdAt, resultIndex: null });
      expect(event?.state).toMatchObject({ status: 'PENDING', results: task?.results.map(({ id }) => ({ id })) ?? [] });
    }
    const due = await prisma.videoResult.count({
      where: { task: { callerId }, phase: 'QUEUED', dueAt: { not: null } },
    });
    expect(due).toBe(stored.reduce((sum, task) => sum + (task?.results.length ?? 0), 0));
  });

  test.skipIf(!isThere)('and share a key or a taskUUID are stored once, in one batch or in two', async () => {
    callerId = await newCaller();
    const taskUuid = randomUUID();
    const given: Asked[] = [
      // The first is stored alone, all others together.
      { idempotencyKey: 'first' },
      { idempotencyKey: 'first' },
      { idempotencyKey: 'second' },
      { prompt: 'of no key' },
      { idempotencyKey: 'second', taskUuid: randomUUID() },
      { taskUuid },
      { taskUuid, idempotencyKey: 'third' },
      { idempotencyKey: 'third' },
    ];
    const stored = await Promise.all(given.map((each) => insertTask(asked(callerId, each))));
    expect(stored.map((task) => task !== null)).toEqual([true, false, true, true, false, true, false, true]);
    expect(await insertTask(asked(callerId, { taskUuid }))).toBeNull();
    await expectNoGap(prisma, callerId, 5);
    // Keys are the caller's own.
    expect(await insertTask(asked(await newCaller(), { idempotencyKey: 'first', taskUuid }))).not.toBeNull();
  });

  test.skipIf(!isThere)(
    'are counted once when they share a key or a taskUUID, where the caller has limits',
    async () => {
      callerId = await newCaller();
      // Another node has stored the first of them.
      const taskUuid = randomUUID();
      await insertTask(asked(callerId, { idempotencyKey: 'stored', taskUuid }));
      await prisma.caller.update({ where: { id: callerId }, data: { tasksInFlight: 3 } });
      const storeTask = createStoreTask({ prisma, announcer: SILENT, insertTask });
      const given: Asked[] = [
        { idempotencyKey: 'stored' },
        { idempotencyKey: 'stored' },
        { taskUuid },
        { idempotencyKey: 'new' },
        { idempotencyKey: 'new' },
        { idempotencyKey: 'last' },
        { idempotencyKey: 'new' },
        { idempotencyKey: 'too many' },
        { idempotencyKey: 'last' },
        { idempotencyKey: 'stored' },
      ];
      const outcomes = await Promise.all(given.map((each) => storeTask(asked(callerId, each))));
      const told = outcomes.map((outcome) => (outcome === null ? 'there' : 'kind' in outcome ? 'over' : 'new'));
      expect(told).toEqual(['there', 'there', 'there', 'new', 'there', 'new', 'there', 'over', 'there', 'there']);
      await expectNoGap(prisma, callerId, 3);
    },
  );

  test.skipIf(!isThere)('fail alone when the database refuses a value', async () => {
    callerId = await newCaller();
    const prompts = ['the first', 'good', 'with \0 inside', 'also good', 'with \ud800 inside', 'still good'];
    const settled = await Promise.allSettled(prompts.map((prompt) => insertTask(asked(callerId, { prompt }))));
    const told = settled.map((each) => (each.status === 'fulfilled' ? each.value?.prompt : 'refused'));
    expect(told).toEqual(['the first', 'good', 'refused', 'also good', 'refused', 'still good']);
    await expectNoGap(prisma, callerId, 4);
    expect(await prisma.videoTask.count({ where: { callerId } })).toBe(4);
  });

  test.skipIf(!isThere)('are told of once they are stored, and not when they are not', async () => {
    callerId = await newCaller();
    const seen: Promise<VideoTask | null>[] = [];
    let woken = 0;
    const announcer = {
      ...SILENT,
      taskStored: ({ id }: VideoTask) => void seen.push(findTask(prisma, callerId, id)),
      workDue: () => void (woken += 1),
    };
    const insert = createInsertTask(prisma, announcer);
    const keys = ['a', 'a', 'a', 'b', 'c'];
    const stored = await Promise.all(keys.map((idempotencyKey) => insert(asked(callerId, { idempotencyKey }))));
    expect(await Promise.all(seen)).toEqual(stored.filter((task) => task !== null));
    expect(seen).toHaveLength(3);
    expect(woken).toBe(2);
    expect(await insert(asked(callerId, { idempotencyKey: 'a' }))).toBeNull();
    expect(woken).toBe(2);
  });
});

test.skipIf(!POSTGRES)('at two nodes at once, keys are taken once and the feed has no gap', async () => {
  await using created = await createPostgres();
  const open = () => openDatabase({ kind: 'postgres', url: created.url });
  await using one = await open();
  await using other = await open();
  await ensureCaller(other.prisma, 'anna');
  const { id: callerId } = await ensureCaller(one.prisma, 'anna');
  const nodes = [one, other].map(({ prisma }) => createInsertTask(prisma, SILENT));
  // Rows that take their time: what two statements store at once is stored in turns.
  await one.prisma.$executeRaw`CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(0.002); RETURN NEW; END'`;
  await one.prisma.$executeRaw`
    CREATE TRIGGER take_time BEFORE INSERT ON video_tasks FOR EACH ROW EXECUTE FUNCTION take_time()`;
  // Each key comes to both nodes, at the one in the order of the other turned round: they must not wait for each other.
  const keys = Array.from({ length: 80 }, (_, index) => `key ${index}`);
  const orders = [keys, keys.toReversed()];
  const inserts = nodes.flatMap((insertTask, node) =>
    (orders[node] ?? []).map((idempotencyKey) => insertTask(asked(callerId, { idempotencyKey }))),
  );
  const winners = (await Promise.all(inserts)).filter((task) => task !== null);
  expect(winners).toHaveLength(keys.length);
  await expectNoGap(one.prisma, callerId, keys.length);
  const rows = await one.prisma.videoTask.findMany({ where: { callerId } });
  expect(rows.map(({ id }) => id).sort()).toEqual(winners.map(({ id }) => id).sort());
});
