/** What a key may do. `admin` manages keys, and includes nothing else. */
export const SCOPES = ['tasks:create', 'tasks:read', 'tasks:cancel', 'media:write', 'webhooks:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** The account behind a request. */
export type Caller = { id: string; name: string; scopes: ReadonlySet<Scope>; credential: Credential };

/**
 * What made the caller known. `open`: nobody has made a key yet, and whoever is on this machine may call. `none`: the
 * gateway itself reads what it sends to the caller.
 */
export type Credential = { kind: 'open' } | { kind: 'admin key' } | { kind: 'key'; keyId: string } | { kind: 'none' };
