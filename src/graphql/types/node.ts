import { Field, ID, InterfaceType } from 'type-graphql';

/** The kinds of things that `node` finds, by the prefix of their id. */
const TYPE_BY_PREFIX: Readonly<Record<string, string>> = { task: 'VideoTask', asset: 'MediaAsset' };

@InterfaceType({
  description: 'Anything with an id that `node` can look up.',
  resolveType: (value: Node) => nodeTypeOf(value.id) ?? undefined,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;
}

/** The GraphQL type that an id names, or null. */
export function nodeTypeOf(id: string): string | null {
  return TYPE_BY_PREFIX[id.slice(0, id.indexOf('_'))] ?? null;
}
