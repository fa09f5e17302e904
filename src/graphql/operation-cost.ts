import { GraphQLError, visit, type DocumentNode, type GraphQLSchema, type VariableNode } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';

/** The most that one operation may cost: a page of 50 tasks with their results and all their files costs 650. */
export const MAX_COST = 1_000;

/** An operation with the variables of one request. */
type CountedOperation = {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/** Arguments that say how much is asked for, wherever they stand. */
const COUNTING = new Set(['first', 'last', 'ids']);

/** Different counts that are remembered of one document. */
const REMEMBERED = 50;

/** Counts what operations cost. */
export type CountCost = (operation: CountedOperation) => number | null;

/**
 * What an operation costs, in points, with its variables and the schema's defaults: the same document may cost little or
 * very much. Null when its variables do not fit; the execution says so. Counting walks through the whole document: what
 * it found is remembered for as long as the document is, by the variables that it depends on.
 */
export function createCountCost(schema: GraphQLSchema): CountCost {
  const known = new WeakMap<DocumentNode, { counting: readonly string[]; costs: LRUCache<string, number> }>();
  return (operation) => {
    const { document, operationName, variables } = operation;
    const { counting, costs } = known.get(document) ?? {
      counting: countingVariables(document),
      costs: new LRUCache<string, number>({ max: REMEMBERED }),
    };
    known.set(document, { counting, costs });
    const key = JSON.stringify([operationName ?? null, ...counting.map((name) => amountOf(variables?.[name]))]);
    const remembered = costs.get(key);
    if (remembered !== undefined) return remembered;
    const cost = count(schema, operation);
    if (cost !== null) costs.set(key, cost);
    return cost;
  };
}

/** What of a value shapes the cost. One that was left out has the document's default, and null has not. */
function amountOf(value: unknown): unknown {
  if (value === undefined) return 'left out';
  return Array.isArray(value) ? value.length : value;
}

/** Names of the variables on which the cost depends: those in counting arguments, and in directives that leave fields out. */
function countingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: VariableNode) => void names.add(name.value) };
  visit(document, {
    Argument: (argument) => void (COUNTING.has(argument.name.value) && visit(argument, collect)),
    Directive: (directive) => void visit(directive, collect),
  });
  return [...names];
}

function count(schema: GraphQLSchema, { document, operationName, variables }: CountedOperation): number | null {
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
