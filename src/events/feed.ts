import { isStoreUnavailable } from '../database/store-unavailable.js';
import type { Feed } from '../lib/feed.js';
import { iterateFeed } from '../lib/iterate-feed.js';
import { whenAborted } from '../lib/when-aborted.js';

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
 * The feed asks the store for the next few items when its reader waits for one, so a slow reader holds a bounded number
 * of items and delays nobody. What it listens to only says that asking again is worth while; what is said during a read
 * is remembered. While the store is away the feed waits for it. `return` and the signal end the feed at once, also while
 * it waits.
 */
export function openFeed<Item>(source: FeedSource<Item>, signal: AbortSignal): Feed<Item> {
  let buffered: readonly Item[] = [];
  let taken = 0;
  let changed = true;
  let reading = false;
  /** `last`: nothing can follow the item that was taken last. */
  let state: 'open' | 'last' | 'closed' = 'open';
  let error: unknown = null;
  let waiting: (() => void) | null = null;
  let retry: NodeJS.Timeout | null = null;
  let stopWaiting = (): void => undefined;

  const isEmpty = (): boolean => taken === buffered.length;

  function close(): void {
    if (state === 'closed') return;
    state = 'closed';
    buffered = [];
    taken = 0;
    stopListening();
    stopWaiting();
    if (retry !== null) clearTimeout(retry);
    tell();
  }

  function tell(): void {
    const told = waiting;
    waiting = null;
    told?.();
  }

  /** Reads when somebody waits and there may be something; an answer that brings nothing is no reason to stop waiting. */
  function readOn(): void {
    if (waiting === null || reading || !changed || state === 'closed') return;
    changed = false;
    reading = true;
    source.read().then(fill, failToRead);
  }

  function fill(page: Awaited<ReturnType<FeedSource<Item>['read']>>): void {
    reading = false;
    if (state === 'closed') return;
    if (page === null) return close();
    [buffered, taken] = [page.items, 0];
    if (page.more) changed = true;
    if (isEmpty()) readOn();
    else tell();
  }

  function failToRead(reason: unknown): void {
    reading = false;
    if (state === 'closed') return;
    changed = true;
    if (isStoreUnavailable(reason)) {
      retry = setTimeout(readAgain, RETRY_MS);
      return;
    }
    error = reason;
    close();
  }

  function readAgain(): void {
    retry = null;
    readOn();
  }

  const stopListening = source.listen(() => {
    changed = true;
    if (retry === null) readOn();
  });
  stopWaiting = whenAborted(signal, close);

  return iterateFeed({
    take() {
      const item = buffered[taken];
      if (item === undefined) return null;
      taken += 1;
      if (source.isLast(item)) state = 'last';
      return item;
    },
    ended() {
      if (state === 'last' && isEmpty()) close();
      return state === 'closed' ? { error } : null;
    },
    whenReady(callback) {
      waiting = callback;
      if (!isEmpty() || state !== 'open') tell();
      else readOn();
    },
    close,
  });
}
