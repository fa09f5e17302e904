import { randomBytes } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { openSealedText, sealText } from '../lib/sealed-text.js';
import type { UserError } from '../tasks/user-error.js';

export type SecretRoom = { prisma: PrismaClient; sealing: Buffer };

/** What a caller checks signatures with. */
export type WebhookSecret = {
  /** `whsec_` and the base64 of 32 random bytes. */
  secret: string;
  createdAt: Date;
  /** Until when its predecessor signs as well; null when that is over, or there is none. */
  previousEndsAt: Date | null;
};

export type RotateSecretOutcome =
  { kind: 'rotated'; webhookSecret: WebhookSecret } | { kind: 'refused'; userErrors: UserError[] };

/** How long the old secret signs beside the new one. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** Each of them makes a signature in a header of every message. None ends early to make place for another. */
const MAX_SIGNING = 3;

/** A secret that signs now. */
type Signing = { secret: string; createdAt: Date; endsAt: Date | null };

/** The caller's present secret; the first time somebody needs it, it is made. */
export async function readWebhookSecret(room: SecretRoom, callerId: string): Promise<WebhookSecret> {
  const [present, previous] = await ensureSecrets(room, callerId);
  if (present === undefined) throw new Error('A caller without a secret has just been given one.');
  const { secret, createdAt } = present;
  return { secret, createdAt, previousEndsAt: previous?.endsAt ?? null };
}

/** Gives the caller a new secret. The old one signs as well for 24 hours; while three sign, there is no fourth. */
export async function rotateWebhookSecret(room: SecretRoom, callerId: string): Promise<RotateSecretOutcome> {
  await ensureSecrets(room, callerId);
  const userErrors = await room.prisma.$transaction(async (transaction) => {
    // Of two rotations at once, the second one waits here, and then takes the place of the first one's secret.
    await transaction.$queryRaw`SELECT id FROM callers WHERE id = ${callerId} FOR NO KEY UPDATE`;
    const signing = await findSecrets({ prisma: transaction, sealing: room.sealing }, callerId);
    const oldest = signing.at(-1)?.endsAt ?? null;
    if (signing.length >= MAX_SIGNING && oldest !== null) return [tooSoon(oldest)];
    await transaction.$executeRaw`DELETE FROM webhook_secrets WHERE caller_id = ${callerId} AND ends_at <= now()`;
    await transaction.$executeRaw`
      UPDATE webhook_secrets SET ends_at = now() + ${OVERLAP_MS} * interval '1 millisecond'
      WHERE caller_id = ${callerId} AND ends_at IS NULL`;
    await insertSecret(transaction, room.sealing, callerId);
    return [];
  });
  if (userErrors.length > 0) return { kind: 'refused', userErrors };
  return { kind: 'rotated', webhookSecret: await readWebhookSecret(room, callerId) };
}

function tooSoon(oldestEndsAt: Date): UserError {
  const message = `Your messages are signed with ${MAX_SIGNING} secrets already, each for the 24 hours it was promised. Come back at ${oldestEndsAt.toISOString()}, when the oldest one ends.`;
  return { code: 'RATE_LIMITED', message, path: [] };
}

/** The secrets that sign for a caller now, the present one first. */
export async function findSigningSecrets(room: SecretRoom, callerId: string): Promise<string[]> {
  return (await ensureSecrets(room, callerId)).map(({ secret }) => secret);
}

async function ensureSecrets(room: SecretRoom, callerId: string): Promise<Signing[]> {
  const found = await findSecrets(room, callerId);
  if (found.length > 0) return found;
  await insertSecret(room.prisma, room.sealing, callerId);
  return findSecrets(room, callerId);
}

/** One that was sealed with another key is none. */
async function findSecrets(
  { prisma, sealing }: { prisma: Pick<PrismaClient, '$queryRaw'>; sealing: Buffer },
  callerId: string,
): Promise<Signing[]> {
  const rows = await prisma.$queryRaw<Signing[]>`
    SELECT secret, created_at AS "createdAt", ends_at AS "endsAt" FROM webhook_secrets
    WHERE caller_id = ${callerId} AND (ends_at IS NULL OR ends_at > now()) ORDER BY number DESC`;
  return rows.flatMap((row) => {
    const secret = openSealedText(sealing, row.secret, callerId);
    return secret === null ? [] : [{ ...row, secret }];
  });
}

/** Of two that come at once, one is stored. */
async function insertSecret(
  client: Pick<PrismaClient, '$executeRaw'>,
  sealing: Buffer,
  callerId: string,
): Promise<void> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await client.$executeRaw`
    INSERT INTO webhook_secrets (caller_id, number, secret, created_at)
    SELECT ${callerId}, COALESCE(max(number), 0) + 1, ${sealText(sealing, secret, callerId)}, now()
    FROM webhook_secrets WHERE caller_id = ${callerId}
    ON CONFLICT DO NOTHING`;
}
