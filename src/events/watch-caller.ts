import type { PrismaClient } from '../database/generated/client.js';
import type { ShareCalls } from '../lib/share-calls.js';
import { matchesFilter, type TaskFilter } from '../tasks/list-tasks.js';
import { callerTopic, type Bus } from './bus.js';
import type { CallerEvent } from './event.js';
import { readCallerEvents } from './event-store.js';
import { openFeed } from './feed.js';

const READ_LIMIT = 50;

export type WatchCallerRequest = {
  callerId: string;
  /** The last position the watcher has seen; null starts with what happens from now on. */
  afterPosition: number | null;
  filter: TaskFilter;
  signal: AbortSignal;
};

export type WatchCallerContext = {
  prisma: PrismaClient;
  bus: Bus;
  /** Watchers that stand at the same position are served by one read of the store, and get the same events. */
  shareReads: ShareCalls<CallerEvent[]>;
};

/** The feed of all of a caller's tasks: stored events after a position in order, then live, without an end. */
export async function watchCaller(
  { prisma, bus, shareReads }: WatchCallerContext,
  request: WatchCallerRequest,
): Promise<AsyncIterableIterator<CallerEvent>> {
  const { callerId, filter, signal } = request;
  let position = request.afterPosition ?? (await currentPosition(prisma, callerId));

  async function read(): Promise<CallerEvent[]> {
    for (;;) {
      const after = position;
      const ask = (): Promise<CallerEvent[]> => readCallerEvents(prisma, callerId, after, READ_LIMIT);
      const events = await shareReads(`${callerId}/${after}`, ask);
      position = events.at(-1)?.position ?? position;
      const wanted = events.filter(({ event }) => matchesFilter(event.task, filter));
      if (wanted.length > 0 || events.length === 0 || signal.aborted) return wanted;
    }
  }

  return openFeed(bus, { topic: callerTopic(callerId), read, isLast: () => false }, signal);
}

async function currentPosition(prisma: PrismaClient, callerId: string): Promise<number> {
  const caller = await prisma.caller.findUniqueOrThrow({ where: { id: callerId }, select: { feedPosition: true } });
  return caller.feedPosition;
}
