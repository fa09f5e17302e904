import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { oneLookUp } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { GraphQLContext } from '../context.js';
import { MediaAsset } from '../types/media-asset.js';

@Resolver()
export class MediaAssetQuery {
  @Authorized<Scope>('tasks:read')
  @Query(() => MediaAsset, {
    nullable: true,
    complexity: oneLookUp,
    description: "One of the caller's media assets; null when there is none of this id.",
  })
  mediaAsset(
    @Arg('id', () => ID, { description: 'Id of the asset.' }) id: string,
    @Ctx() { findAsset }: GraphQLContext,
  ): Promise<MediaAsset | null> {
    return findAsset(id);
  }
}
