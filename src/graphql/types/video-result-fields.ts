import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphQLContext } from '../context.js';
import { MediaAsset } from './media-asset.js';
import { VideoResult } from './video-result.js';

/** Fields of a result that are looked up only when they are asked for. */
@Resolver(() => VideoResult)
export class VideoResultFields {
  @FieldResolver(() => MediaAsset, {
    nullable: true,
    description: 'The video; null until it is secured, and once it was deleted.',
  })
  async video(@Root() { videoAssetId }: VideoResult, @Ctx() { assets }: GraphQLContext): Promise<MediaAsset | null> {
    return videoAssetId === null ? null : assets.load(videoAssetId);
  }

  @FieldResolver(() => MediaAsset, {
    nullable: true,
    description: 'A picture of the video; null until it is secured, and once it was deleted.',
  })
  async poster(@Root() { posterAssetId }: VideoResult, @Ctx() { assets }: GraphQLContext): Promise<MediaAsset | null> {
    return posterAssetId === null ? null : assets.load(posterAssetId);
  }
}
