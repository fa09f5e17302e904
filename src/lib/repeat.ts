/** Something that happens again and again until it is disposed. */
export type Repetition = AsyncDisposable;

/**
 * Runs a task now and again, `everyMs` after it last ended, never twice at once. Errors go to `onError`. Disposing waits
 * for a run under way. The timer keeps no process alive.
 */
export function repeat(task: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void): Repetition {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();

  const run = (): void => {
    running = task()
      .then(() => undefined, onError)
      .then(() => {
        if (!stopped) timer = setTimeout(run, everyMs).unref();
      });
  };
  run();
  return {
    [Symbol.asyncDispose]: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      return running;
    },
  };
}
