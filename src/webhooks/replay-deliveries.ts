import type { PrismaClient } from '../database/generated/client.js';
import type { DeliveryStatus } from './delivery.js';

/** How many deliveries one replay sends again at most. */
const LIMIT = 1_000;

/** Which deliveries are sent again: those of events from a moment on, and before another one. */
export type ReplayWindow = { from: Date; to: Date; statuses: readonly Exclude<DeliveryStatus, 'PENDING'>[] };

/** `nextFrom`: the moment of the first event that was left for the next replay; null when none was. */
export type Replayed = { replayed: number; nextFrom: Date | null };

/** Sends what ended within a window again, oldest first, each with its id and event, as `redeliver` does for one. */
export async function replayDeliveries(
  prisma: PrismaClient,
  callerId: string,
  { from, to, statuses }: ReplayWindow,
): Promise<Replayed> {
  const rows = await prisma.$queryRaw<{ replayed: number; nextFrom: Date | null }[]>`
    WITH ended AS MATERIALIZED (
      SELECT id, webhook_id, created_at, ROW_NUMBER() OVER (ORDER BY created_at, id) AS nth FROM webhook_deliveries
      WHERE caller_id = ${callerId} AND created_at >= ${from}::timestamptz AND created_at < ${to}::timestamptz
        AND status::text = ANY(${[...statuses]}::text[])
      ORDER BY created_at, id LIMIT ${LIMIT + 1}::int
    ), named AS (
      UPDATE webhooks SET disabled_at = NULL
      WHERE disabled_at IS NOT NULL AND id IN (SELECT webhook_id FROM ended WHERE nth <= ${LIMIT}::int)
    ), again AS (
      UPDATE webhook_deliveries AS delivery
      SET status = 'PENDING', failures = 0, queued_at = now(), due_at = now(), line = webhook.receiver
      FROM ended, webhooks AS webhook
      WHERE delivery.id = ended.id AND ended.nth <= ${LIMIT}::int AND webhook.id = ended.webhook_id
        AND delivery.status <> 'PENDING'
      RETURNING delivery.id
    )
    SELECT (SELECT COUNT(*) FROM again)::int AS replayed,
      (SELECT created_at FROM ended WHERE nth > ${LIMIT}::int) AS "nextFrom"`;
  return rows[0] ?? { replayed: 0, nextFrom: null };
}
