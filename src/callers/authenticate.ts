import { createHash } from 'node:crypto';
import type { PrismaClient } from '../database/generated/client.js';
import { isSameSecret } from '../lib/same-secret.js';
import { toApiKey } from './api-key.js';
import { SCOPES, type Caller } from './caller.js';
import { isSecret } from './hash-secret.js';
import { readKey } from './key-text.js';
import type { KnownKeys } from './known-keys.js';

/** `message` says what was wrong and what would be right; it never tells whether a key exists. */
type Authentication = { kind: 'known'; caller: Caller } | { kind: 'refused'; message: string };

/**
 * Finds the caller behind an `Authorization` header, or the same text as `connectionParams.authorization`; null = none.
 * @param isLocal whether the request came from this machine: only then it may do without a key, as long as there is none.
 */
export type Authenticate = (authorization: string | null, isLocal: boolean) => Promise<Authentication>;

export type AuthenticateContext = {
  keys: KnownKeys;
  pepper: Buffer;
  /** The operator's own key; null = there is none. */
  adminKey: string | null;
  /** The caller that everybody on this machine is, as long as there are no keys; null = keys are needed. */
  findOpenCaller: () => Promise<Caller | null>;
  /** The caller behind `adminKey`. */
  admin: { id: string; name: string };
};

const MISSING =
  'This needs an API key: send `Authorization: Bearer <key>`, over WebSocket as `connectionParams.authorization`.';
const WRONG = 'This API key is not valid: it was mistyped, has expired, or was revoked.';

/** Secret and hash are compared for unknown keys too, so that the time does not tell which ids exist. */
const NOBODY = createHash('sha256').update('nobody').digest();

export function createAuthenticate(context: AuthenticateContext): Authenticate {
  const { keys, pepper, adminKey, findOpenCaller, admin } = context;
  return async (authorization, isLocal) => {
    if (authorization === null) {
      const open = isLocal ? await findOpenCaller() : null;
      return open === null ? { kind: 'refused', message: MISSING } : { kind: 'known', caller: open };
    }
    const [, presented] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (presented === undefined) return { kind: 'refused', message: MISSING };
    if (adminKey !== null && isSameSecret(presented, adminKey)) {
      return { kind: 'known', caller: { ...admin, scopes: new Set(SCOPES), credential: { kind: 'admin key' } } };
    }
    const parts = readKey(presented);
    if (parts === null) return { kind: 'refused', message: WRONG };
    const row = await keys.find(parts.id);
    const isRight = isSecret(pepper, parts.secret, row?.secretHash ?? NOBODY);
    if (row === null || !isRight || !isGood(row)) return { kind: 'refused', message: WRONG };
    keys.noteUse(row);
    const scopes = new Set(toApiKey(row).scopes);
    return { kind: 'known', caller: { ...row.caller, scopes, credential: { kind: 'key', keyId: row.id } } };
  };
}

function isGood({ revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date | null }): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > new Date());
}

/** Whether anybody has ever made a key. */
export async function hasKeys(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.apiKey.findFirst({ select: { id: true } })) !== null;
}
