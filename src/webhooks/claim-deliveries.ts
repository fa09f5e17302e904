import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { claimedDelivery, type ClaimedDelivery } from './delivery.js';

/** How long a claim holds before another worker may take it over: longer than an attempt can take. */
const LEASE_MS = 30_000;

/** How many deliveries to claim: in all, of a receiver that is not named, and of those that are. */
export type Room = { total: number; each: number; of: ReadonlyMap<string, number> };

/**
 * Claims due deliveries, of each receiver those that have waited longest. Receivers are looked at one by one over the
 * index, so that ten thousand deliveries that wait for one of them cost the others nothing. A claim is one guarded
 * update, and other workers skip rows that are being claimed.
 */
export async function claimDeliveries(prisma: PrismaClient, { total, each, of }: Room): Promise<ClaimedDelivery[]> {
  if (total <= 0) return [];
  const lease = randomUUID();
  const rows = await prisma.$queryRaw`
    WITH RECURSIVE waiting AS (
      SELECT min(line) AS receiver FROM webhook_deliveries
      UNION ALL
      SELECT (SELECT min(line) FROM webhook_deliveries WHERE line > waiting.receiver) FROM waiting
      WHERE waiting.receiver IS NOT NULL
    ), chosen AS MATERIALIZED (
      SELECT delivery.id FROM waiting
      LEFT JOIN unnest(${[...of.keys()]}::text[], ${[...of.values()]}::int[]) AS room (receiver, count)
        ON room.receiver = waiting.receiver
      CROSS JOIN LATERAL (
        SELECT id, due_at FROM webhook_deliveries
        WHERE line = waiting.receiver AND due_at <= now()
        ORDER BY due_at LIMIT COALESCE(room.count, ${each}::int) FOR UPDATE SKIP LOCKED
      ) AS delivery
      ORDER BY delivery.due_at LIMIT ${total}::int
    )
    UPDATE webhook_deliveries AS delivery
    SET lease = ${lease}::uuid, due_at = now() + ${LEASE_MS} * interval '1 millisecond'
    FROM chosen
      JOIN webhook_deliveries AS same ON same.id = chosen.id
      JOIN webhooks AS webhook ON webhook.id = same.webhook_id
      LEFT JOIN video_tasks AS task ON task.id = same.task_id
    WHERE delivery.id = chosen.id
    RETURNING delivery.id, delivery.caller_id AS "callerId", delivery.webhook_id AS "webhookId", webhook.receiver,
      delivery.task_id AS "taskId", task.request_id AS "requestId", task.traceparent, delivery.version, delivery.type, delivery.created_at AS "createdAt",
      delivery.queued_at AS "queuedAt", delivery.body, delivery.failures, webhook.url,
      webhook.disabled_at IS NOT NULL AS "isDisabled", clock_timestamp() AS now`;
  return claimedDelivery
    .array()
    .parse(rows)
    .map((row) => ({ ...row, lease }));
}

/** Gives claims back that came to nothing. They count as no attempt. */
export async function releaseDelivery(prisma: PrismaClient, { id, lease }: Held, inMs: number): Promise<void> {
  await prisma.$executeRaw`
    UPDATE webhook_deliveries SET lease = NULL, due_at = now() + ${inMs} * interval '1 millisecond'
    WHERE id = ${id} AND lease = ${lease}::uuid`;
}

/** Names a claim. */
export type Held = Pick<ClaimedDelivery, 'id' | 'lease'>;

/**
 * Drops every claim. Only for a database that one process owns: what a killed process had claimed goes on at once instead
 * of after its leases.
 */
export async function dropDeliveryClaims(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`
    UPDATE webhook_deliveries SET due_at = LEAST(due_at, now()), lease = NULL WHERE lease IS NOT NULL`;
}
