import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { PUBLIC_HOST, type Cluster } from './start-cluster.js';
import type { PaidStart } from './start-services.js';

const EVERY_MS = 100;
const AFTER_MS = 400;
const TRIES = 5;

/**
 * Calls back for every start as its service would, at whichever api node answers: the public name leads to no machine
 * here. Disposing stops it. `delivered` tells how many were taken.
 */
export function passCallbacks({ services, apis }: Cluster): AsyncDisposable & { delivered(): number } {
  const stopping = new AbortController();
  // Every callback under way listens to it.
  setMaxListeners(0, stopping.signal);
  const seen = new Set<string>();
  const sending = new Set<Promise<void>>();
  let delivered = 0;

  async function send({ id, callbackUrl }: PaidStart): Promise<void> {
    const { pathname } = new URL(callbackUrl ?? '');
    for (let number = 0; number < TRIES && !stopping.signal.aborted; number += 1) {
      await pause(AFTER_MS * (number + 1), null, { signal: stopping.signal }).catch(() => undefined);
      const node = apis[(seen.size + number) % apis.length];
      if (node?.isRunning() === true && (await post(`${node.url}${pathname}`, { id }))) {
        delivered += 1;
        return;
      }
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      for (const start of services.starts()) {
        if (start.callbackUrl === null || seen.has(start.id)) continue;
        seen.add(start.id);
        const sent = send(start).finally(() => sending.delete(sent));
        sending.add(sent);
      }
      await pause(EVERY_MS, null, { signal: stopping.signal }).catch(() => undefined);
    }
    await Promise.all(sending);
  }

  const done = run();
  return {
    delivered: () => delivered,
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await done;
    },
  };
}

/** Whether a callback was taken. The body tells nothing: it is a nudge. */
export async function post(url: string, body: unknown): Promise<boolean> {
  const headers = { host: PUBLIC_HOST, 'content-type': 'application/json' };
  const options = { method: 'POST', headers, body: JSON.stringify(body), headersTimeout: 15_000 } as const;
  try {
    const answer = await request(url, options);
    await answer.body.dump();
    return answer.statusCode < 300;
  } catch {
    return false;
  }
}
