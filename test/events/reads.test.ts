import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReads, type Reads } from '../../src/events/open-reads.js';
import { createInsertTask } from '../../src/tasks/insert-task.js';
import { DATABASES } from '../poller/support/databases.js';
import { SILENT } from '../poller/support/poller-room.js';
import { newTask } from '../support/new-task.js';
import type { TestDatabase } from '../support/test-database.js';

const CALLERS = ['caller_anna', 'caller_bela', 'caller_caro'];
const TASKS_EACH = 3;
/** More than a live page holds. */
const EVENTS_EACH = 12;

type Task = { id: string; callerId: string; prompt: string };

describe.each(DATABASES)('what is read together on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let reads: Reads;
  const tasks: Task[] = [];
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    reads = openReads(database.prisma);
    for (const id of CALLERS) {
      await database.prisma.caller.create({ data: { id, name: id, createdAt: new Date() } });
      for (let count = 0; count < TASKS_EACH; count += 1) tasks.push(await createWithEvents(id, count));
    }
  });
  afterAll(() => database?.[Symbol.asyncDispose]());

  async function createWithEvents(callerId: string, number: number): Promise<Task> {
    const prompt = `Task ${number} of ${callerId}`;
    const task = await createInsertTask(database.prisma, SILENT)(newTask(callerId, { prompt }));
    if (task === null) throw new Error('There is no key that could conflict.');
    await database.prisma.$executeRaw`
      WITH place AS (
        UPDATE callers SET feed_position = feed_position + ${EVENTS_EACH - 1}::int WHERE id = ${callerId}
        RETURNING feed_position - ${EVENTS_EACH - 1}::int AS before)
      INSERT INTO video_task_events (task_id, version, caller_id, position, type, at, state)
      SELECT task_id, nth + 1, caller_id, place.before + nth, 'PROGRESSED', now(), state
      FROM video_task_events, place, generate_series(1, ${EVENTS_EACH - 1}::int) nth WHERE task_id = ${task.id} AND version = 1`;
    return { id: task.id, callerId, prompt };
  }

  const lane = fc.constantFrom('live' as const, 'behind' as const);
  const caller = fc.constantFrom(...CALLERS);
  const place = fc.nat({ max: EVENTS_EACH + 1 });
  const question = fc.record({ lane, caller, after: place, task: fc.nat({ max: CALLERS.length * TASKS_EACH }) });

  test.skipIf(!isThere)('is each caller’s own, and just what was asked for, whoever else asks', async () => {
    const property = fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 40 }), async (questions) => {
      const answers = questions.map(async (asked) => {
        const task = tasks[asked.task] ?? { id: 'task_of_nobody', callerId: '', prompt: '' };
        const where = { callerId: asked.caller, taskId: task.id, afterVersion: asked.after };
        const [page, snapshot] = await Promise.all([
          reads.task[asked.lane](where),
          reads.snapshot(asked.caller, task.id),
        ]);
        const isOwn = task.callerId === asked.caller;
        expect(snapshot?.task.prompt ?? null).toBe(isOwn ? task.prompt : null);
        expect(page === null).toBe(!isOwn);
        const versions = page?.events.map(({ version }) => version) ?? [];
        expect(versions).toEqual(versions.map((_, index) => asked.after + index + 1));
        const isWhole = versions.length === Math.max(0, EVENTS_EACH - asked.after);
        expect(page === null || isWhole || page.more).toBe(true);
        const told = page?.events.map((event) => event.task) ?? [];
        expect(told.filter(({ id, prompt }) => id !== task.id || prompt !== task.prompt)).toEqual([]);
      });
      await Promise.all(answers);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  test.skipIf(!isThere)('of all tasks of a caller tells of no one else’s', async () => {
    const property = fc.asyncProperty(fc.array(question, { minLength: 1, maxLength: 40 }), async (questions) => {
      const answers = questions.map(async (asked) => {
        const page = await reads.caller[asked.lane]({ callerId: asked.caller, afterPosition: asked.after });
        expect(page.events.length).toBeGreaterThan(0);
        expect(page.events.map(({ position }) => position)).toEqual(page.events.map((_, n) => asked.after + n + 1));
        expect(new Set(page.events.map(({ event }) => event.task.callerId))).toEqual(new Set([asked.caller]));
      });
      await Promise.all(answers);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
