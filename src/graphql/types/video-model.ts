import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { AspectRatio, OutputFormat, ProviderName, SafetyMode, VideoMode, VideoQuality } from '../../tasks/task.js';
import {
  AspectRatioEnum,
  OutputFormatEnum,
  ProviderEnum,
  SafetyModeEnum,
  VideoModeEnum,
  VideoQualityEnum,
} from './enums.js';

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

@ObjectType({ description: 'What a second of video costs.' })
export class VideoPrice {
  @Field(() => VideoQualityEnum, { description: 'The quality.' })
  quality!: VideoQuality;

  @Field(() => Float, { description: 'US dollars.' })
  usdPerSecond!: number;
}

@ObjectType({ description: 'What a mode lacks at one provider, compared with the model.' })
export class VideoModeRestriction {
  @Field(() => VideoModeEnum, { description: 'The mode.' })
  mode!: VideoMode;

  @Field(() => Int, {
    nullable: true,
    description: 'Whole seconds of video, at most; null when it is as `durationSeconds` says.',
  })
  maxDurationSeconds!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reference images, at most; null when it is as the model has it.' })
  maxReferenceImages!: number | null;

  @Field(() => Int, { nullable: true, description: 'Reference videos, at most; null when it is as the model has it.' })
  maxReferenceVideos!: number | null;

  @Field(() => [String], { description: 'Inputs that the model allows in this mode and the provider does not take.' })
  refusedInputs!: string[];

  @Field(() => Boolean, { description: 'Whether it wants a prompt where the model does not.' })
  promptRequired!: boolean;
}

@ObjectType({ description: 'What one provider can do with the model.' })
export class VideoModelProvider {
  @Field(() => ProviderEnum, { description: 'The provider.' })
  provider!: ProviderName;

  @Field(() => Boolean, {
    description:
      'Whether it takes new work now; false while it refuses its key or keeps failing. Its running work goes on.',
  })
  available!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it takes no new work now: "refuses its key" or "keeps failing"; null while it takes some.',
  })
  unavailableReason!: string | null;

  @Field(() => [VideoModeEnum], { description: 'What it can make videos from.' })
  modes!: VideoMode[];

  @Field(() => [VideoModeRestriction], { description: 'The modes in which it takes less than the model has.' })
  restrictions!: VideoModeRestriction[];

  @Field(() => [OutputFormatEnum], {
    description: 'The containers it delivers itself; the gateway converts into the others.',
  })
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

  @Field(() => [VideoPrice], { description: 'What a second of video costs; empty when it costs nothing.' })
  prices!: VideoPrice[];

  @Field(() => [VideoModeEnum], { description: 'Modes in which the seconds of the input videos are billed too.' })
  billsInputSeconds!: VideoMode[];

  @Field(() => [SafetyModeEnum], { description: 'The safety checks that it makes itself; the others are made here.' })
  safetyModes!: SafetyMode[];

  @Field(() => Boolean, { description: 'Whether it can leave the sound track out.' })
  canBeSilent!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it compresses by `output.quality` itself; otherwise the gateway does.',
  })
  takesOutputQuality!: boolean;

  @Field(() => Boolean, { description: 'Whether a cancelled result can be stopped before it is finished, and billed.' })
  canBeStopped!: boolean;
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
