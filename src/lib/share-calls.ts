/** Asks a question under a key; equal keys may share one answer. */
export type ShareCalls<Answer> = (key: string, ask: () => Promise<Answer>) => Promise<Answer>;

/**
 * Lets equal questions share one answer. Whoever asks before the shared question is put joins it; it is put on the next
 * turn of the event loop, so that its answer is never older than any of those who share it. Nothing is remembered.
 */
export function shareCalls<Answer>(): ShareCalls<Answer> {
  const gathering = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const joined = gathering.get(key);
    if (joined !== undefined) return joined;
    const shared = new Promise((resolve) => setImmediate(resolve)).then(() => {
      gathering.delete(key);
      return ask();
    });
    gathering.set(key, shared);
    return shared;
  };
}
