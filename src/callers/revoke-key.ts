import type { PrismaClient } from '../database/generated/client.js';
import { toApiKey, type ApiKey } from './api-key.js';

/**
 * Ends a key: within a second no node takes it any more, and its sockets and requests under way are ended. Revoking it
 * again changes nothing. Null when there is no such key.
 */
export async function revokeKey(prisma: PrismaClient, id: string): Promise<ApiKey | null> {
  await prisma.apiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
  const row = await prisma.apiKey.findUnique({ where: { id }, include: { caller: { select: { name: true } } } });
  return row === null ? null : toApiKey(row);
}
