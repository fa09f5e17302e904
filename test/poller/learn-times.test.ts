import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { typicalTime } from '../../src/poller/typical-time.js';
import { learnTimes } from '../../src/tasks/learn-times.js';
import type { VideoTask } from '../../src/tasks/video-task.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const KIND = { provider: 'EVOLINK', mode: 'TEXT_TO_VIDEO', quality: 'P720', durationSeconds: 5 } as const;
const PRESUMED = { P720: 100, P1080: 200 };

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A result of the kind that took so long from start to file, and was done so many seconds ago. */
async function done(tookSeconds: number, agoSeconds = 0, given: Partial<VideoTask> = {}): Promise<void> {
  const facts = { mode: KIND.mode, quality: KIND.quality, durationSeconds: KIND.durationSeconds, ...given };
  const { id } = await room.insert({ facts, result: { provider: KIND.provider } });
  const generatedAt = new Date(Date.now() - agoSeconds * 1000);
  const startedAt = new Date(generatedAt.getTime() - tookSeconds * 1000);
  await room.prisma.videoResult.updateMany({ where: { taskId: id }, data: { startedAt, generatedAt } });
}

test('how long results took is learned from those of the same kind', async () => {
  for (const seconds of [60, 70, 80, 90, 100, 110, 120, 130, 140, 150, 160]) await done(seconds);
  const times = await learnTimes(room.prisma, KIND);
  expect(times?.p50).toBeCloseTo(110);
  expect(times?.p90).toBeCloseTo(150);
});

test('four results say nothing, five do', async () => {
  for (let count = 0; count < 4; count += 1) await done(60);
  expect(await learnTimes(room.prisma, KIND)).toBeNull();
  await done(60);
  expect(await learnTimes(room.prisma, KIND)).toEqual({ p50: 60, p90: 60 });
});

test.each<[string, Partial<VideoTask>]>([
  ['mode', { mode: 'VIDEO_EDIT' }],
  ['quality', { quality: 'P1080' }],
  ['length', { durationSeconds: 10 }],
])('results of another %s teach nothing', async (_what, given) => {
  for (let count = 0; count < 6; count += 1) await done(500, 0, given);
  expect(await learnTimes(room.prisma, KIND)).toBeNull();
});

test('results of another provider, and unfinished ones, teach nothing', async () => {
  for (let count = 0; count < 6; count += 1) await done(60);
  expect(await learnTimes(room.prisma, { ...KIND, provider: 'RUNWARE' })).toBeNull();
  await room.prisma.videoResult.updateMany({ data: { generatedAt: null } });
  expect(await learnTimes(room.prisma, KIND)).toBeNull();
});

test('only the newest two hundred count', async () => {
  const facts = { mode: KIND.mode, quality: KIND.quality, durationSeconds: KIND.durationSeconds };
  for (let count = 0; count < 52; count += 1) {
    await room.insert({ numberResults: 4, facts, result: { provider: KIND.provider } });
  }
  // The eight oldest took an hour, all others a minute.
  await room.prisma.$executeRaw`
    WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS number FROM video_results)
    UPDATE video_results AS result SET generated_at = now() + number * interval '1 second',
      started_at = now() + number * interval '1 second'
        - CASE WHEN number <= 8 THEN interval '1 hour' ELSE interval '1 minute' END
    FROM numbered WHERE numbered.id = result.id`;
  expect(await learnTimes(room.prisma, KIND)).toEqual({ p50: 60, p90: 60 });
});

test('without a history the provider’s own figure is presumed, by the length of the video', async () => {
  const provider = createScriptedProvider({
    name: KIND.provider,
    capabilities: { ...PAID, typicalSeconds: PRESUMED },
  });
  const context = room.worker('one', provider);
  expect(await typicalTime(context, provider, KIND)).toEqual({ p50: 100, p90: 200 });
  expect(await typicalTime(context, provider, { ...KIND, durationSeconds: 10 })).toEqual({ p50: 150, p90: 300 });
  expect(await typicalTime(context, provider, { ...KIND, quality: 'P1080' })).toEqual({ p50: 200, p90: 400 });
});

test('with a history, what was learned is used', async () => {
  for (let count = 0; count < 5; count += 1) await done(60);
  const provider = createScriptedProvider({ name: KIND.provider, capabilities: PAID });
  expect(await typicalTime(room.worker('one', provider), provider, KIND)).toEqual({ p50: 60, p90: 60 });
});
