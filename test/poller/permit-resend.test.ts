import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startRound } from '../../src/poller/start.js';
import type { StartOutcome } from '../../src/providers/provider.js';
import { claimResults, type Claim } from '../../src/tasks/claims.js';
import { permitResend } from '../../src/tasks/permit-send.js';
import { createScriptedProvider, PAID } from '../support/scripted-provider.js';
import { openEmbedded, type TestDatabase } from '../support/test-database.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const { signal } = new AbortController();
const EVOLINK = { result: { provider: 'EVOLINK' } } as const;
const LOST: StartOutcome = { kind: 'unknown', message: 'The connection was reset.' };
const FIRST_SEND = new Date('2026-01-01T00:00:00Z');

let database: TestDatabase;
let room: PollerRoom;
beforeAll(async () => {
  database = await openEmbedded();
  room = await openPollerRoom(database.prisma);
});
beforeEach(() => room.clear());
afterAll(() => database[Symbol.asyncDispose]());

/** A claim on a result whose start was lost. */
async function claimLost(): Promise<Claim> {
  const { id } = await room.insert(EVOLINK);
  await room.prisma.videoResult.updateMany({
    where: { taskId: id },
    data: { phase: 'START_UNKNOWN', sentAt: FIRST_SEND },
  });
  const [claim] = await claimResults(room.prisma, { provider: 'EVOLINK', phases: ['START_UNKNOWN'] }, 'one', 1);
  if (claim === undefined) throw new Error('Nothing was claimed.');
  return claim;
}

function rowOf({ result }: Claim) {
  return room.prisma.videoResult.findUniqueOrThrow({ where: { id: result.id } });
}

test('a permission to send again changes nothing, above all not the time of the first send', async () => {
  const claim = await claimLost();
  const before = await rowOf(claim);
  expect(before.sentAt).toEqual(FIRST_SEND);
  expect(await permitResend(room.prisma, claim)).toBe(true);
  expect(await rowOf(claim)).toEqual(before);
});

test.each([
  [6_000, true],
  [2_900, false],
])('with %d ms left of a lease, the answer is %s', async (ms, expected) => {
  const claim = await claimLost();
  await room.prisma.$executeRaw`UPDATE video_results SET due_at = clock_timestamp() + ${ms} * interval '1 millisecond'`;
  expect(await permitResend(room.prisma, claim)).toBe(expected);
});

test('a claim of another lease, and one in another phase, get a no', async () => {
  const claim = await claimLost();
  const other = { ...claim, work: { ...claim.work, lease: crypto.randomUUID() } };
  expect(await permitResend(room.prisma, other)).toBe(false);
  await room.prisma.videoResult.updateMany({ data: { phase: 'GENERATING' } });
  expect(await permitResend(room.prisma, claim)).toBe(false);
});

test('a permission that was long on its way is not used', async () => {
  const claim = await claimLost();
  const times = [0, 1_001];
  const slow = vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 1_001);
  try {
    expect(await permitResend(room.prisma, claim)).toBe(false);
  } finally {
    slow.mockRestore();
  }
});

test.each([
  ['is still wanted', false, true],
  ['was cancelled while it was looked for', true, false],
])('a lost start that %s: the provider hears whether it may send again', async (_what, isCancelled, expected) => {
  const { id } = await room.insert(EVOLINK);
  const permissions: boolean[] = [];
  const provider = createScriptedProvider({
    name: 'EVOLINK',
    capabilities: PAID,
    start: () => LOST,
    recover: async (_request, lost) => {
      if (isCancelled) await room.cancel(id, provider);
      permissions.push(await lost.maySend());
      return { kind: 'withheld' };
    },
  });
  await startRound(room.worker('one', provider), signal);
  await room.makeDue();
  await startRound(room.worker('one', provider), signal);
  expect(permissions).toEqual([expected]);
  // Nothing was sent again, which says nothing of the first send.
  expect((await room.task(id)).results).toMatchObject([{ phase: isCancelled ? 'DONE' : 'START_UNKNOWN' }]);
});
