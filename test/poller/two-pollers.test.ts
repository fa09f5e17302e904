import { expect, test } from 'vitest';
import { startPoller } from '../../src/poller/poller.js';
import type { CheckOutcome } from '../../src/providers/provider.js';
import { checkEvents } from '../support/check-events.js';
import { keptOutput } from '../support/kept-output.js';
import { completed, running, started } from '../support/outcomes.js';
import { createScriptedProvider, type ScriptedProvider } from '../support/scripted-provider.js';
import { DATABASES } from './support/databases.js';
import { openPollerRoom } from './support/poller-room.js';

const TASKS = 12;
const RESULTS = 3;

/** An upstream that two workers share: it knows its operations by start key, and each is done at its third check. */
function createUpstream() {
  const [sent, checks] = [new Map<string, number>(), new Map<string, number>()];
  const check = (startKey: string): CheckOutcome => {
    const count = (checks.get(startKey) ?? 0) + 1;
    checks.set(startKey, count);
    if (count >= 3) return completed(`/tmp/${startKey}.mp4`);
    return running(count * 30);
  };
  const worker = (): ScriptedProvider =>
    createScriptedProvider({
      capabilities: { operationsAreLocal: false },
      check,
      start: ({ startKey }) => {
        sent.set(startKey, (sent.get(startKey) ?? 0) + 1);
        // One answer in five is lost on its way.
        if (sent.size % 5 === 0) return { kind: 'unknown', message: 'The connection was reset.' };
        return started(startKey);
      },
    });
  return { sent, worker };
}

test.for(DATABASES)(
  'two pollers on one $name database bring every task to its end once',
  async ({ isThere, open, name }, { skip }) => {
    skip(!isThere, 'No PostgreSQL answers.');
    await using database = await open();
    const room = await openPollerRoom(database.prisma);
    const upstream = createUpstream();
    const kept: string[] = [];
    const media = {
      keepOutput: async ({ startKey }: { startKey: string }) => {
        kept.push(startKey);
        return keptOutput(`asset-${startKey}`);
      },
    };
    const [one, other] = [upstream.worker(), upstream.worker()];
    await using first = startPoller(room.worker('one', one, media));
    await using second = startPoller(room.worker('other', other, media));
    const tasks = await Promise.all(Array.from({ length: TASKS }, () => room.insert(RESULTS)));

    const unfinished = async (): Promise<number> => {
      // Time passes quickly: what waits for its next check is due, and what is claimed stays claimed.
      await room.prisma.$executeRaw`UPDATE video_results SET due_at = now() WHERE due_at > now() AND lease IS NULL`;
      first.nudge();
      second.nudge();
      return room.prisma.videoTask.count({ where: { finishedAt: null } });
    };
    await expect.poll(unfinished, { timeout: 100_000, interval: 50 }).toBe(0);

    expect(upstream.sent.size).toBe(TASKS * RESULTS);
    expect([...upstream.sent.values()].filter((times) => times !== 1)).toEqual([]);
    expect(kept.length, name).toBe(new Set(kept).size);
    for (const { id } of tasks) {
      const events = await room.events(id);
      checkEvents(events);
      expect(events.at(-1)?.type).toBe('COMPLETED');
      expect(
        events
          .filter(({ type }) => type === 'RESULT_COMPLETED')
          .map(({ resultIndex }) => resultIndex)
          .sort(),
      ).toEqual([0, 1, 2]);
    }
    // Both worked, so that they could have got in each other's way.
    expect(Math.min(one.starts.length, other.starts.length)).toBeGreaterThan(0);
  },
);
