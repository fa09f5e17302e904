import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import { sealWebhookUrl, type AddressRoom } from './webhook-address.js';

export type NameWebhookOutcome = { kind: 'named'; webhookId: string } | { kind: 'forbidden'; reason: string };

/** A webhook that nothing is sent to any more is forgotten this long after it was named, and not sooner. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;
const NAMED_AGAIN_MS = 60 * 60 * 1000;

/**
 * Makes an address a webhook of the caller's, one for each address. An address that had answered that it is gone is told
 * again from now on: whoever names it, wants it.
 */
export async function nameWebhook(
  room: AddressRoom & { prisma: PrismaClient },
  callerId: string,
  url: string,
): Promise<NameWebhookOutcome> {
  const address = sealWebhookUrl(room, callerId, url);
  if (address.kind === 'forbidden') return address;
  // Most tasks name an address that is known and in use: that costs a read, and holds up nobody.
  const rows = await room.prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM webhooks WHERE caller_id = ${callerId} AND address_hash = ${address.hash} AND disabled_at IS NULL
      AND named_at > now() - ${NAMED_AGAIN_MS} * interval '1 millisecond'`;
  const [known] = rows;
  if (known !== undefined) return { kind: 'named', webhookId: known.id };
  const [named] = await room.prisma.$queryRaw<{ id: string }[]>`
    INSERT INTO webhooks (id, caller_id, address_hash, url, receiver, named_at)
    VALUES (${newId('webhook')}, ${callerId}, ${address.hash}, ${address.sealed}, ${address.receiver}, now())
    ON CONFLICT (caller_id, address_hash) DO UPDATE SET named_at = now(), disabled_at = NULL
    RETURNING id`;
  if (named === undefined) throw new Error('An upsert returns its row.');
  return { kind: 'named', webhookId: named.id };
}
