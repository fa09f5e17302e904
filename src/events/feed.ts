import { isStoreUnavailable } from '../database/store-unavailable.js';

/** Where a feed's items come from. */
export type FeedSource<Item> = {
  /** Calls the listener whenever reading may be worth while, until the returned function is called. */
  listen(listener: () => void): () => void;
  /**
   * The next items in order, a bounded number at a time; none when all are read; null when the source is gone. `more`:
   * others may follow already, whatever is announced.
   */
  read(): Promise<{ items: readonly Item[]; more: boolean } | null>;
  /** Whether nothing can follow this item. */
  isLast(item: Item): boolean;
};

/** Between two attempts to read a store that is away. */
const RETRY_MS = 500;

/**
 * Items in order, without a gap and without an end of their own: stored ones first, then live.
 *
 * The feed is pulled: it asks the store for the next few items when its reader asks for one, so a slow reader holds a
 * bounded number of items and delays nobody. What it listens to only says that asking again is worth while; what is said
 * during a read is remembered. While the store is away the feed waits for it. `return` and the signal end the feed at
 * once, also while it waits: an async generator would not settle before its next item.
 */
export function openFeed<Item>(source: FeedSource<Item>, signal: AbortSignal): AsyncIterableIterator<Item> {
  let buffered: readonly Item[] = [];
  let taken = 0;
  let changed = true;
  let state: 'open' | 'last' | 'closed' = 'open';
  let wake: (() => void) | null = null;
  /** A reader may ask again before it is answered: reads take turns, or two would bring the same items. */
  let turn: Promise<unknown> = Promise.resolve();

  const awaken = (): void => {
    wake?.();
    wake = null;
  };
  const awake = (): Promise<void> => new Promise((resolve) => (wake = resolve));
  const stopListening = source.listen(() => {
    changed = true;
    awaken();
  });
  const close = (): void => {
    state = 'closed';
    buffered = [];
    stopListening();
    signal.removeEventListener('abort', close);
    awaken();
  };
  signal.addEventListener('abort', close);
  if (signal.aborted) close();

  async function fill(): Promise<void> {
    if (!changed) await awake();
    if (state !== 'open') return;
    changed = false;
    const page = await read();
    if (page === null) return close();
    if (page.more) changed = true;
    [buffered, taken] = [state === 'open' ? page.items : [], 0];
  }

  async function read(): ReturnType<FeedSource<Item>['read']> {
    try {
      return await source.read();
    } catch (error) {
      if (!isStoreUnavailable(error)) throw error;
      const retry = setTimeout(awaken, RETRY_MS);
      await awake();
      clearTimeout(retry);
      return { items: [], more: true };
    }
  }

  async function next(): Promise<IteratorResult<Item>> {
    while (state === 'open' && taken === buffered.length) await fill();
    const item = buffered[taken];
    if (item === undefined || state !== 'open') {
      close();
      return { done: true, value: undefined };
    }
    taken += 1;
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
