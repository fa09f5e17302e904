import type { PrismaClient } from '../database/generated/client.js';
import { matchesFilter, type TaskFilter } from '../tasks/task-filter.js';
import { callerTopic } from './bus.js';
import type { CallerEvent } from './event.js';
import { openFeed, type FeedSource } from './feed.js';
import type { Reads } from './open-reads.js';
import type { WatchContext } from './watch-task.js';

export type WatchCallerRequest = {
  callerId: string;
  /** The last position the watcher has seen; null starts with what happens from now on. */
  afterPosition: number | null;
  filter: TaskFilter;
  signal: AbortSignal;
};

/** The feed of all of a caller's tasks: stored events after a position in order, then live, without an end. */
export async function watchCaller(
  { prisma, bus, reads, watched }: WatchContext & { prisma: PrismaClient },
  request: WatchCallerRequest,
): Promise<AsyncIterableIterator<CallerEvent>> {
  const { callerId, filter, signal } = request;
  let position = request.afterPosition ?? (await currentPosition(prisma, callerId));
  let lane: keyof Reads['caller'] = 'live';

  async function read(): ReturnType<FeedSource<CallerEvent>['read']> {
    for (;;) {
      const { events, more } = await reads.caller[lane]({ callerId, afterPosition: position });
      position = events.at(-1)?.position ?? position;
      lane = more ? 'behind' : 'live';
      const items = events.filter(({ event }) => matchesFilter(event.task, filter));
      if (items.length > 0 || !more || signal.aborted) return { items, more };
    }
  }

  const listen = (listener: () => void): (() => void) => {
    const unsubscribe = bus.subscribe(callerTopic(callerId), listener);
    const leave = watched.enter(callerId, null);
    return () => {
      unsubscribe();
      leave();
    };
  };
  return openFeed({ listen, read, isLast: () => false }, signal);
}

async function currentPosition(prisma: PrismaClient, callerId: string): Promise<number> {
  const caller = await prisma.caller.findUniqueOrThrow({ where: { id: callerId }, select: { feedPosition: true } });
  return caller.feedPosition;
}
