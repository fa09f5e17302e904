import { requestError } from './errors.js';
import type { GraphQLContext } from './context.js';
import type { Scope } from '../callers/caller.js';

/** Refuses a caller whose key lacks a scope, with FORBIDDEN. */
export function requireScope({ caller }: Pick<GraphQLContext, 'caller'>, scope: Scope): void {
  if (caller.scopes.has(scope)) return;
  throw requestError('FORBIDDEN', `This key may not do that: it lacks the scope ${scope}.`);
}
