import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** Fields on the longest path of an operation. Nothing that a page needs comes near it. */
const MAX_DEPTH = 10;

/** The longest path below a selection: all its fields, and how many of them are lists of events. */
type Depth = { fields: number; eventLists: number };

/**
 * A validation rule. Tasks lead to events and events to tasks again: without a limit, one small document could ask for
 * the whole store many times over. Introspection is not counted.
 */
export function limitDepth(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Depth>();

  function ofSet(set: SelectionSetNode | undefined): Depth {
    const depths = (set?.selections ?? []).map(ofSelection);
    return {
      fields: Math.max(0, ...depths.map(({ fields }) => fields)),
      eventLists: Math.max(0, ...depths.map(({ eventLists }) => eventLists)),
    };
  }

  function ofSelection(selection: SelectionNode): Depth {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const name = selection.name.value;
    if (name.startsWith('__')) return { fields: 0, eventLists: 0 };
    const below = ofSet(selection.selectionSet);
    return { fields: below.fields + 1, eventLists: below.eventLists + (name === 'events' ? 1 : 0) };
  }

  /** Measured once, however often it is spread; one that leads back to itself is refused by another rule. */
  function ofFragment(name: string): Depth {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    fragments.set(name, { fields: 0, eventLists: 0 });
    const depth = ofSet(context.getFragment(name)?.selectionSet);
    fragments.set(name, depth);
    return depth;
  }

  return {
    OperationDefinition(operation) {
      const { fields, eventLists } = ofSet(operation.selectionSet);
      if (fields > MAX_DEPTH) {
        const message = `The operation is ${fields} fields deep; at most ${MAX_DEPTH} are allowed.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
      if (eventLists > 1) {
        const message = 'Events inside of events are not given; ask for `events` once on each path.';
        context.reportError(new GraphQLError(message, { nodes: operation }));
      }
    },
  };
}
