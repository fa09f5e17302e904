import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startRound } from '../../src/poller/start.js';
import { claimResults, type Claim } from '../../src/tasks/claims.js';
import { permitSend } from '../../src/tasks/permit-send.js';
import { createScriptedProvider, PAID, type ScriptedProvider } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const EVOLINK = { result: { provider: 'EVOLINK' } } as const;

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

function paid(): ScriptedProvider {
  return createScriptedProvider({ name: 'EVOLINK', capabilities: PAID });
}

/** A provider to which something happens right before it asks whether it may send. */
function interrupted(provider: ScriptedProvider, interrupt: () => Promise<unknown>): ScriptedProvider {
  const start: ScriptedProvider['start'] = async (...given) => {
    await interrupt();
    return provider.start(...given);
  };
  return { ...provider, start };
}

async function sentAt(taskId: string): Promise<Date | null> {
  return (await room.prisma.videoResult.findFirstOrThrow({ where: { taskId } })).sentAt;
}

/** A claim on a result that is about to be sent. */
async function claimStarting(): Promise<Claim> {
  const { id } = await room.insert(EVOLINK);
  await room.prisma.videoResult.updateMany({ where: { taskId: id }, data: { phase: 'STARTING' } });
  const [claim] = await claimResults(room.prisma, { provider: 'EVOLINK', phases: ['STARTING'] }, 'one', 1);
  if (claim === undefined) throw new Error('Nothing was claimed.');
  return claim;
}

test('a start is sent with a permission, whose time is stored', async () => {
  const { id } = await room.insert(EVOLINK);
  const provider = paid();
  const before = new Date();
  await startRound(room.worker('one', provider), signal);
  expect(provider.starts).toHaveLength(1);
  const sent = await sentAt(id);
  expect(sent?.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(sent?.getTime()).toBeLessThanOrEqual(Date.now());
});

test.each(['QUEUED', 'START_UNKNOWN', 'DONE'] as const)('nothing is sent for a result that is %s', async (phase) => {
  const claim = await claimStarting();
  await room.prisma.videoResult.update({ where: { id: claim.result.id }, data: { phase } });
  expect(await permitSend(room.prisma, claim)).toBe(false);
  expect(await sentAt(claim.task.id)).toBeNull();
});

test('a worker whose lease has lapsed sends nothing, and the start happens later, once', async () => {
  const { id } = await room.insert(EVOLINK);
  const provider = paid();
  await startRound(room.worker('one', interrupted(provider, room.makeDue)), signal);
  expect(provider.starts).toEqual([]);
  expect(await sentAt(id)).toBeNull();
  expect((await room.task(id)).results).toMatchObject([{ phase: 'QUEUED', status: 'PENDING' }]);
  await room.makeDue();
  await startRound(room.worker('two', provider), signal);
  expect(provider.starts).toHaveLength(1);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'GENERATING' }]);
});

test('a task that was cancelled meanwhile is not sent', async () => {
  const { id } = await room.insert(EVOLINK);
  const provider = paid();
  const cancel = () => room.cancel(id, provider);
  await startRound(room.worker('one', interrupted(provider, cancel)), signal);
  expect(provider.starts).toEqual([]);
  expect(await sentAt(id)).toBeNull();
  expect(await room.task(id)).toMatchObject({ status: 'CANCELLED' });
});

test('of two workers that hold the same result, one after the other, one sends', async () => {
  const { id } = await room.insert(EVOLINK);
  const provider = paid();
  const takeOver = async (): Promise<void> => {
    // The other finds a start without a permission: it puts it back, and starts it.
    for (let round = 0; round < 2; round += 1) {
      await room.makeDue();
      await startRound(room.worker('other', provider), signal);
    }
  };
  await startRound(room.worker('asleep', interrupted(provider, takeOver)), signal);
  expect(provider.starts).toHaveLength(1);
  expect((await room.task(id)).results).toMatchObject([{ phase: 'GENERATING' }]);
});

test.each([
  [6_000, true],
  [2_900, false],
])('with %d ms left of a lease, the answer is %s', async (ms, expected) => {
  const claim = await claimStarting();
  await room.prisma.$executeRaw`UPDATE video_results SET due_at = clock_timestamp() + ${ms} * interval '1 millisecond'`;
  expect(await permitSend(room.prisma, claim)).toBe(expected);
  expect((await sentAt(claim.task.id)) !== null).toBe(expected);
});

test('a permission that was long on its way is not used', async () => {
  const claim = await claimStarting();
  const times = [0, 1_001];
  const slow = vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 1_001);
  try {
    expect(await permitSend(room.prisma, claim)).toBe(false);
  } finally {
    slow.mockRestore();
  }
});

test('a claim of another lease, and one in another phase, get a no', async () => {
  const claim = await claimStarting();
  const other = { ...claim, work: { ...claim.work, lease: crypto.randomUUID() } };
  expect(await permitSend(room.prisma, other)).toBe(false);
  await room.prisma.videoResult.updateMany({ data: { phase: 'GENERATING' } });
  expect(await permitSend(room.prisma, claim)).toBe(false);
  expect(await sentAt(claim.task.id)).toBeNull();
});
