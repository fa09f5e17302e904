import { Field, Int, ObjectType } from 'type-graphql';
import type { AspectRatio, OutputFormat, ProviderName, VideoMode, VideoQuality } from '../../tasks/task.js';
import { AspectRatioEnum, OutputFormatEnum, ProviderEnum, VideoModeEnum, VideoQualityEnum } from './enums.js';

@ObjectType({ description: 'Both ends are valid.' })
export class IntRange {
  @Field(() => Int, { description: 'The smallest valid value.' })
  min!: number;

  @Field(() => Int, { description: 'The greatest valid value.' })
  max!: number;
}

@ObjectType({ description: 'A size that a video may have.' })
export class VideoSize {
  @Field(() => VideoQualityEnum, { description: 'The quality that means this size.' })
  quality!: VideoQuality;

  @Field(() => AspectRatioEnum, { description: 'The aspect ratio that means this size.' })
  aspectRatio!: AspectRatio;

  @Field(() => Int, { description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Pixels.' })
  height!: number;
}

@ObjectType({ description: 'What a mode takes.' })
export class VideoModeLimits {
  @Field(() => VideoModeEnum, { description: 'The mode.' })
  mode!: VideoMode;

  @Field(() => Boolean, { description: 'Whether a prompt is needed.' })
  promptRequired!: boolean;

  @Field(() => [String], { description: 'Inputs that must be given.' })
  requiredInputs!: string[];

  @Field(() => [String], { description: 'Inputs that may be given.' })
  allowedInputs!: string[];

  @Field(() => Int, { description: 'Reference images and videos together, at most.' })
  maxReferences!: number;

  @Field(() => IntRange, { description: 'Length of the video in whole seconds.' })
  durationSeconds!: IntRange;
}

@ObjectType({ description: 'What one provider can do with the model.' })
export class VideoModelProvider {
  @Field(() => ProviderEnum, { description: 'The provider.' })
  provider!: ProviderName;

  @Field(() => [VideoModeEnum], { description: 'What it can make videos from.' })
  modes!: VideoMode[];

  @Field(() => [OutputFormatEnum], { description: 'The containers it can deliver.' })
  outputFormats!: OutputFormat[];

  @Field(() => [VideoSize], { description: 'The sizes it can make.' })
  sizes!: VideoSize[];

  @Field(() => IntRange, { description: 'Length of the video in whole seconds.' })
  durationSeconds!: IntRange;

  @Field(() => IntRange, { description: 'Seeds it takes.' })
  seed!: IntRange;

  @Field(() => Boolean, { description: 'Whether it tells how far it is; otherwise progress is estimated.' })
  reportsProgress!: boolean;

  @Field(() => Boolean, { description: 'Whether its videos cost money.' })
  costsMoney!: boolean;
}

@ObjectType({ description: 'A model, with everything that bounds a task for it.' })
export class VideoModel {
  @Field(() => String, { description: 'The name that `createVideoTask` takes.' })
  name!: string;

  @Field(() => Int, { description: 'Unicode characters of a prompt, at most; a longer one is cut.' })
  promptMaxCharacters!: number;

  @Field(() => Int, { description: 'Unicode characters of a negative prompt, at most; a longer one is cut.' })
  negativePromptMaxCharacters!: number;

  @Field(() => Int, { description: 'Frames per second.' })
  frameRate!: number;

  @Field(() => IntRange, { description: 'Results that a task may ask for.' })
  numberResults!: IntRange;

  @Field(() => IntRange, { description: 'Compression quality of the finished file.' })
  outputQuality!: IntRange;

  @Field(() => [VideoSize], { description: 'Every size that can be asked for.' })
  sizes!: VideoSize[];

  @Field(() => [VideoModeLimits], { description: 'What each mode takes.' })
  modes!: VideoModeLimits[];

  @Field(() => [VideoModelProvider], { description: 'Who can make it here, in the order in which they are chosen.' })
  providers!: VideoModelProvider[];
}
