import type { PrismaClient } from '../database/generated/client.js';
import type { Held } from './claim-deliveries.js';
import type { DeliveryStatus, WebhookAttempt } from './delivery.js';

/** What follows an attempt: another one, so long after it, or the end. */
export type Next = { kind: 'again'; inMs: number } | { kind: 'over'; status: Exclude<DeliveryStatus, 'PENDING'> };

/** What came of an attempt; it began `latencyMs` ago. */
export type AttemptOutcome = Omit<WebhookAttempt, 'at'>;

/** Writes an attempt and what follows it, in one statement. Nothing is written when the claim was taken over. */
export async function recordAttempt(
  prisma: PrismaClient,
  { id, lease }: Held,
  { latencyMs, statusCode, error, responseExcerpt }: AttemptOutcome,
  next: Next,
): Promise<void> {
  const status: DeliveryStatus = next.kind === 'again' ? 'PENDING' : next.status;
  const inMs = next.kind === 'again' ? next.inMs : null;
  await prisma.$executeRaw`
    WITH delivery AS (
      UPDATE webhook_deliveries
      SET lease = NULL, status = ${status}::"WebhookDeliveryStatus", attempts = attempts + 1,
        failures = failures + ${error === null ? 0 : 1}::int,
        line = CASE WHEN ${inMs}::float8 IS NOT NULL THEN line END, due_at = now() + ${inMs}::float8 * interval '1 millisecond'
      WHERE id = ${id} AND lease = ${lease}::uuid
      RETURNING id, attempts
    )
    INSERT INTO webhook_attempts (delivery_id, number, at, latency_ms, status_code, error, response_excerpt)
    SELECT id, attempts, now() - ${latencyMs}::int * interval '1 millisecond', ${latencyMs}::int, ${statusCode}::int,
      ${error}, ${responseExcerpt}
    FROM delivery`;
}

/** Ends a delivery without an attempt, as its address is gone. */
export async function recordDisabled(prisma: PrismaClient, { id, lease }: Held): Promise<void> {
  await prisma.$executeRaw`
    UPDATE webhook_deliveries SET status = 'DISABLED', lease = NULL, line = NULL, due_at = NULL
    WHERE id = ${id} AND lease = ${lease}::uuid`;
}

/** Nothing is sent to an address any more that has answered that it is gone, until its caller names it again. */
export async function disableWebhook(prisma: PrismaClient, webhookId: string): Promise<void> {
  await prisma.$executeRaw`
    WITH webhook AS (UPDATE webhooks SET disabled_at = now() WHERE id = ${webhookId} RETURNING id)
    UPDATE webhook_deliveries AS delivery SET status = 'DISABLED', line = NULL, due_at = NULL
    FROM webhook WHERE delivery.webhook_id = webhook.id AND delivery.status = 'PENDING' AND delivery.lease IS NULL`;
}
