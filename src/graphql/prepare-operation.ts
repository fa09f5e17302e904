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
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { limitDepth } from './limit-depth.js';

/** Documents are kept with their judgement: ten thousand clients that come back at once bring the same few. */
const REMEMBERED = { max: 500, maxSize: 4 * 1024 * 1024 };

/** Where a subscription takes up its feed: an argument that says which events come, and nothing about how they look. */
const POSITIONS: Readonly<Record<string, string>> = { videoTaskUpdated: 'afterVersion', videoTasksUpdated: 'after' };

/** A document that may be run. */
export type PreparedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** The variable that says where a subscription takes up its feed, when it says nothing else; null when there is none. */
  positionVariable: string | null;
};

export type PrepareOperation = (
  query: string,
  operationName: string | null,
) => PreparedOperation | readonly GraphQLError[];

/** Parses and judges documents, and remembers what it found. */
export function createPrepareOperation(schema: GraphQLSchema): PrepareOperation {
  const remembered = new LRUCache<string, ReturnType<PrepareOperation>>({
    ...REMEMBERED,
    sizeCalculation: (_found, key) => key.length,
  });
  return (query, operationName) => {
    const key = `${operationName ?? ''}\0${query}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const found = prepare(schema, query, operationName);
    remembered.set(key, found);
    return found;
  };
}

function prepare(schema: GraphQLSchema, query: string, operationName: string | null): ReturnType<PrepareOperation> {
  try {
    const document = parse(query);
    const errors = validate(schema, document, [...specifiedRules, limitDepth]);
    if (errors.length > 0) return errors;
    const operation = getOperationAST(document, operationName);
    if (operation == null) return [new GraphQLError('Unable to identify operation')];
    return { document, operation, positionVariable: positionVariable(document, operation) };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
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
