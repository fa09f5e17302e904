import type { Feed } from './feed.js';

type Asker<Item> = { resolve: (result: IteratorResult<Item>) => void; reject: (error: unknown) => void };

/** Lets a feed be read as an async iterator as well. Readers may ask several times at once; each item goes to one. */
export function iterateFeed<Item>({
  close,
  ...feed
}: Pick<Feed<Item>, 'take' | 'ended' | 'whenReady'> & { close: () => void }): Feed<Item> {
  const askers: Asker<Item>[] = [];
  let hasFailed = false;

  function serve(): void {
    for (let asker = askers[0]; asker !== undefined; asker = askers[0]) {
      const item = feed.take();
      const end = item === null ? feed.ended() : null;
      if (item === null && end === null) return feed.whenReady(serve);
      askers.shift();
      if (item !== null) asker.resolve({ done: false, value: item });
      else settle(asker, end?.error ?? null);
    }
  }

  /** Only the first reader is told why a feed broke. */
  function settle({ resolve, reject }: Asker<Item>, error: unknown): void {
    if (error === null || hasFailed) return resolve({ done: true, value: undefined });
    hasFailed = true;
    reject(error);
  }

  return {
    ...feed,
    next: () =>
      new Promise((resolve, reject) => {
        askers.push({ resolve, reject });
        if (askers.length === 1) serve();
      }),
    return: async () => {
      close();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
