/**
 * Items in order, as they come. It is pulled: nothing is read before somebody asks. Besides what every async iterator can,
 * items can be taken without a promise for each: with thousands of feeds, promises are most of the cost.
 */
export type Feed<Item> = AsyncIterableIterator<Item> & {
  /** The next item, when it is here already. */
  take(): Item | null;
  /** Null as long as an item may follow; why it broke, or null when it simply came to its end. */
  ended(): { error: unknown } | null;
  /** Calls back once, as soon as there is something to take or the feed has ended. One at a time may wait. */
  whenReady(callback: () => void): void;
};

export function isFeed(value: object): value is Feed<object> {
  return 'take' in value && 'whenReady' in value;
}
