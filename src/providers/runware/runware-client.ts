import { requestIdHeader } from '../../lib/trail.js';
import {
  createUpstreamClient,
  type BodyStream,
  type UpstreamAction,
  type UpstreamAnswer,
  type WatchUpstream,
} from '../upstream-client.js';
import type { RunwareTask } from './wire.js';

/** Sends arrays of tasks to Runware's only endpoint. Disposing closes its connections. */
export type RunwareClient = AsyncDisposable & {
  /** `requestId`: that of all the tasks; null when they have none in common. */
  send(
    action: UpstreamAction,
    tasks: readonly RunwareTask[],
    signal: AbortSignal,
    requestId?: string | null,
  ): Promise<UpstreamAnswer>;
  /** An upload: an array that is too large to be held in memory. */
  sendStream(stream: BodyStream, signal: AbortSignal, timeoutMs: number): Promise<UpstreamAnswer>;
};

export type RunwareClientOptions = {
  apiKey: string;
  /** With its version: https://api.runware.ai/v1 (runware.ai/docs). */
  baseUrl: string;
  /** For one request, from the first byte to the last. */
  timeoutMs: number;
  /** Default: nobody is told. */
  watch?: WatchUpstream;
};

/** The key travels as a Bearer token; an answer that repeats it is handed on without it. */
export function createRunwareClient({ apiKey, baseUrl, timeoutMs, ...told }: RunwareClientOptions): RunwareClient {
  const path = new URL(baseUrl).pathname === '/' ? '/' : '';
  const headers = { authorization: `Bearer ${apiKey}` };
  const client = createUpstreamClient({ baseUrl, headers, secrets: [apiKey], ...told });

  return {
    send(action, tasks, signal, requestId = null) {
      const about = requestIdHeader(requestId);
      return client.send({ action, method: 'POST', path, body: tasks, headers: about, timeoutMs }, signal);
    },
    sendStream(stream, signal, ownTimeoutMs) {
      return client.send({ action: 'upload', method: 'POST', path, stream, timeoutMs: ownTimeoutMs }, signal);
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}
