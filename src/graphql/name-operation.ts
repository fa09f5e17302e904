import { Kind, type OperationDefinitionNode, type OperationTypeNode } from 'graphql';

/** What an operation is, in words of the schema: its client's own name for it may be anything. */
export type OperationName = {
  type: `${OperationTypeNode}`;
  /** Its root field; `several` when it has more than one, `introspection` when that is about the schema. */
  field: string;
};

/** Names an operation of a valid document. */
export function nameOperation({ operation: type, selectionSet }: OperationDefinitionNode): OperationName {
  const [root, ...others] = selectionSet.selections;
  if (root?.kind !== Kind.FIELD || others.length > 0) return { type, field: 'several' };
  return { type, field: root.name.value.startsWith('__') ? 'introspection' : root.name.value };
}
