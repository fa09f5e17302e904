import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';

/** Everybody on this machine, as long as there are no API keys. */
export const LOCAL_CALLER = 'local';
/** Whoever has the operator's own key. */
export const ADMIN_CALLER = 'admin';

/** The caller of a name, made when it is not there yet, by whichever of the nodes that start at once is first. */
export async function ensureCaller(prisma: PrismaClient, name: string): Promise<{ id: string; name: string }> {
  const caller = { id: newId('caller'), name, createdAt: new Date() };
  await prisma.caller.createMany({ data: [caller], skipDuplicates: true });
  return prisma.caller.findUniqueOrThrow({ where: { name }, select: { id: true, name: true } });
}
