import type { PrismaClient } from '../database/generated/client.js';
import { newId } from '../lib/new-id.js';
import { toApiKey, type ApiKey } from './api-key.js';
import { SCOPES, type Scope } from './caller.js';
import { hashSecret } from './hash-secret.js';
import { mintKey, writeKey } from './key-text.js';
import { isUnstorable } from '../tasks/text-limits.js';
import type { UserError } from '../tasks/user-error.js';

/** At most this many keys of a caller are good at the same time: the present one, and the next one of a rotation. */
const LIVE_KEYS = 2;

export type NewKey = {
  /** Made when it does not exist yet. */
  callerName: string;
  label: string;
  scopes: readonly Scope[];
  /** Null = never. */
  expiresAt: Date | null;
};

/** `text` is the key itself, and shown this one time only. */
export type CreateKeyOutcome =
  { kind: 'created'; key: ApiKey; text: string } | { kind: 'refused'; userErrors: UserError[] };

/** Makes a key for a caller, and the caller with its first one. */
export async function createKey(prisma: PrismaClient, pepper: Buffer, wanted: NewKey): Promise<CreateKeyOutcome> {
  const { callerName, label, scopes, expiresAt } = wanted;
  const userErrors = checkKey(wanted);
  if (userErrors.length > 0) return { kind: 'refused', userErrors };
  const parts = mintKey();
  return prisma.$transaction(async (transaction): Promise<CreateKeyOutcome> => {
    const now = new Date();
    // The caller's row is locked by the update: of two new keys at once, the second one counts the first.
    const caller = await transaction.caller.upsert({
      where: { name: callerName },
      update: { name: callerName },
      create: { id: newId('caller'), name: callerName, createdAt: now },
    });
    const live = await transaction.apiKey.findMany({
      where: { callerId: caller.id, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      select: { id: true },
    });
    if (live.length >= LIVE_KEYS) return tooMany(callerName, live);
    const row = await transaction.apiKey.create({
      data: {
        id: parts.id,
        callerId: caller.id,
        secretHash: new Uint8Array(hashSecret(pepper, parts.secret)),
        label,
        scopes: [...scopes],
        createdAt: now,
        expiresAt,
      },
      include: { caller: { select: { name: true } } },
    });
    return { kind: 'created', key: toApiKey(row), text: writeKey(parts) };
  });
}

function checkKey({ callerName, label, scopes, expiresAt }: NewKey): UserError[] {
  const mistake = (field: string, code: UserError['code'], message: string): UserError => {
    return { code, message, path: ['input', field] };
  };
  const length = callerName.trim().length;
  return [
    ...(length >= 1 && callerName.length <= 100 && !isUnstorable(callerName)
      ? []
      : [
          mistake(
            'callerName',
            length === 0 ? 'REQUIRED' : 'OUT_OF_RANGE',
            'Name the caller with 1 to 100 characters.',
          ),
        ]),
    ...(label.length <= 200 && !isUnstorable(label)
      ? []
      : [mistake('label', 'OUT_OF_RANGE', 'A label has at most 200 characters.')]),
    ...(scopes.length > 0 ? [] : [mistake('scopes', 'REQUIRED', `Name one scope or more: ${SCOPES.join(', ')}.`)]),
    ...(expiresAt === null || expiresAt > new Date()
      ? []
      : [mistake('expiresAt', 'OUT_OF_RANGE', 'A key ends in the future, or never.')]),
  ];
}

function tooMany(callerName: string, live: readonly { id: string }[]): CreateKeyOutcome {
  const ids = live.map(({ id }) => id).join(' and ');
  const message = `${callerName} has two keys that are good: ${ids}. Revoke one of them first.`;
  return { kind: 'refused', userErrors: [{ code: 'UNSUPPORTED_COMBINATION', message, path: ['input', 'callerName'] }] };
}
