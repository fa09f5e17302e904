import { createUpstreamClient, type BodyStream, type UpstreamAnswer } from '../upstream-client.js';
import type { RunwareTask } from './wire.js';

/** Sends arrays of tasks to Runware's only endpoint. Disposing closes its connections. */
export type RunwareClient = AsyncDisposable & {
  send(tasks: readonly RunwareTask[], signal: AbortSignal, timeoutMs?: number): Promise<UpstreamAnswer>;
  /** The same for an array that is too large to be held in memory. */
  sendStream(stream: BodyStream, signal: AbortSignal, timeoutMs: number): Promise<UpstreamAnswer>;
};

export type RunwareClientOptions = {
  apiKey: string;
  /** With its version: https://api.runware.ai/v1 (runware.ai/docs). */
  baseUrl: string;
  /** For one request, from the first byte to the last. */
  timeoutMs: number;
};

/** The key travels as a Bearer token; an answer that repeats it is handed on without it. */
export function createRunwareClient({ apiKey, baseUrl, timeoutMs }: RunwareClientOptions): RunwareClient {
  const path = new URL(baseUrl).pathname === '/' ? '/' : '';
  const client = createUpstreamClient({ baseUrl, headers: { authorization: `Bearer ${apiKey}` }, secrets: [apiKey] });

  return {
    send(tasks, signal, ownTimeoutMs = timeoutMs) {
      return client.send({ method: 'POST', path, body: tasks, timeoutMs: ownTimeoutMs }, signal);
    },
    sendStream(stream, signal, ownTimeoutMs) {
      return client.send({ method: 'POST', path, stream, timeoutMs: ownTimeoutMs }, signal);
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}
