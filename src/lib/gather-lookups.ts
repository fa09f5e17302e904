/** Looks up what an owner has under a key; null when there is nothing. */
export type Lookup<Value> = (owner: string, key: string) => Promise<Value | null>;

/** How look-ups are put together. */
export type GatherOptions<Value> = {
  /** Keys in one question, at most. */
  limit: number;
  /** Questions of one owner under way at the same time, at most. More of them would be smaller, and not faster. */
  atOnce: number;
  /** Gets each key once, and returns what the owner has, by key. */
  find: (owner: string, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
};

/**
 * Gathers look-ups into one question for each owner. It is put on the next turn of the event loop, or once one of those
 * under way is answered, and serves whoever came before that: no answer is older than its look-up. Equal keys get the
 * same value. Nothing is remembered. A question that fails fails for those behind it too, who would wait as long for the
 * same.
 */
export function gatherLookups<Value>({ limit, atOnce, find }: GatherOptions<Value>): Lookup<Value> {
  type Waiting = { key: string; resolve(value: Value | null): void; reject(error: unknown): void };
  type Line = { waiting: Waiting[]; underWay: number };
  const lines = new Map<string, Line>();

  function askForAll(owner: string, line: Line): void {
    while (line.waiting.length > 0 && line.underWay < atOnce) void ask(owner, line, line.waiting.splice(0, limit));
    if (line.underWay === 0) lines.delete(owner);
  }

  async function ask(owner: string, line: Line, served: readonly Waiting[]): Promise<void> {
    line.underWay += 1;
    try {
      const found = await find(owner, [...new Set(served.map(({ key }) => key))]);
      for (const { key, resolve } of served) resolve(found.get(key) ?? null);
    } catch (error) {
      for (const { reject } of [...served, ...line.waiting.splice(0)]) reject(error);
    }
    line.underWay -= 1;
    askForAll(owner, line);
  }

  return (owner, key) =>
    new Promise((resolve, reject) => {
      const line = lines.get(owner) ?? { waiting: [], underWay: 0 };
      lines.set(owner, line);
      if (line.waiting.push({ key, resolve, reject }) === 1) setImmediate(askForAll, owner, line);
    });
}
