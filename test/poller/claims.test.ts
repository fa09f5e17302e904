import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  claimResults,
  dropAllClaims,
  releaseClaim,
  releaseWorker,
  renewClaims,
  type Claim,
  type Lane,
} from '../../src/tasks/claims.js';
import { writeOutcome } from '../../src/poller/write-outcome.js';
import { createScriptedProvider } from '../support/scripted-provider.js';
import type { TestDatabase } from '../support/test-database.js';
import { DATABASES } from './support/databases.js';
import { openPollerRoom, type PollerRoom } from './support/poller-room.js';

const QUEUED: Lane = { provider: 'ANIMATIC', phases: ['QUEUED'] };

describe.each(DATABASES)('claims on $name', ({ isThere, open }) => {
  let database: TestDatabase;
  let room: PollerRoom;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    room = await openPollerRoom(database.prisma);
  });
  beforeEach(() => (isThere ? room.clear() : undefined));
  afterAll(() => database?.[Symbol.asyncDispose]());

  /** Whether a renewal gave a claim more time. */
  async function renew(claim: Claim): Promise<boolean> {
    const dueAt = async () =>
      (await room.prisma.videoResult.findUniqueOrThrow({ where: { id: claim.result.id } })).dueAt?.getTime() ?? 0;
    const before = await dueAt();
    await renewClaims(room.prisma, [claim]);
    return (await dueAt()) > before;
  }

  test.skipIf(!isThere)('of many claims at once, each result goes to exactly one', async () => {
    for (let count = 0; count < 10; count += 1) await room.insert(4);
    const workers = Array.from({ length: 8 }, (_, index) => `worker-${index}`);
    const claims = await Promise.all(workers.map((worker) => claimResults(room.prisma, QUEUED, worker, 16)));
    const ids = claims.flat().map(({ result }) => result.id);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await claimResults(room.prisma, QUEUED, 'last', 100);
    expect(ids.length + rest.length).toBe(40);
    expect(await claimResults(room.prisma, QUEUED, 'nothing left', 100)).toEqual([]);
  });

  test.skipIf(!isThere)('no claim takes more than its limit, and none takes nothing', async () => {
    for (let count = 0; count < 5; count += 1) await room.insert(4);
    expect(await claimResults(room.prisma, QUEUED, 'one', 3)).toHaveLength(3);
    expect(await claimResults(room.prisma, QUEUED, 'one', 0)).toEqual([]);
    expect(await claimResults(room.prisma, QUEUED, 'two', 16)).toHaveLength(16);
  });

  test.skipIf(!isThere)('an ended lease is taken over, and the stale writer is refused', async () => {
    const { id } = await room.insert();
    const provider = createScriptedProvider();
    const [stale] = await claimResults(room.prisma, QUEUED, 'one', 1);
    expect(await claimResults(room.prisma, QUEUED, 'two', 1)).toEqual([]);
    await room.makeDue();
    const [fresh] = await claimResults(room.prisma, QUEUED, 'two', 1);
    if (stale === undefined || fresh === undefined) throw new Error('Nothing was claimed.');
    expect(fresh.work.attempts).toBe(2);
    const write = (claim: typeof stale) =>
      writeOutcome(room.worker('any', provider), claim, { kind: 'claimed' }, { next: { inMs: 0 } });
    expect(await write(stale)).toBe(false);
    expect(await renew(stale)).toBe(false);
    await releaseClaim(room.prisma, stale, { inMs: 0, held: null, failed: false });
    expect(await claimResults(room.prisma, QUEUED, 'three', 1)).toEqual([]);
    expect(await room.events(id)).toHaveLength(1);
    expect(await renew(fresh)).toBe(true);
    expect(await write(fresh)).toBe(true);
    expect((await room.task(id)).version).toBe(2);
  });

  test.skipIf(!isThere)('of two writers with the same claim, one writes', async () => {
    const { id } = await room.insert();
    const [claim] = await claimResults(room.prisma, QUEUED, 'one', 1);
    if (claim === undefined) throw new Error('Nothing was claimed.');
    const context = room.worker('one', createScriptedProvider());
    const write = () => writeOutcome(context, claim, { kind: 'claimed' }, { next: { inMs: 0 } });
    expect((await Promise.all([write(), write(), write()])).filter(Boolean)).toHaveLength(1);
    expect((await room.events(id)).map(({ version }) => version)).toEqual([1, 2]);
  });

  test.skipIf(!isThere)('only an attempt that came to nothing counts', async () => {
    await room.insert();
    for (const expected of [1, 2, 3]) {
      const [claim] = await claimResults(room.prisma, QUEUED, 'one', 1);
      expect(claim?.work.attempts).toBe(expected);
      if (claim !== undefined) await releaseClaim(room.prisma, claim, { inMs: 0, held: null, failed: true });
    }
    const [claim] = await claimResults(room.prisma, QUEUED, 'one', 1);
    if (claim !== undefined) await releaseClaim(room.prisma, claim, { inMs: 0, held: null, failed: false });
    expect((await claimResults(room.prisma, QUEUED, 'one', 1))[0]?.work.attempts).toBe(1);
  });

  test.skipIf(!isThere)('what a worker holds is left alone until the hold ends, or the worker', async () => {
    await room.insert();
    const hold = async (forMs: number): Promise<void> => {
      const [claim] = await claimResults(room.prisma, QUEUED, 'holder', 1);
      if (claim === undefined) throw new Error('Nothing was claimed.');
      await releaseClaim(room.prisma, claim, { inMs: 0, held: { by: 'holder', forMs }, failed: false });
    };
    await hold(60_000);
    expect(await claimResults(room.prisma, QUEUED, 'other', 1)).toEqual([]);
    await hold(60_000);
    await room.endHolds();
    const [taken] = await claimResults(room.prisma, QUEUED, 'other', 1);
    if (taken === undefined) throw new Error('Nothing was claimed.');
    await releaseClaim(room.prisma, taken, { inMs: 0, held: null, failed: false });
    await hold(60_000);
    await releaseWorker(room.prisma, 'holder');
    expect(await claimResults(room.prisma, QUEUED, 'other', 1)).toHaveLength(1);
  });

  test.skipIf(!isThere)('an owner that starts again drops what its killed process had claimed or held', async () => {
    await room.insert(2);
    const [claimed, held] = await claimResults(room.prisma, QUEUED, 'killed', 2);
    if (claimed === undefined || held === undefined) throw new Error('Nothing was claimed.');
    await releaseClaim(room.prisma, held, { inMs: 60_000, held: { by: 'killed', forMs: 60_000 }, failed: false });
    expect(await claimResults(room.prisma, QUEUED, 'next', 2)).toEqual([]);
    await dropAllClaims(room.prisma);
    const next = await claimResults(room.prisma, QUEUED, 'next', 2);
    expect(next.map(({ work }) => work.attempts).sort()).toEqual([1, 2]);
  });

  test.skipIf(!isThere)('crashes cost an attempt only what cannot have been paid for, or is a day old', async () => {
    const { results } = await room.insert(3);
    const [unsent, sent, old] = results.map(({ id }) => id);
    const sentAt = (id: string | undefined, at: number) =>
      room.prisma.videoResult.update({ where: { id: id ?? '' }, data: { sentAt: new Date(at) } });
    await sentAt(sent, Date.now());
    await sentAt(old, Date.now() - 25 * 60 * 60 * 1000);
    for (let crash = 0; crash < 6; crash += 1) {
      expect(await claimResults(room.prisma, QUEUED, `life ${crash}`, 3)).toHaveLength(3);
      await dropAllClaims(room.prisma);
    }
    const attempts = async (id: string | undefined) =>
      (await room.prisma.videoResult.findUniqueOrThrow({ where: { id: id ?? '' } })).attempts;
    expect([await attempts(unsent), await attempts(sent), await attempts(old)]).toEqual([6, 0, 6]);
  });

  test.skipIf(!isThere)('a paid video that is being secured outlives the crashes of its first day', async () => {
    const { results } = await room.insert(3);
    const [fresh = '', old = '', free = ''] = results.map(({ id }) => id);
    const like = (id: string, hours: number, wasSent: boolean) => {
      const at = new Date(Date.now() - hours * 60 * 60 * 1000);
      const data = { phase: 'SECURING' as const, generatedAt: at, sentAt: wasSent ? at : null };
      return room.prisma.videoResult.update({ where: { id }, data });
    };
    await Promise.all([like(fresh, 1, true), like(old, 25, true), like(free, 1, false)]);
    const lane: Lane = { provider: 'ANIMATIC', phases: ['SECURING'] };
    const claimAll = async (life: string): Promise<Claim[]> => {
      await room.makeDue();
      return claimResults(room.prisma, lane, life, 3);
    };
    for (let crash = 0; crash < 6; crash += 1) expect(await claimAll(`life ${crash}`)).toHaveLength(3);
    const last = await claimAll('last');
    const attempts = new Map(last.map(({ result, work }) => [result.id, work.attempts]));
    expect([fresh, old, free].map((id) => attempts.get(id))).toEqual([1, 7, 7]);
    const [claim] = last.filter(({ result }) => result.id === fresh);
    if (claim !== undefined) await releaseClaim(room.prisma, claim, { inMs: 0, held: null, failed: true });
    expect((await claimAll('after a fault of ours')).find(({ result }) => result.id === fresh)?.work.attempts).toBe(2);
  });
});
