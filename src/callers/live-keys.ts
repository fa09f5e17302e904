import type { PrismaClient } from '../database/generated/client.js';
import { repeat } from '../lib/repeat.js';

/** Together with how long a key is believed, less than the second in which a revoked key has to end. */
const EVERY_MS = 400;

/** Sockets, streams and requests under way, by the keys that opened them. */
export type LiveKeys = AsyncDisposable & {
  /** Calls `end` once the key is revoked or has expired, unless it was let go before. Returns how to let go. */
  hold(keyId: string, end: () => void): () => void;
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
    for (const { id } of ended) {
      const ends = held.get(id) ?? [];
      held.delete(id);
      for (const end of ends) end();
    }
  }

  const watch = repeat(endRevoked, EVERY_MS, onError);
  return {
    hold(keyId, end) {
      const ends = held.get(keyId) ?? new Set();
      held.set(keyId, ends.add(end));
      return () => {
        ends.delete(end);
        if (ends.size === 0 && held.get(keyId) === ends) held.delete(keyId);
      };
    },
    [Symbol.asyncDispose]: () => watch[Symbol.asyncDispose](),
  };
}
