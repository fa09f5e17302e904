import type { ApiKey } from '../../callers/api-key.js';
import type { CreateKeyOutcome, NewKey } from '../../callers/create-key.js';
import type { NewLimits, SetLimitsOutcome } from '../../callers/set-limits.js';

/** Where keys are made, listed and revoked: in the database itself, or at a running server. */
export type KeyDesk = AsyncDisposable & {
  create(wanted: NewKey): Promise<CreateKeyOutcome>;
  list(): Promise<ApiKey[]>;
  /** Null when there is no such key. */
  revoke(id: string): Promise<ApiKey | null>;
  limit(callerName: string, limits: NewLimits): Promise<SetLimitsOutcome>;
};

/** What is to be done. */
export type KeyOrder =
  | { kind: 'create'; wanted: NewKey }
  | { kind: 'list' }
  | { kind: 'revoke'; id: string }
  | { kind: 'limit'; callerName: string; limits: NewLimits };

/** Where the keys are, and how to write what became of them. The database of the environment when nothing is named. */
export type KeyPlace = {
  server?: string | undefined;
  dataDir?: string | undefined;
  databaseUrl?: string | undefined;
  json: boolean;
};

/** A running server did not do what it was asked, and says why. */
export class KeyDeskError extends Error {
  override readonly name = 'KeyDeskError';
}
