import { createClient } from '@redis/client';

const CONNECT_MS = 3_000;
const COMMAND_MS = 2_000;
const PING_MS = 5_000;
/** Longer than between two pings: a connection that is silent for so long is cut and opened anew. */
const SILENCE_MS = 12_000;
const LONGEST_WAIT_MS = 2_000;

/** A connection to Redis or Valkey that comes back by itself. While it is away, commands fail at once. */
export type Redis = ReturnType<typeof create>;

/** Opens the one connection of a node, in the background. Disposing ends it. `url`: such as redis://host:6379. */
export function openRedis(url: string): AsyncDisposable & { client: Redis } {
  const client = create(url);
  // Whoever uses it says what is missing while it is away: without any listener, an error would end the process.
  client.on('error', () => undefined);
  client.connect().catch(() => undefined);
  return { client, [Symbol.asyncDispose]: async () => client.destroy() };
}

function create(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    commandOptions: { timeout: COMMAND_MS },
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries) => Math.min(LONGEST_WAIT_MS, 50 * 2 ** Math.min(tries, 10)),
    },
  });
}
