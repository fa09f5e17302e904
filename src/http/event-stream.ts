import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Proxies hang up on what is silent for a minute, some after half of it. */
const PING_MS = 12_000;

/** An open answer of server-sent events. */
export type EventStream = {
  /** Sends a payload, as JSON. Null when the next one may follow at once, else resolves when it may, or the reader has left. */
  send(payload: string): Promise<void> | null;
  /** `complete` tells the reader that nothing follows; a stream that only ends was cut off, and readers come back. */
  end(how: 'complete' | 'cut off'): void;
  /** Resolves when the reader has left, or the stream has ended. */
  closed: Promise<void>;
};

type CarriedHeaders = Readonly<Record<string, string | number | string[] | undefined>>;

/** Answers with a stream of events. `headers`: what the answer carries beside its own. */
export function openEventStream(response: ServerResponse, headers: CarriedHeaders): EventStream {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    // Proxies of one kind collect an answer before they pass it on, unless told.
    'x-accel-buffering': 'no',
  });
  response.write(':\n\n');
  const ping = setInterval(() => void response.write(':\n\n'), PING_MS);
  const closed = new Promise<void>((resolve) => {
    response.once('close', () => {
      clearInterval(ping);
      resolve();
    });
  });
  return {
    closed,
    send: (payload) => {
      if (response.destroyed || response.write(`event: next\ndata: ${payload}\n\n`)) return null;
      return Promise.race([closed, once(response, 'drain').then(() => undefined)]);
    },
    end: (how) => void response.end(how === 'complete' ? 'event: complete\ndata:\n\n' : undefined),
  };
}
