/** Listeners by the signal they wait for; the signal itself has one listener for all of them. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once a signal is aborted, at once when it is already, until the returned function is called. A signal may have
 * any number of these: its own list is searched from the beginning for each that comes or goes, so that ten thousand
 * listeners cost fifty million looks.
 */
export function whenAborted(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => undefined;
  }
  const listeners = waiting.get(signal) ?? listenOnce(signal);
  const listener = (): void => callback();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function listenOnce(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>();
  waiting.set(signal, listeners);
  const tell = (): void => {
    for (const listener of listeners) listener();
    listeners.clear();
  };
  signal.addEventListener('abort', tell, { once: true });
  return listeners;
}
