import type { GraphQLError } from 'graphql';
import type { Turns } from '../callers/turns.js';
import type { GraphQLContext } from '../graphql/context.js';
import { codeOf } from '../graphql/errors.js';
import type { PrepareOperation } from '../graphql/prepare-operation.js';
import { nameOperation } from '../graphql/name-operation.js';
import { rateLimitedError, retryAfterSeconds } from './rate-limited.js';

type Visit = Pick<GraphQLContext, 'caller' | 'audit'>;

/** It comes before its turn. */
type TooSoon = { kind: 'too soon'; errors: readonly [GraphQLError]; retryAfterSeconds: number };

/**
 * The one place where operations of all transports take their turns. Null = this one may be run. An operation of which
 * nobody knows the cost, as its variables do not fit, costs nothing: it will not run.
 */
export async function admitOperation(
  turns: Pick<Turns, 'take'>,
  { caller, audit }: Visit,
  operation: string | null,
  points: number | null,
): Promise<TooSoon | null> {
  const refusal = await turns.take(caller, points ?? 0);
  if (refusal === null) return null;
  audit({ kind: 'denial', operation, code: 'RATE_LIMITED' });
  return {
    kind: 'too soon',
    errors: [rateLimitedError(refusal)],
    retryAfterSeconds: retryAfterSeconds(refusal.waitMs),
  };
}

/** The same for a document that was judged: one that is refused takes its turn too. */
export async function admitPrepared(
  turns: Pick<Turns, 'take'>,
  visit: Visit,
  prepared: ReturnType<PrepareOperation>,
): Promise<ReturnType<PrepareOperation> | TooSoon> {
  const isPrepared = prepared.kind === 'prepared';
  const field = isPrepared ? nameOperation(prepared.operation).field : null;
  const tooSoon = await admitOperation(turns, visit, field, isPrepared ? prepared.cost : 0);
  if (tooSoon !== null) return tooSoon;
  if (!isPrepared) visit.audit({ kind: 'denial', operation: null, code: codeOf(prepared.errors[0]) });
  return prepared;
}
