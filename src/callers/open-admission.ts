import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import { createAuthenticate, type Authenticate } from './authenticate.js';
import type { Caller } from './caller.js';
import { createKnownKeys } from './known-keys.js';
import { watchLiveKeys, type LiveKeys } from './live-keys.js';
import { ADMIN_CALLER, ensureCaller } from './named-caller.js';
import { createFindOpenCaller } from './open-caller.js';

/** Who may call. `isOpen`: whether everybody on this machine may, as nobody has made a key yet. */
export type CallerAdmission = AsyncDisposable & {
  authenticate: Authenticate;
  liveKeys: LiveKeys;
  isOpen: () => Promise<boolean>;
};

type Options = {
  prisma: PrismaClient;
  /** The operator's own key; null = there is none. */
  adminKey: string | null;
  pepper: Buffer;
  localCaller: Caller;
  logger: Logger;
};

export async function openAdmission(options: Options): Promise<CallerAdmission> {
  const { prisma, adminKey, pepper, localCaller, logger } = options;
  const fail = (error: unknown): void => logger.warn({ err: error }, 'a key could not be looked after');
  const admin = await ensureCaller(prisma, ADMIN_CALLER);
  const findOpenCaller = createFindOpenCaller(prisma, localCaller, adminKey !== null);
  const keys = createKnownKeys(prisma, fail);
  const liveKeys = watchLiveKeys(prisma, fail);
  return {
    authenticate: createAuthenticate({ keys, pepper, adminKey, findOpenCaller, admin }),
    liveKeys,
    isOpen: async () => (await findOpenCaller()) !== null,
    [Symbol.asyncDispose]: () => liveKeys[Symbol.asyncDispose](),
  };
}
