import { requestError } from './errors.js';
import type { GraphQLContext } from './context.js';
import type { Scope } from '../callers/caller.js';

/**
 * Refuses a caller whose key lacks a scope, with FORBIDDEN.
 * @param operation the field that needs it.
 */
export function requireScope(
  { caller, audit }: Pick<GraphQLContext, 'caller' | 'audit'>,
  scope: Scope,
  operation: string,
): void {
  if (caller.scopes.has(scope)) return;
  audit({ kind: 'denial', operation, code: 'FORBIDDEN' });
  throw requestError('FORBIDDEN', `This key may not do that: it lacks the scope ${scope}.`);
}
