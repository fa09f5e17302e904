import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { MediaLink } from '../../media/asset-link.js';
import type { MediaAsset } from '../../media/asset.js';
import type { StoryboardLayout } from '../../tasks/video-task.js';
import { DateTimeScalar, URLScalar } from './scalars.js';
import { Storyboard } from './storyboard.js';

/** Makes the link of a sprite's cues; null once the sprite has expired. */
export type LinkStoryboard = (sprite: MediaAsset, layout: StoryboardLayout) => MediaLink | null;

/** The signed link of a storyboard's cues, made only when it is asked for. */
@Resolver(() => Storyboard)
export class StoryboardFields {
  constructor(private readonly linkStoryboard: LinkStoryboard) {}

  @FieldResolver(() => URLScalar, {
    nullable: true,
    description:
      'A signed link to the times and places of all tiles as WebVTT (`sprite#xywh=x,y,width,height`), as players take it for thumbnails. Null once the files have expired.',
  })
  vttUrl(@Root() storyboard: Storyboard): string | null {
    return this.linkStoryboard(storyboard.sprite, storyboard)?.url ?? null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When `vttUrl`, and the links in it, stop working: with the link of `sprite`.',
  })
  vttUrlExpiresAt(@Root() storyboard: Storyboard): Date | null {
    return this.linkStoryboard(storyboard.sprite, storyboard)?.expiresAt ?? null;
  }
}
