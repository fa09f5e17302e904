import type { PrismaClient } from '../database/generated/client.js';
import { repeat } from '../lib/repeat.js';
import { hasKeys } from './authenticate.js';
import type { Credential } from './caller.js';

/** Together with how long a key is believed, less than the second in which a revoked key has to end. */
const EVERY_MS = 400;

/** What was opened without a key, as long as nobody had made one. No key has this id. */
const OPEN_DOOR = 'open';

/** Sockets, streams and requests under way, by what opened them. */
export type LiveKeys = AsyncDisposable & {
  /**
   * Calls `end` once the credential is good no more, unless it was let go before: a key is revoked or has expired, or
   * there is a key now and none was needed before. Returns how to let go.
   */
  hold(credential: Credential, end: () => void): () => void;
};

/** Asks the store about the keys that hold something here; about nothing while nothing is held. */
export function watchLiveKeys(prisma: PrismaClient, onError: (error: unknown) => void): LiveKeys {
  const held = new Map<string, Set<() => void>>();

  async function endRevoked(): Promise<void> {
    if (held.size === 0) return;
    const ended = await prisma.apiKey.findMany({
      where: { id: { in: [...held.keys()] }, OR: [{ revokedAt: { not: null } }, { expiresAt: { lte: new Date() } }] },
      select: { id: true },
    });
    for (const { id } of ended) endAll(id);
    if (held.has(OPEN_DOOR) && (await hasKeys(prisma))) endAll(OPEN_DOOR);
  }

  function endAll(opener: string): void {
    const ends = held.get(opener) ?? [];
    held.delete(opener);
    for (const end of ends) end();
  }

  const watch = repeat(endRevoked, EVERY_MS, onError);
  return {
    hold(credential, end) {
      if (credential.kind === 'admin key' || credential.kind === 'none') return () => undefined;
      const opener = credential.kind === 'open' ? OPEN_DOOR : credential.keyId;
      const ends = held.get(opener) ?? new Set();
      held.set(opener, ends.add(end));
      return () => {
        ends.delete(end);
        if (ends.size === 0 && held.get(opener) === ends) held.delete(opener);
      };
    },
    [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose](),
  };
}
