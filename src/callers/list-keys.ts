import type { PrismaClient } from '../database/generated/client.js';
import { toApiKey, type ApiKey } from './api-key.js';

/** All keys, also those that are good no more, by caller and age. */
export async function listKeys(prisma: PrismaClient): Promise<ApiKey[]> {
  const rows = await prisma.apiKey.findMany({
    include: { caller: { select: { name: true } } },
    orderBy: [{ caller: { name: 'asc' } }, { createdAt: 'asc' }],
  });
  return rows.map(toApiKey);
}
