import type { Bus } from './bus.js';

/** Where a feed's items come from. */
export type FeedSource<Item> = {
  /** The bus topic on which something new is announced. */
  topic: string;
  /** The next items in order, a bounded number at a time; none when all are read; null when the source is gone. */
  read(): Promise<Item[] | null>;
  /** Whether nothing can follow this item. */
  isLast(item: Item): boolean;
};

/**
 * Items in order, without a gap and without an end of their own: stored ones first, then live.
 *
 * The feed is pulled: it asks the store for the next few items when its reader asks for one, so a slow reader holds a
 * bounded number of items and delays nobody. A message on the bus only says that asking again is worth while; one that
 * arrives during a read is remembered. `return` and the signal end the feed at once, also while it waits: an async
 * generator would not settle before its next item.
 */
export function openFeed<Item>(bus: Bus, source: FeedSource<Item>, signal: AbortSignal): AsyncIterableIterator<Item> {
  let buffered: Item[] = [];
  let changed = true;
  let state: 'open' | 'last' | 'closed' = 'open';
  let wake: (() => void) | null = null;
  /** A reader may ask again before it is answered: reads take turns, or two would bring the same items. */
  let turn: Promise<unknown> = Promise.resolve();

  const awaken = (): void => {
    wake?.();
    wake = null;
  };
  const unsubscribe = bus.subscribe(source.topic, () => {
    changed = true;
    awaken();
  });
  const close = (): void => {
    state = 'closed';
    buffered = [];
    unsubscribe();
    signal.removeEventListener('abort', close);
    awaken();
  };
  signal.addEventListener('abort', close);
  if (signal.aborted) close();

  async function fill(): Promise<void> {
    if (!changed) await new Promise<void>((resolve) => (wake = resolve));
    if (state !== 'open') return;
    changed = false;
    const items = await source.read();
    if (items === null) return close();
    if (items.length > 0) changed = true;
    buffered = state === 'open' ? items : [];
  }

  async function next(): Promise<IteratorResult<Item>> {
    while (state === 'open' && buffered.length === 0) await fill();
    const item = buffered.shift();
    if (item === undefined || state !== 'open') {
      close();
      return { done: true, value: undefined };
    }
    if (source.isLast(item)) state = 'last';
    return { done: false, value: item };
  }

  async function nextOrClose(): Promise<IteratorResult<Item>> {
    try {
      return await next();
    } catch (error) {
      close();
      throw error;
    }
  }

  return {
    next: () => {
      const answer = turn.then(nextOrClose);
      turn = answer.catch(() => undefined);
      return answer;
    },
    return: async () => {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
