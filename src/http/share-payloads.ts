import type { FormattedExecutionResult } from 'graphql';

/** Gives the JSON of an event as an operation shows it. Whoever asks with the same event and key shares one answer. */
export type SharePayloads = (
  event: object,
  key: string,
  execute: () => Promise<FormattedExecutionResult>,
) => Promise<string>;

/**
 * Subscriptions that look at the same event through the same document, variables and eyes share one execution and one
 * serialised payload. A payload lives as long as its event; the key has to name everything else that shapes it, the
 * caller first.
 */
export function sharePayloads(): SharePayloads {
  const payloads = new WeakMap<object, Map<string, Promise<string>>>();
  return (event, key, execute) => {
    const known = payloads.get(event) ?? new Map<string, Promise<string>>();
    payloads.set(event, known);
    const shared = known.get(key) ?? execute().then((result) => JSON.stringify(result));
    known.set(key, shared);
    return shared;
  };
}
