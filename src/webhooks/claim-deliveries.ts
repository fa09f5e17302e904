import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { claimedDelivery, type ClaimedDelivery } from './delivery.js';

/**
 * What a claim lasts beyond the attempt it is for: for what is read before and written after. The rest of a killed worker's
 * claims is all that its messages wait; a heartbeat would make that no shorter, as an attempt is all there is to a claim.
 */
const LEASE_SPARE_MS = 5_000;

/** How long a claim holds for an attempt of so long. */
export function leaseMsOf(attemptMs: number): number {
  return attemptMs + LEASE_SPARE_MS;
}

/**
 * Claims deliveries that are due, of those that are named. A claim is one guarded update: what another worker claims at the
 * same time is left to it.
 * @param leaseMs how long a claim holds before another worker may take it over.
 */
export async function claimDeliveries(
  prisma: PrismaClient,
  ids: readonly string[],
  leaseMs: number,
): Promise<ClaimedDelivery[]> {
  if (ids.length === 0) return [];
  const lease = randomUUID();
  // Before the question: the lease is over at this time on the database's clock, or later.
  const leaseEndsAt = performance.now() + leaseMs;
  const rows = await prisma.$queryRaw`
    WITH chosen AS MATERIALIZED (
      SELECT id, webhook_id, task_id FROM webhook_deliveries WHERE id = ANY(${[...ids]}::text[]) AND due_at <= now()
      ORDER BY id FOR UPDATE SKIP LOCKED
    )
    UPDATE webhook_deliveries AS delivery
    SET lease = ${lease}::uuid, due_at = now() + ${leaseMs} * interval '1 millisecond'
    FROM chosen
      JOIN webhooks AS webhook ON webhook.id = chosen.webhook_id
      LEFT JOIN video_tasks AS task ON task.id = chosen.task_id
    WHERE delivery.id = chosen.id
    RETURNING delivery.id, delivery.caller_id AS "callerId", delivery.webhook_id AS "webhookId", webhook.receiver,
      delivery.task_id AS "taskId", task.request_id AS "requestId", task.traceparent, delivery.version, delivery.type,
      delivery.created_at AS "createdAt", delivery.queued_at AS "queuedAt", delivery.failures, webhook.url,
      webhook.disabled_at IS NOT NULL AS "isDisabled", clock_timestamp() AS now`;
  return claimedDelivery
    .array()
    .parse(rows)
    .map((row) => ({ ...row, lease, leaseEndsAt }));
}

/** Begins the lease of a claim anew. False when another worker has taken it over: then it is that one's. */
export async function renewDelivery(prisma: PrismaClient, { id, lease }: Held, leaseMs: number): Promise<boolean> {
  const renewed = await prisma.$executeRaw`
    UPDATE webhook_deliveries SET due_at = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${id} AND lease = ${lease}::uuid`;
  return renewed === 1;
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
