import { z } from 'zod';
import type { ApiKeyModel } from '../database/generated/models.js';
import { SCOPES, type Scope } from './caller.js';

/** A key as it may be shown: everything but its secret, which nobody has but its owner. */
export type ApiKey = {
  id: string;
  callerName: string;
  label: string;
  scopes: Scope[];
  createdAt: Date;
  /** Null = never. */
  expiresAt: Date | null;
  /** Within a minute; null = never so far. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** A scope that a later version knew, and this one does not, is none. */
const storedScopes = z.array(z.string()).transform((names) => SCOPES.filter((scope) => names.includes(scope)));

export function toApiKey(row: ApiKeyModel & { caller: { name: string } }): ApiKey {
  const { id, label, createdAt, expiresAt, lastUsedAt, revokedAt } = row;
  const scopes = storedScopes.parse(row.scopes);
  return { id, callerName: row.caller.name, label, scopes, createdAt, expiresAt, lastUsedAt, revokedAt };
}
