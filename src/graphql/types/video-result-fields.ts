import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { oneLookUp } from '../field-costs.js';
import type { GraphQLContext } from '../context.js';
import { MediaAsset } from './media-asset.js';
import { Storyboard } from './storyboard.js';
import { VideoResult } from './video-result.js';

/** Fields of a result that are looked up only when they are asked for. */
@Resolver(() => VideoResult)
export class VideoResultFields {
  @FieldResolver(() => MediaAsset, {
    nullable: true,
    complexity: oneLookUp,
    description: 'The video; null until it is secured, and once it was deleted.',
  })
  video(@Root() { videoAssetId }: VideoResult, @Ctx() context: GraphQLContext): Promise<MediaAsset | null> | null {
    return load(context, videoAssetId);
  }

  @FieldResolver(() => MediaAsset, {
    nullable: true,
    complexity: oneLookUp,
    description:
      "The provider's own bytes, with whatever they tell of their origin, where the video was converted: into the asked container or quality, or to start playing before it is fully loaded. Null when the video is these bytes.",
  })
  original(
    @Root() { originalAssetId }: VideoResult,
    @Ctx() context: GraphQLContext,
  ): Promise<MediaAsset | null> | null {
    return load(context, originalAssetId);
  }

  @FieldResolver(() => MediaAsset, {
    nullable: true,
    complexity: oneLookUp,
    description: 'A picture of the video; null until it is secured, and once it was deleted.',
  })
  poster(@Root() { posterAssetId }: VideoResult, @Ctx() context: GraphQLContext): Promise<MediaAsset | null> | null {
    return load(context, posterAssetId);
  }

  @FieldResolver(() => MediaAsset, {
    nullable: true,
    complexity: oneLookUp,
    description:
      'The whole video in at most two and a half seconds: a small MP4 without sound, 256 pixels on its longer side. Null until it is secured, and when it could not be made.',
  })
  preview(@Root() { previewAssetId }: VideoResult, @Ctx() context: GraphQLContext): Promise<MediaAsset | null> | null {
    return load(context, previewAssetId);
  }

  @FieldResolver(() => Storyboard, {
    nullable: true,
    complexity: oneLookUp,
    description: 'Small pictures for looking up a place. Null until it is secured, and when they could not be made.',
  })
  async storyboard(@Root() { storyboard }: VideoResult, @Ctx() context: GraphQLContext): Promise<Storyboard | null> {
    const sprite = await load(context, storyboard?.assetId ?? null);
    return storyboard === null || sprite === null ? null : { ...storyboard, sprite };
  }
}

/** What needs no looking up is no promise: executing a task that runs would cost twice as much. */
function load({ findAsset }: GraphQLContext, id: string | null) {
  return id === null ? null : findAsset(id);
}
