import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';

const LOCAL_CALLER = 'local';

/** The caller that everybody on this machine is, as long as there are no API keys. Made by the first start. */
export async function ensureLocalCaller(prisma: PrismaClient): Promise<{ id: string; name: string }> {
  const caller = await prisma.caller.upsert({
    where: { name: LOCAL_CALLER },
    update: {},
    create: { id: newId('caller'), name: LOCAL_CALLER, createdAt: new Date() },
  });
  return { id: caller.id, name: caller.name };
}
