import type { PrismaClient } from '../database/generated/client.js';
import type { ProviderName } from './task.js';

/** How many unfinished results belong to providers other than these. */
export async function countOrphans(
  prisma: PrismaClient,
  providers: readonly ProviderName[],
): Promise<{ provider: ProviderName; results: number }[]> {
  const groups = await prisma.videoResult.groupBy({
    by: ['provider'],
    where: { phase: { not: 'DONE' }, provider: { notIn: [...providers] } },
    _count: true,
  });
  return groups.map(({ provider, _count }) => ({ provider, results: _count }));
}
