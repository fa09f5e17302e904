import type { PrismaClient } from '../database/generated/client.js';

/** Those of the start keys whose results still need what was made under them: unfinished ones, and not yet let go. */
export async function findLiveStartKeys(
  prisma: PrismaClient,
  startKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  const isLive = { OR: [{ phase: { not: 'DONE' as const } }, { stopping: true }] };
  const where = { startKey: { in: [...startKeys] }, ...isLive };
  const rows = await prisma.videoResult.findMany({ where, select: { startKey: true } });
  return new Set(rows.map(({ startKey }) => startKey));
}
