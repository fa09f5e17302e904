import type { Logger } from '../lib/logger.js';
import type { Caller } from './caller.js';
import { countRepeats, isWorthTelling } from './count-repeats.js';

/** From where something was asked. */
export type Origin = {
  /** The other end of the connection; behind a proxy, the proxy. */
  address: string | null;
  /** Whom a proxy says it asks for: nobody has checked it. */
  forwardedFor: string | null;
};

/** From where this process itself asks. */
export const NOWHERE: Origin = { address: null, forwardedFor: null };

/** Who asks, from where, and by what this is found in other logs. `caller`: null = nobody that is known. */
type Visitor = { caller: Caller | null; origin: Origin; requestId: string };

/** What is kept of what somebody did, or was not allowed to do. Ids and names only: no text, no link, no secret. */
export type AuditEvent =
  | {
      kind: 'mutation';
      /** The mutation's field. */
      operation: string;
      /** Ids of what it was about, and of what it made. */
      targets: readonly string[];
      /** `refused`: it said so in its `userErrors`. */
      outcome: 'done' | 'refused' | 'failed';
      /** Codes of user errors, or of the error. */
      codes: readonly string[];
    }
  | ({ kind: 'denial' } & Denial);

/** What was not allowed. */
type Denial = {
  /** The root field, or what else was tried; null = nobody can tell. */
  operation: string | null;
  targets?: readonly string[];
  /** The code of the answer, such as UNAUTHENTICATED. */
  code: string;
};

/** Writes one record. */
export type Audit = (visitor: Visitor, event: AuditEvent) => void;

/** Longer ones are no ids of ours. */
const LONGEST_ID = 100;

/**
 * The audit log: a line `"audit": true` in the log for every mutation and every denial, whatever the level of the log is,
 * unless it is silent. When somebody is denied the same again and again, `nth` counts it, and there is a line whenever it
 * has doubled.
 */
export function createAudit(logger: Logger): Audit {
  const audit = logger.child({ audit: true }, { level: logger.level === 'silent' ? 'silent' : 'info' });
  const count = countRepeats();
  return ({ caller, origin, requestId }, event) => {
    const nth = event.kind === 'denial' ? count(denialKey(caller, origin, event)) : null;
    if (nth !== null && !isWorthTelling(nth)) return;
    const targets = (event.targets ?? []).map((id) => id.slice(0, LONGEST_ID));
    const { kind, ...told } = { ...event, targets, ...(nth === null ? {} : { nth }) };
    audit.info({ event: kind, requestId, ...whoIs(caller), ...origin, ...told }, kind);
  };
}

function denialKey(caller: Caller | null, { address }: Origin, { operation, code }: Denial): string {
  return JSON.stringify([caller?.id ?? null, address, operation, code]);
}

function whoIs(caller: Caller | null): object {
  if (caller === null) return { callerId: null };
  const { id, name, credential } = caller;
  const keyId = credential.kind === 'key' ? credential.keyId : null;
  return { callerId: id, callerName: name, credential: credential.kind, keyId };
}
