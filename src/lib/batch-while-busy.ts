/** How batches are handled. */
export type BatchOptions<Item, Answer> = {
  /** Items in one batch, at most. */
  limit: number;
  /** Gets 1 to `limit` items of one key, and returns how to find the answer to each. */
  handle: (key: string, items: readonly Item[]) => Promise<(item: Item) => Answer>;
  /**
   * Whether a batch failed for one of its items, and without a trace: then each of them is handed over again, alone. Any
   * other failure is one for those behind it too, who would wait as long for the same.
   */
  isOfOneItem: (error: unknown) => boolean;
};

/**
 * Hands items over in batches. An item that comes at rest goes at once, alone; those that come while a batch of the same
 * key is under way go together with the next one, in their order.
 */
export function batchWhileBusy<Item, Answer>({
  limit,
  handle,
  isOfOneItem,
}: BatchOptions<Item, Answer>): (key: string, item: Item) => Promise<Answer> {
  type Waiting = { item: Item; resolve(answer: Answer): void; reject(error: unknown): void };
  /** A key without a line is at rest. */
  const lines = new Map<string, Waiting[]>();

  async function handOver(key: string, line: Waiting[]): Promise<void> {
    while (line.length > 0) await settle(key, line.splice(0, limit), line);
    lines.delete(key);
  }

  async function settle(key: string, batch: readonly Waiting[], behind: Waiting[]): Promise<void> {
    try {
      const items = batch.map(({ item }) => item);
      const answerTo = await handle(key, items);
      for (const { item, resolve } of batch) resolve(answerTo(item));
    } catch (error) {
      if (!isOfOneItem(error)) for (const { reject } of [...batch, ...behind.splice(0)]) reject(error);
      else if (batch.length === 1) batch[0]?.reject(error);
      else for (const each of batch) await settle(key, [each], behind);
    }
  }

  return (key, item) =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject };
      const line = lines.get(key);
      if (line !== undefined) return void line.push(waiting);
      const started = [waiting];
      lines.set(key, started);
      void handOver(key, started);
    });
}
