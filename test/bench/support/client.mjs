import { createClient } from 'graphql-ws';
import { Pool } from 'undici';
import { WebSocket } from 'ws';
import { z } from 'zod';

const answer = z.object({ data: z.any(), errors: z.unknown().optional() });

/** @typedef {(query: string, variables?: Record<string, unknown>) => Promise<any>} Request */

/**
 * GraphQL over HTTP with as many connections as are needed at once. The function returns data and throws on errors.
 * @param {import('./scope.mjs').Scope} scope
 * @param {string} url
 * @param {number} connections
 * @returns {Request}
 */
export function openHttp(scope, url, connections) {
  const pool = new Pool(url, { connections, pipelining: 1 });
  scope.defer(() => pool.destroy());
  return async (query, variables = {}) => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = answer.parse(await body.json());
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** A stock graphql-ws client. @param {import('./scope.mjs').Scope} scope @param {string} url */
export function openSocket(scope, url) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  scope.defer(() => client.dispose());
  return client;
}

/**
 * Calls `onData` with every message of a subscription. Resolves when it completes, or when the returned `stop` is called.
 * @param {import('graphql-ws').Client} client
 * @param {string} query
 * @param {Record<string, unknown>} variables
 * @param {(data: any) => void} onData
 */
export function subscribe(client, query, variables, onData) {
  /** @type {() => void} */
  let stop = () => undefined;
  const done = new Promise((resolve, reject) => {
    stop = client.subscribe(
      { query, variables },
      {
        next: ({ data, errors }) => (errors === undefined ? onData(data) : reject(new Error(JSON.stringify(errors)))),
        error: (error) => reject(new Error(`The subscription failed: ${describe(error)}`, { cause: error })),
        complete: () => resolve(undefined),
      },
    );
  });
  return { done, stop };
}

/** What graphql-ws hands over: an Error, a socket's error or close event, or GraphQL errors. @param {unknown} error */
function describe(error) {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('message' in error) return String(error.message);
  if ('code' in error) return `closed with ${String(error.code)}`;
  return JSON.stringify(error);
}
