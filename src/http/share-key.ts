import type { GraphQLContext } from '../graphql/context.js';
import type { PreparedOperation, SentOperation } from '../graphql/prepare-operation.js';

/** All that shapes what a subscription shows of an event: the caller's eyes, the document, and its variables. */
export function shareKey(
  { caller }: Pick<GraphQLContext, 'caller'>,
  { positionVariable }: Pick<PreparedOperation, 'positionVariable'>,
  { query, operationName, variables }: SentOperation,
): string {
  const shaping = Object.entries(variables ?? {}).filter(([name]) => name !== positionVariable);
  return JSON.stringify([
    caller.id,
    operationName ?? null,
    query,
    shaping.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}
