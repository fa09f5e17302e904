import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { createCountCost, refuseCost } from './operation-cost.js';
import { MAX_ERRORS, MAX_TOKENS, operationRules } from './operation-limits.js';

/** Documents are kept with their judgement: ten thousand clients that come back at once bring the same few. */
const REMEMBERED = { max: 500, maxSize: 4 * 1024 * 1024 };

/** Where a subscription takes up its feed: an argument that says which events come, and nothing about how they look. */
const POSITIONS: Readonly<Record<string, string>> = { videoTaskUpdated: 'afterVersion', videoTasksUpdated: 'after' };

/** An operation as its client sent it. */
type SentOperation = {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
};

/** What holds for a document whatever its variables are. */
type JudgedDocument = {
  /** Short for the document's text and the operation's name: equal ones may have several, different ones never share one. */
  id: number;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The variable that says where a subscription takes up its feed, when it says nothing else; null when there is none. */
  positionVariable: string | null;
};

/** An operation that may be run. `cost`: in points; null when its variables do not fit. */
export type PreparedOperation = JudgedDocument & { kind: 'prepared'; cost: number | null };

export type PrepareOperation = (
  sent: SentOperation,
) => PreparedOperation | { kind: 'refused'; errors: readonly GraphQLError[] };

/**
 * Parses and judges operations, and remembers what it found of their documents. Without `introspection` nothing of the
 * schema is told.
 */
export function createPrepareOperation(schema: GraphQLSchema, introspection: boolean): PrepareOperation {
  const countCost = createCountCost(schema);
  const rules = [...specifiedRules, ...operationRules(introspection)];
  const remembered = new LRUCache<string, JudgedDocument | readonly GraphQLError[]>({
    ...REMEMBERED,
    sizeCalculation: (_found, key) => key.length,
  });

  let lastId = 0;

  function judgeOnce(query: string, operationName: string | null): JudgedDocument | readonly GraphQLError[] {
    const key = `${operationName ?? ''}\0${query}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = judge({ schema, rules, hideSuggestions: !introspection }, query, operationName, (lastId += 1));
    remembered.set(key, found);
    return found;
  }

  return ({ query, operationName, variables }) => {
    const judged = judgeOnce(query, operationName ?? null);
    if (!('document' in judged)) return { kind: 'refused', errors: judged };
    const cost = countCost({ document: judged.document, operationName, variables });
    const refusal = refuseCost(cost);
    return refusal === null ? { kind: 'prepared', ...judged, cost } : { kind: 'refused', errors: [refusal] };
  };
}

type Judgement = { schema: GraphQLSchema; rules: readonly ValidationRule[]; hideSuggestions: boolean };

function judge(
  { schema, rules, hideSuggestions }: Judgement,
  query: string,
  operationName: string | null,
  id: number,
): JudgedDocument | readonly GraphQLError[] {
  const document = parseDocument(query);
  if (document instanceof GraphQLError) return [withCode(document, 'GRAPHQL_PARSE_FAILED')];
  const errors = validate(schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions });
  if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  if (operation == null) return [withCode(unknownOperation(operationName), 'OPERATION_RESOLUTION_FAILURE')];
  return { id, document, operation, positionVariable: positionVariable(document, operation) };
}

function parseDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** In the words of graphql-js, which the other transport uses. */
function unknownOperation(operationName: string | null): GraphQLError {
  const several = 'Must provide operation name if query contains multiple operations.';
  return new GraphQLError(operationName === null ? several : `Unknown operation named "${operationName}".`);
}

/** The codes are those of Apollo Server: a refusal is the same on every transport. */
function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code } });
}

function positionVariable(document: DocumentNode, { selectionSet }: OperationDefinitionNode): string | null {
  const [root] = selectionSet.selections;
  if (root?.kind !== Kind.FIELD) return null;
  const position = root.arguments?.find(({ name }) => name.value === POSITIONS[root.name.value]);
  if (position?.value.kind !== Kind.VARIABLE) return null;
  const name = position.value.name.value;
  return countUses(document, name) === 1 ? name : null;
}

/** How often a variable is used; its definition is no use. */
function countUses(document: DocumentNode, name: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable) => void (uses += variable.name.value === name ? 1 : 0),
  });
  return uses;
}
