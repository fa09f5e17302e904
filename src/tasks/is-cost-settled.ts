import type { PrismaClient } from '../database/generated/client.js';

/**
 * Whether the costs of a finished task stand. One whose result failed or was cancelled while a provider was at work is
 * still asked about there: it may turn out to be free.
 */
export async function isCostSettled(prisma: PrismaClient, taskId: string): Promise<boolean> {
  const rows = await prisma.$queryRaw<object[]>`
    SELECT FROM video_results WHERE task_id = ${taskId} AND stopping AND status <> 'COMPLETED' AND cost ->> 'estimated' = 'true'
    LIMIT 1`;
  return rows.length === 0;
}
