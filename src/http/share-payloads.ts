import type { FormattedExecutionResult } from 'graphql';

/**
 * Gives the JSON of an event as an operation shows it: at once, when it is there. Whoever asks with the same event and
 * key shares one answer.
 */
export type SharePayloads = (
  event: object,
  key: string,
  execute: (event: object) => Promise<FormattedExecutionResult>,
) => string | Promise<string>;

/**
 * Subscriptions that look at the same event through the same document, variables and eyes share one execution and one
 * serialised payload. A payload lives as long as its event; the key has to name everything else that shapes it, the
 * caller first.
 */
export function sharePayloads(): SharePayloads {
  const payloads = new WeakMap<object, Map<string, string | Promise<string>>>();
  return (event, key, execute) => {
    const known = payloads.get(event) ?? new Map<string, string | Promise<string>>();
    const ready = known.get(key);
    if (ready !== undefined) return ready;
    payloads.set(event, known);
    const payload = execute(event).then((result) => {
      const text = JSON.stringify(result);
      known.set(key, text);
      return text;
    });
    known.set(key, payload);
    return payload;
  };
}
