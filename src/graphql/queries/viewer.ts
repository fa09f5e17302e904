import { Ctx, Query, Resolver } from 'type-graphql';
import type { GraphQLContext } from '../context.js';
import { Viewer } from '../types/viewer.js';

@Resolver()
export class ViewerQuery {
  @Query(() => Viewer, { description: 'The caller itself.' })
  viewer(@Ctx() { caller }: GraphQLContext): Viewer {
    return { id: caller.id, name: caller.name, scopes: [...caller.scopes] };
  }
}
