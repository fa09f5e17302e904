import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

/** The most that one operation may cost: a page of 50 tasks with their results and all their files costs 650. */
export const MAX_COST = 1_000;

/** An operation with the variables of one request. */
export type CountedOperation = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/**
 * What an operation costs, in points, with its variables and the schema's defaults: the same document may cost little or
 * very much. Null when its variables do not fit; the execution says so.
 */
export function countCost(
  schema: GraphQLSchema,
  { document, operationName, variables }: CountedOperation,
): number | null {
  try {
    return getComplexity({
      schema,
      query: document,
      estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 0 })],
      ...(operationName == null ? {} : { operationName }),
      ...(variables == null ? {} : { variables }),
    });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** Why an operation of this cost is not run; null when it is. */
export function refuseCost(cost: number | null): GraphQLError | null {
  if (cost === null || cost <= MAX_COST) return null;
  const message = `This operation costs ${cost} points; at most ${MAX_COST} are allowed. Ask for smaller pages, or for less of each task.`;
  return new GraphQLError(message, { extensions: { code: 'OPERATION_TOO_COSTLY', cost, maxCost: MAX_COST } });
}
