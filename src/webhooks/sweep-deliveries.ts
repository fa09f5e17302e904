import type { PrismaClient } from '../database/generated/client.js';
import type { Logger } from '../lib/logger.js';
import { repeat, type Repetition } from '../lib/repeat.js';
import { REMEMBERED_MS } from './name-webhook.js';

const EVERY_MS = 10 * 60 * 1000;
const BATCH = 1_000;

/** Now and then: forgets what was told long ago. Any number of processes may do so at once. */
export function startDeliverySweep(prisma: PrismaClient, retentionMs: number | null, logger: Logger): Repetition {
  const sweep = async (): Promise<void> => {
    const swept = await sweepDeliveries(prisma, retentionMs);
    if (swept.deliveries + swept.webhooks > 0) logger.info(swept, 'deliveries were swept');
  };
  return repeat(sweep, EVERY_MS, (error) => logger.warn({ err: error }, 'a sweep of deliveries failed'));
}

/**
 * Deletes deliveries that ended and are older than the retention (null = for ever), and addresses that nothing leads to any
 * more. Returns how many of each.
 */
export async function sweepDeliveries(
  prisma: PrismaClient,
  retentionMs: number | null,
): Promise<{ deliveries: number; webhooks: number }> {
  const deliveries = retentionMs === null ? 0 : await deleteOld(prisma, retentionMs);
  const webhooks = await prisma.$executeRaw`
    DELETE FROM webhooks AS webhook
    WHERE named_at < now() - ${REMEMBERED_MS} * interval '1 millisecond'
      AND NOT EXISTS (SELECT FROM video_tasks WHERE webhook_id = webhook.id)
      AND NOT EXISTS (SELECT FROM webhook_deliveries WHERE webhook_id = webhook.id)`;
  return { deliveries, webhooks };
}

/** In portions: nobody waits long for any of them. */
async function deleteOld(prisma: PrismaClient, retentionMs: number): Promise<number> {
  for (let deleted = 0; ;) {
    const count = await prisma.$executeRaw`
      DELETE FROM webhook_deliveries WHERE id IN (
        SELECT id FROM webhook_deliveries
        WHERE created_at < now() - ${retentionMs} * interval '1 millisecond' AND status <> 'PENDING'
        ORDER BY created_at LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)`;
    deleted += count;
    if (count < BATCH) return deleted;
  }
}
