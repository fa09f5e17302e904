import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import { nameWebhook } from './name-webhook.js';
import type { AddressRoom } from './webhook-address.js';

/** `reason` says what would be right. */
export type SendTestOutcome = { kind: 'queued'; deliveryId: string } | { kind: 'forbidden'; reason: string };

/** Sends a message to an address that tells of no task, so that its owner can try a receiver. */
export async function sendTest(
  room: AddressRoom & { prisma: PrismaClient },
  callerId: string,
  url: string,
): Promise<SendTestOutcome> {
  const named = await nameWebhook(room, callerId, url);
  if (named.kind === 'forbidden') return named;
  const deliveryId = newId('delivery');
  await room.prisma.$executeRaw`
    INSERT INTO webhook_deliveries (id, caller_id, webhook_id, type, status, created_at, queued_at, line, due_at)
    SELECT ${deliveryId}, ${callerId}, id, 'webhook.test', 'PENDING', now(), now(), receiver, now()
    FROM webhooks WHERE id = ${named.webhookId}`;
  return { kind: 'queued', deliveryId };
}
