import type { GraphQLContext } from '../graphql/context.js';
import type { PreparedOperation } from '../graphql/prepare-operation.js';

/**
 * All that shapes what a subscription shows of an event: the caller's eyes, the document, and its variables. It is kept as
 * long as the subscription, so it is short.
 */
export function shareKey(
  { caller }: Pick<GraphQLContext, 'caller'>,
  { id, positionVariable }: Pick<PreparedOperation, 'id' | 'positionVariable'>,
  variables: Record<string, unknown> | null | undefined,
): string {
  const shaping = Object.entries(variables ?? {}).filter(([name]) => name !== positionVariable);
  // Two keys of one caller may be allowed to see different things.
  const eyes = [caller.id, ...[...caller.scopes].sort()];
  return JSON.stringify([eyes, id, shaping.toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}
