import { LRUCache } from 'lru-cache';
import type { PrismaClient } from '../database/generated/client.js';
import { hasLimits, readLimits } from './caller-limits.js';

/** How long it is believed that a caller has no limits, where another node may have set some. */
const BELIEVED_MS = 500;

/** Whether callers have limits at all; most have none, and are spared counting. */
export type KnownLimits = {
  areThere(callerId: string): Promise<boolean>;
  /** Somebody has set limits here. */
  forget(): void;
};

export function createKnownLimits(prisma: PrismaClient): KnownLimits {
  const known = new LRUCache<string, { answer: Promise<boolean> }>({ max: 10_000, ttl: BELIEVED_MS });
  return {
    areThere(callerId) {
      const remembered = known.get(callerId);
      if (remembered !== undefined) return remembered.answer;
      const answer = readLimits(prisma, callerId).then(hasLimits);
      known.set(callerId, { answer });
      answer.catch(() => known.delete(callerId));
      return answer;
    },
    forget: () => known.clear(),
  };
}
