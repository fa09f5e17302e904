import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { manyLookUps, oneLookUp } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { GraphQLContext } from '../context.js';
import { requestError } from '../errors.js';
import { Node, nodeTypeOf } from '../types/node.js';

const MAX_IDS = 100;

@Resolver()
export class NodeQuery {
  @Authorized<Scope>('tasks:read')
  @Query(() => Node, {
    nullable: true,
    complexity: oneLookUp,
    description: "Anything of the caller's by its id; null when there is none.",
  })
  node(
    @Arg('id', () => ID, { description: 'Id of a task or a media asset.' }) id: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Node | null> {
    return findNode(context, id);
  }

  @Authorized<Scope>('tasks:read')
  @Query(() => [Node], {
    nullable: 'items',
    complexity: manyLookUps,
    description: 'Several nodes, in the order of their ids; null where there is none.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Ids of tasks or media assets, at most 100.' }) ids: string[],
    @Ctx() context: GraphQLContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > MAX_IDS) {
      throw requestError('BAD_USER_INPUT', `\`ids\` may hold ${MAX_IDS} ids, not ${ids.length}.`);
    }
    return Promise.all(ids.map((id) => findNode(context, id)));
  }
}

async function findNode({ findTask, findAsset }: GraphQLContext, id: string): Promise<Node | null> {
  switch (nodeTypeOf(id)) {
    case 'VideoTask':
      return findTask(id);
    case 'MediaAsset':
      return findAsset(id);
    default:
      return null;
  }
}
