import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { MediaAsset as StoredAsset } from '../../media/asset.js';
import { MediaAsset } from './media-asset.js';

@ObjectType({
  description:
    'Small pictures of the video at equal distances, for looking up a place in it. The tiles lie row by row in one JPEG, the first at the upper left.',
})
export class Storyboard {
  @Field(() => MediaAsset, { description: 'The JPEG with all tiles.' })
  sprite!: StoredAsset;

  @Field(() => Int, { description: 'Tiles in a row, 1-5.' })
  columns!: number;

  @Field(() => Int, { description: 'Rows, 1-5.' })
  rows!: number;

  @Field(() => Int, { description: 'Tiles, 1-25; the last row may have fewer of them than the others.' })
  count!: number;

  @Field(() => Int, { description: 'Pixels; the longer side of a tile has 256.' })
  tileWidth!: number;

  @Field(() => Int, { description: 'Pixels; the longer side of a tile has 256.' })
  tileHeight!: number;

  @Field(() => Float, { description: 'Seconds of the video that one tile stands for.' })
  intervalSeconds!: number;
}
