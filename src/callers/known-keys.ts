import { LRUCache } from 'lru-cache';
import type { PrismaClient } from '../database/generated/client.js';
import type { ApiKeyModel } from '../database/generated/models.js';

/** How long what was read of a key is believed: half of the second in which a revoked key has to end. */
const BELIEVED_MS = 500;
const NOTED_EVERY_MS = 60_000;

type KnownKey = ApiKeyModel & { caller: { id: string; name: string } };

/** Reads keys by their ids. */
export type KnownKeys = {
  /** Null when there is no such key. */
  find(id: string): Promise<KnownKey | null>;
  /** Notes that a key was used, at most once a minute. */
  noteUse(key: KnownKey): void;
};

/** One read serves all requests of half a second. Ids that nobody has are remembered too, a bounded number of them. */
export function createKnownKeys(prisma: PrismaClient, onError: (error: unknown) => void): KnownKeys {
  const read = new LRUCache<string, { found: Promise<KnownKey | null> }>({ max: 10_000, ttl: BELIEVED_MS });
  const noted = new LRUCache<string, true>({ max: 10_000, ttl: NOTED_EVERY_MS });
  return {
    find(id) {
      const known = read.get(id);
      if (known !== undefined) return known.found;
      const found = prisma.apiKey.findUnique({
        where: { id },
        include: { caller: { select: { id: true, name: true } } },
      });
      read.set(id, { found });
      found.catch(() => read.delete(id));
      return found;
    },
    noteUse({ id }) {
      if (noted.has(id)) return;
      noted.set(id, true);
      prisma.apiKey.update({ where: { id }, data: { lastUsedAt: new Date() } }).catch(onError);
    },
  };
}
