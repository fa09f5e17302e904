import type { PrismaClient } from '../database/generated/client.js';
import { hasKeys } from './authenticate.js';
import type { Caller } from './caller.js';

/** How long it is believed that nobody has made a key: until then, the first key does not close the door. */
const BELIEVED_MS = 500;

/**
 * The caller that everybody on this machine is, as long as there are no keys and the operator has none either. Once
 * there is a key the door stays closed, also when that key is revoked.
 */
export function createFindOpenCaller(
  prisma: PrismaClient,
  local: Caller,
  hasAdminKey: boolean,
): () => Promise<Caller | null> {
  let isOpen = !hasAdminKey;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();
  return async () => {
    if (isOpen && performance.now() - askedAt > BELIEVED_MS) {
      askedAt = performance.now();
      asking = hasKeys(prisma).then((closed) => void (isOpen &&= !closed));
    }
    await asking;
    return isOpen ? local : null;
  };
}
