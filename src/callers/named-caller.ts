import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';

/** Everybody on this machine, as long as there are no API keys. */
export const LOCAL_CALLER = 'local';
/** Whoever has the operator's own key. */
export const ADMIN_CALLER = 'admin';

/** The caller of a name, made when it is not there yet. */
export async function ensureCaller(prisma: PrismaClient, name: string): Promise<{ id: string; name: string }> {
  const caller = await prisma.caller.upsert({
    where: { name },
    update: {},
    create: { id: newId('caller'), name, createdAt: new Date() },
  });
  return { id: caller.id, name: caller.name };
}
