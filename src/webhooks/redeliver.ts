import type { PrismaClient } from '../database/generated/client.js';
import { isUnstorable } from '../tasks/text-limits.js';

/**
 * Sends a delivery again now, with the same id and event, and lets its schedule begin anew, whatever became of it. One that
 * is on its way just now is left alone. An address that had answered that it is gone is in use again. False when the caller
 * has no such delivery.
 */
export async function redeliver(prisma: PrismaClient, callerId: string, id: string): Promise<boolean> {
  if (isUnstorable(id)) return false;
  const webhooks = await prisma.$queryRaw<object[]>`
    WITH asked AS (
      SELECT id, webhook_id FROM webhook_deliveries WHERE id = ${id} AND caller_id = ${callerId}
    ), again AS (
      UPDATE webhook_deliveries AS delivery
      SET status = 'PENDING', failures = 0, queued_at = now(), due_at = now(), lease = NULL, line = webhook.receiver
      FROM asked, webhooks AS webhook
      WHERE delivery.id = asked.id AND webhook.id = asked.webhook_id
        AND (delivery.lease IS NULL OR delivery.due_at < now())
    )
    UPDATE webhooks SET disabled_at = NULL WHERE id = (SELECT webhook_id FROM asked)
    RETURNING id`;
  return webhooks.length > 0;
}
