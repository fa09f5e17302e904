import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const LONGEST_WAIT_MS = 10_000;
/** The close code of a key that is not accepted (graphql-transport-ws). */
const FORBIDDEN = 4403;

/** The way to the API: requests over HTTP, subscriptions over a WebSocket at the same path. */
export type Connection = { fetcher: Fetcher; close: () => void };

/**
 * Opens nothing yet: the socket follows with the first subscription, closes with the last one, and comes back by
 * itself when it is lost. `onConnected` hears each of these changes.
 */
export function createConnection(apiKey: string | null, onConnected: (connected: boolean) => void): Connection {
  const authorization = apiKey === null ? null : `Bearer ${apiKey}`;
  const url = new URL('/graphql', window.location.href);
  const wsClient = createClient({
    url: url.href.replace(/^http/, 'ws'),
    lazy: true,
    connectionParams: authorization === null ? {} : { authorization },
    retryAttempts: Infinity,
    // Waiting does not make a refused key valid, and the person should read about it.
    shouldRetry: (reason) => !(reason instanceof CloseEvent && reason.code === FORBIDDEN),
    retryWait: async (retries) => {
      const longestMs = Math.min(LONGEST_WAIT_MS, 500 * 2 ** retries);
      await new Promise((resolve) => setTimeout(resolve, longestMs * (0.5 + Math.random() / 2)));
    },
    on: { connected: () => onConnected(true), closed: () => onConnected(false) },
  });
  const fetcher = createGraphiQLFetcher({
    url: url.href,
    wsClient,
    fetch: (input, init) => fetch(input, { ...init, headers: withAuthorization(init?.headers, authorization) }),
    enableIncrementalDelivery: false,
  });
  return { fetcher, close: () => void wsClient.dispose() };
}

/** What the headers pane says goes before the key of the bar. */
function withAuthorization(given: HeadersInit | undefined, authorization: string | null): Headers {
  const headers = new Headers(given);
  if (authorization !== null && !headers.has('authorization')) headers.set('authorization', authorization);
  return headers;
}
