import type { GraphQLContext } from '../graphql/context.js';
import type { PreparedOperation } from '../graphql/prepare-operation.js';

/** An operation as its client sent it. */
export type SentOperation = {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/** All that shapes what a subscription shows of an event: the caller's eyes, the document, and its variables. */
export function shareKey(
  { caller }: Pick<GraphQLContext, 'caller'>,
  { positionVariable }: PreparedOperation,
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
