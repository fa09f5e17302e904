import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { MediaLink } from '../../media/asset-link.js';
import { isExpired, type MediaAsset as StoredAsset } from '../../media/asset.js';
import { MediaAsset } from './media-asset.js';
import { DateTimeScalar, URLScalar } from './scalars.js';

/** Makes the link of an asset; null once it has expired. */
export type LinkAsset = (asset: StoredAsset) => MediaLink | null;

/** The signed link of an asset, made only when it is asked for. */
@Resolver(() => MediaAsset)
export class MediaAssetFields {
  constructor(private readonly linkAsset: LinkAsset) {}

  @FieldResolver(() => URLScalar, {
    nullable: true,
    description:
      'A signed link to the file: whoever has it may read it, with Range, until it expires. Null once the file has expired.',
  })
  url(@Root() asset: StoredAsset): string | null {
    return this.linkAsset(asset)?.url ?? null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When `url` stops working: 24 hours or a little more from now, or when the file expires. Ask again for a new one.',
  })
  urlExpiresAt(@Root() asset: StoredAsset): Date | null {
    return this.linkAsset(asset)?.expiresAt ?? null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its file went, as its time was over: `url` is null from then on. Null as long as the file is there.',
  })
  removedAt(@Root() asset: StoredAsset): Date | null {
    if (!isExpired(asset, new Date())) return null;
    return asset.removedAt ?? asset.expiresAt;
  }
}
