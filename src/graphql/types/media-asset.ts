import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { MediaKind } from '../../media/asset.js';
import { MediaKindEnum } from './enums.js';
import { Node } from './node.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ implements: Node, description: 'A media file that the gateway keeps: uploaded, imported or produced.' })
export class MediaAsset {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;

  @Field(() => MediaKindEnum, { description: 'What it is, judged by its content.' })
  kind!: MediaKind;

  @Field(() => String, { description: 'Judged by its content, for example video/mp4.' })
  mimeType!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  bytes!: number;

  @Field(() => Int, { nullable: true, description: 'Pixels; null for audio.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels; null for audio.' })
  height!: number | null;

  @Field(() => Float, { nullable: true, description: 'Length in seconds; null for images.' })
  durationSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Frames per second; null unless it is a video.' })
  frameRate!: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a sound track is there; null for images.' })
  hasAudio!: boolean | null;

  @Field(() => String, { description: 'SHA-256 of the whole file, in hexadecimal.' })
  sha256!: string;

  @Field(() => DateTimeScalar, { description: 'When it was kept.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its file is removed, or was; null means it stays until it is deleted.',
  })
  expiresAt!: Date | null;
}
