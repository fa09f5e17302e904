import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import { createLocalBus, type Bus } from '../../src/events/bus.js';
import { openFeed, type FeedSource } from '../../src/events/feed.js';

const TOPIC = 'task:one';

/** A store of numbered items, from which a feed reads a few at a time, and which can be made to wait or to fail. */
function createStore(bus: Bus, readLimit = 2) {
  const items: number[] = [];
  const reads: number[] = [];
  let position = 0;
  let gate: Promise<void> = Promise.resolve();
  let failure: Error | null = null;
  return {
    reads,
    add(...more: number[]) {
      items.push(...more);
      bus.publish(TOPIC, items.length);
    },
    /** Reads from now on wait until the returned function is called. */
    hold(): () => void {
      let open = (): void => undefined;
      gate = new Promise((resolve) => (open = resolve));
      return open;
    },
    fail(error: Error | null) {
      failure = error;
    },
    source: {
      listen: (listener: () => void) => bus.subscribe(TOPIC, listener),
      async read(): ReturnType<FeedSource<number>['read']> {
        const found = items.slice(position, position + readLimit);
        reads.push(found.length);
        await gate;
        if (failure !== null) throw failure;
        position += found.length;
        return { items: found, more: found.length === readLimit };
      },
      isLast: (item: number) => item < 0,
    },
  };
}

function open(readLimit?: number) {
  const bus = createLocalBus();
  const store = createStore(bus, readLimit);
  const closing = new AbortController();
  return { bus, store, closing, feed: openFeed(store.source, closing.signal) };
}

async function take(feed: AsyncIterator<number>, count: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < count) {
    const { value, done } = await feed.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

test('stored items come first, then live ones, in order, until the last', async () => {
  const { bus, store, feed } = open();
  store.add(1, 2, 3);
  expect(await take(feed, 3)).toEqual([1, 2, 3]);
  const live = take(feed, 3);
  store.add(4);
  store.add(5, -6);
  expect(await live).toEqual([4, 5, -6]);
  expect(await feed.next()).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('what is announced during a read is not missed', async () => {
  const { store, feed } = open();
  const go = store.hold();
  const next = feed.next();
  await expect.poll(() => store.reads.length).toBe(1);
  store.add(1);
  go();
  expect(await next).toEqual({ done: false, value: 1 });
});

test('a message about nothing new brings nothing, and messages without a reader are one read', async () => {
  const { bus, store, feed } = open();
  store.add(1);
  await take(feed, 1);
  for (let count = 0; count < 1000; count += 1) bus.publish(TOPIC, 1);
  const before = store.reads.length;
  const next = feed.next();
  await expect.poll(() => store.reads.length).toBeGreaterThan(before);
  store.add(2);
  expect(await next).toEqual({ done: false, value: 2 });
  expect(store.reads.length - before).toBeLessThanOrEqual(3);
});

test('return settles at once while the feed waits, and so does what waited', async () => {
  const { bus, feed } = open();
  const waiting = feed.next();
  await expect.poll(() => bus.topics()).toEqual([TOPIC]);
  expect(await feed.return?.()).toEqual({ done: true, value: undefined });
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('return settles during a read that hangs, and what the read brings is dropped', async () => {
  const { bus, store, feed } = open();
  store.add(1);
  const go = store.hold();
  const waiting = feed.next();
  await expect.poll(() => store.reads.length).toBe(1);
  expect(await feed.return?.()).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
  go();
  expect(await waiting).toEqual({ done: true, value: undefined });
});

test('the signal ends a feed that waits', async () => {
  const { bus, closing, feed } = open();
  const waiting = feed.next();
  await expect.poll(() => bus.topics()).toEqual([TOPIC]);
  closing.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('the signal drops what was read but not taken', async () => {
  const { store, closing, feed } = open(10);
  store.add(1, 2, 3);
  expect(await take(feed, 1)).toEqual([1]);
  closing.abort();
  expect(await take(feed, 3)).toEqual([]);
});

test('a feed that is opened with an aborted signal is over and listens to nothing', async () => {
  const bus = createLocalBus();
  const store = createStore(bus);
  store.add(1);
  const feed = openFeed(store.source, AbortSignal.abort());
  expect(await feed.next()).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
  expect(store.reads).toEqual([]);
});

test('an error of the store reaches the reader once, and ends the feed', async () => {
  const { bus, store, feed } = open();
  store.fail(new Error('The store is gone.'));
  await expect(feed.next()).rejects.toThrow('The store is gone.');
  expect(await feed.next()).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('while the store is away the feed waits, and goes on where it was when it is back', async () => {
  const { store, feed } = open();
  store.add(1, 2);
  expect(await take(feed, 2)).toEqual([1, 2]);
  store.fail(Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' }));
  store.add(3);
  const before = store.reads.length;
  const rest = take(feed, 1);
  await expect.poll(() => store.reads.length).toBeGreaterThan(before + 1);
  store.fail(null);
  expect(await rest).toEqual([3]);
});

test('return settles at once while the store is away', async () => {
  const { bus, store, feed } = open();
  store.fail(Object.assign(new Error('connect ECONNREFUSED'), { syscall: 'connect' }));
  const waiting = feed.next();
  await expect.poll(() => store.reads.length).toBe(1);
  expect(await feed.return?.()).toEqual({ done: true, value: undefined });
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('a feed whose source is gone ends', async () => {
  const bus = createLocalBus();
  const listen = (listener: () => void) => bus.subscribe(TOPIC, listener);
  const source = { listen, read: async () => null, isLast: () => false };
  const feed = openFeed<number>(source, new AbortController().signal);
  expect(await feed.next()).toEqual({ done: true, value: undefined });
  expect(bus.topics()).toEqual([]);
});

test('a slow reader holds a bounded number of items, whatever is written meanwhile', async () => {
  const { bus, store, feed } = open(50);
  store.add(...Array.from({ length: 50 }, (_, index) => index));
  expect(await take(feed, 1)).toEqual([0]);
  for (let count = 50; count < 20_000; count += 1) store.add(count);
  expect(store.reads).toEqual([50]);
  const fast = openFeed(createStore(bus).source, new AbortController().signal);
  await fast.return?.();
  expect(await take(feed, 19_999)).toEqual(Array.from({ length: 19_999 }, (_, index) => index + 1));
  await feed.return?.();
  expect(bus.topics()).toEqual([]);
});

test('readers that ask several times at once get every item once, in order', async () => {
  const { store, feed } = open();
  const asked = Promise.all([feed.next(), feed.next(), feed.next(), feed.next()]);
  store.add(1, 2, 3);
  store.add(4);
  expect((await asked).map(({ value }) => value)).toEqual([1, 2, 3, 4]);
});

test('return lets go of every reader that asked', async () => {
  const { bus, feed } = open();
  const asked = Promise.all([feed.next(), feed.next(), feed.next()]);
  await expect.poll(() => bus.topics()).toEqual([TOPIC]);
  await feed.return?.();
  expect((await asked).map(({ done }) => done)).toEqual([true, true, true]);
});

test('a hundred feeds have one listener at their signal, and none at the bus when they have ended', async () => {
  const bus = createLocalBus();
  const { signal } = new AbortController();
  const feeds = Array.from({ length: 100 }, () => openFeed(createStore(bus).source, signal));
  expect(bus.topics()).not.toEqual([]);
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  for (const feed of feeds) await feed.return?.();
  expect(bus.topics()).toEqual([]);
});
