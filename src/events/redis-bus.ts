import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../lib/json.js';
import type { Logger } from '../lib/logger.js';
import type { Redis } from '../lib/open-redis.js';
import { createLocalBus, type Bus } from './bus.js';

export type RedisBusOptions = {
  client: Redis;
  /** Nodes of one database share a channel; other databases may use the same Redis. */
  channel: string;
  logger: Logger;
};

/** What one node tells the others: topics and their versions, as many as changed since it last spoke. */
const message = z.object({ from: z.string(), changes: z.array(z.tuple([z.string(), z.number()])) });

/** How long until it is tried again to listen. */
const LISTEN_AGAIN_MS = 2_000;

/**
 * A bus between processes, over Redis or Valkey. Listeners of the same process hear at once. While Redis is away or slow
 * nothing waits for it: what cannot be sent is dropped, and the sweep finds it in the store.
 */
export function openRedisBus({ client, channel, logger }: RedisBusOptions): Bus & AsyncDisposable {
  const local = createLocalBus();
  const node = randomUUID();
  let state: 'here' | 'away' | 'never seen' = 'never seen';
  let isListening = false;
  const waiting = new Map<string, number>();
  let speaking: Promise<void> | null = null;

  const hear = (text: string): void => {
    const heard = message.safeParse(parseJson(text));
    if (!heard.success) return logger.warn({ channel }, 'somebody else speaks on the channel of the bus');
    if (heard.data.from === node) return;
    for (const [topic, version] of heard.data.changes) local.publish(topic, version);
  };

  async function speak(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.size > 0) {
      const changes = [...waiting];
      waiting.clear();
      await client.publish(channel, JSON.stringify({ from: node, changes })).catch(() => waiting.clear());
    }
    speaking = null;
  }

  /** The client itself listens again after later connections, but not before it has once. */
  function listen(): void {
    if (isListening || !client.isReady) return;
    client.subscribe(channel, hear).then(
      () => (isListening = true),
      (error: unknown) => {
        tellAway(error);
        setTimeout(listen, LISTEN_AGAIN_MS).unref();
      },
    );
  }

  client.on('ready', () => {
    if (state === 'away') logger.info('the bus is back');
    state = 'here';
    listen();
  });
  client.on('error', tellAway);
  function tellAway(error: unknown): void {
    if (state === 'away') return;
    state = 'away';
    logger.warn({ err: error }, 'the bus is away: what other nodes do is seen with the next sweep');
  }
  if (client.isReady) listen();

  return {
    publish(topic, version) {
      local.publish(topic, version);
      if (!client.isReady) return;
      waiting.set(topic, Math.max(version, waiting.get(topic) ?? 0));
      speaking ??= speak();
    },
    publishHere: local.publish,
    subscribe: local.subscribe,
    topics: local.topics,
    [Symbol.asyncDispose]: async () => {
      await speaking;
    },
  };
}
