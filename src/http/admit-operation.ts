import type { Turns } from '../callers/turns.js';
import type { GraphQLContext } from '../graphql/context.js';
import { codeOf } from '../graphql/errors.js';
import type { PrepareOperation } from '../graphql/prepare-operation.js';
import { nameOperation } from '../graphql/name-operation.js';
import { refuseTurn, type NoTurn } from './rate-limited.js';

type Visit = Pick<GraphQLContext, 'caller' | 'audit'>;

/**
 * The one place where operations of all transports take their turns. Null = this one may be run. An operation of which
 * nobody knows the cost, as its variables do not fit, costs nothing: it will not run.
 */
export async function admitOperation(
  turns: Pick<Turns, 'take'>,
  { caller, audit }: Visit,
  operation: string | null,
  points: number | null,
): Promise<NoTurn | null> {
  const refusal = await turns.take(caller, points ?? 0);
  if (refusal === null) return null;
  const noTurn = refuseTurn(refusal);
  audit({ kind: 'denial', operation, code: codeOf(noTurn.errors[0]) });
  return noTurn;
}

/** The same for a document that was judged: one that is refused takes its turn too. */
export async function admitPrepared(
  turns: Pick<Turns, 'take'>,
  visit: Visit,
  prepared: ReturnType<PrepareOperation>,
): Promise<ReturnType<PrepareOperation> | NoTurn> {
  const isPrepared = prepared.kind === 'prepared';
  const field = isPrepared ? nameOperation(prepared.operation).field : null;
  const noTurn = await admitOperation(turns, visit, field, isPrepared ? prepared.cost : 0);
  if (noTurn !== null) return noTurn;
  if (!isPrepared) visit.audit({ kind: 'denial', operation: null, code: codeOf(prepared.errors[0]) });
  return prepared;
}
