import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { TaskEventType } from '../../events/event.js';
import type { AspectRatio, OutputFormat, ProviderName, SafetyMode, ShotType, VideoQuality } from '../../tasks/task.js';
import {
  AspectRatioEnum,
  OutputFormatEnum,
  ProviderEnum,
  SafetyModeEnum,
  ShotTypeEnum,
  VideoQualityEnum,
  VideoTaskEventTypeEnum,
} from '../types/enums.js';
import { URLScalar, UUIDScalar } from '../types/scalars.js';

@InputType({ description: 'Where a media file comes from: exactly one field is given.' })
export class MediaSource {
  @Field(() => ID, { nullable: true, description: 'A media asset that was uploaded, imported or produced before.' })
  assetId?: string | null;

  @Field(() => URLScalar, {
    nullable: true,
    description: 'Where to fetch it: https, at most 2048 characters, no private address.',
  })
  url?: URL | string | null;

  @Field(() => String, { nullable: true, description: 'An image as a data URI, at most 20 MB. Images only.' })
  dataUri?: string | null;

  @Field(() => String, { nullable: true, description: 'An image as base64, at most 20 MB. Images only.' })
  base64?: string | null;
}

@InputType({ description: 'One shot of a video with several. Shots must be in order and must not overlap.' })
export class ShotInput {
  @Field(() => Float, { description: 'Seconds from the start of the video, 0 or more.' })
  startSeconds!: number;

  @Field(() => Float, { description: 'Seconds from the start of the video, at most its duration.' })
  endSeconds!: number;

  @Field(() => String, { description: 'What the shot shows.' })
  description!: string;
}

@InputType({
  description:
    'Media to make the video from. What is given decides the mode; `videoModels` tells which inputs each mode takes.',
})
export class VideoInputs {
  @Field(() => MediaSource, {
    nullable: true,
    description: 'The video starts on exactly this image. Sides 240-8000 pixels, at most 20 MB.',
  })
  firstFrame?: MediaSource | null;

  @Field(() => MediaSource, {
    nullable: true,
    description: 'The video ends on exactly this image. With `firstFrame` or `continueFrom`.',
  })
  lastFrame?: MediaSource | null;

  @Field(() => MediaSource, { nullable: true, description: 'The video goes on where this clip ends.' })
  continueFrom?: MediaSource | null;

  @Field(() => [MediaSource], {
    nullable: true,
    description: 'Images of subjects to show; with `referenceVideos` at most 5, beside `editVideo` at most 4.',
  })
  referenceImages?: MediaSource[] | null;

  @Field(() => [MediaSource], {
    nullable: true,
    description: 'Videos of subjects to show; with `referenceImages` at most 5. The video may then last 10 seconds.',
  })
  referenceVideos?: MediaSource[] | null;

  @Field(() => MediaSource, {
    nullable: true,
    description:
      'The video to change as the prompt says: 2-10 seconds, at most 100 MB. The result may last 10 seconds.',
  })
  editVideo?: MediaSource | null;

  @Field(() => MediaSource, {
    nullable: true,
    description:
      'Sound that drives the video: wav or mp3, 2-30 seconds, at most 15 MB. Cut at the end of the video, or followed by silence.',
  })
  audio?: MediaSource | null;
}

@InputType({ description: 'The finished file.' })
export class OutputOptions {
  @Field(() => OutputFormatEnum, { nullable: true, description: 'The container. Default: MP4.', defaultValue: 'MP4' })
  format?: OutputFormat | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 95,
    description:
      'Compression quality, 20-99: 0.04 to 0.25 bits per pixel. Where the provider cannot apply it, the gateway encodes the picture again, unless that would make the file larger. Default: 95, as the provider has it.',
  })
  quality?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Seconds for which the files and their links stay, 60 or more. Default: as long as the gateway keeps files.',
  })
  ttlSeconds?: number | null;

  @Field(() => URLScalar, {
    nullable: true,
    description:
      'Where the finished video is put as well: an https URL, such as a presigned one of S3, that takes a PUT with no header but `host` and `content-length`. For one result only. Its query is kept secret. What fails is told in `uploadError`, after a few tries within two minutes. Default: nowhere.',
  })
  uploadUrl?: URL | null;
}

@InputType({ description: "A server of the caller's that is told of the task's events." })
export class WebhookOptions {
  @Field(() => URLScalar, {
    description:
      'Where each event is sent with POST: https, at most 2048 characters, no private address. Its query is kept secret. Messages are signed as Standard Webhooks has it, with the secret of `webhookSecret`; what is not answered with 2xx within 10 seconds is sent again after 1, 2 and 4 seconds, and then for three days.',
  })
  url!: URL;

  @Field(() => [VideoTaskEventTypeEnum], {
    nullable: true,
    description: 'Which events are sent; all but SNAPSHOT may be. Default: COMPLETED, FAILED and CANCELLED.',
  })
  events?: TaskEventType[] | null;
}

@InputType({ description: 'A video task.' })
export class CreateVideoTaskInput {
  @Field(() => String, {
    nullable: true,
    description:
      '1-255 characters. The same key with the same input returns the first task again; with another input it is refused.',
  })
  idempotencyKey?: string | null;

  @Field(() => UUIDScalar, { nullable: true, description: "The client's own version 4 UUID; one task each." })
  taskUUID?: string | null;

  @Field(() => String, { nullable: true, description: 'The model. Default: wan2.7.', defaultValue: 'wan2.7' })
  model?: string | null;

  @Field(() => ProviderEnum, {
    nullable: true,
    description: 'Who is to make it. Default: the first provider that can do all that is asked.',
  })
  provider?: ProviderName | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the video shows, in English or Chinese: at most 5000 characters, longer is cut. A list such as "Shot 1 [0-3s] wide angle: rainy night street" is read as shots. Optional with frames, a clip or a video to edit.',
  })
  prompt?: string | null;

  @Field(() => [ShotInput], { nullable: true, description: 'A shot list, written behind the prompt as text.' })
  shots?: ShotInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What should not appear: at most 500 characters, longer is cut.',
  })
  negativePrompt?: string | null;

  @Field(() => VideoQualityEnum, { nullable: true, description: 'How many pixels. Default: P720.' })
  quality?: VideoQuality | null;

  @Field(() => AspectRatioEnum, { nullable: true, description: 'Width to height. Default: LANDSCAPE_16_9.' })
  aspectRatio?: AspectRatio | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Pixels. With `height`, a size of the table in `videoModels`, instead of quality and aspect ratio.',
  })
  width?: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels. With `width`.' })
  height?: number | null;

  @Field(() => Int, { nullable: true, description: 'Length in whole seconds, 2-15. Default: 5.', defaultValue: 5 })
  durationSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: '0-2147483647; several results count on from it. Default: random.',
  })
  seed?: number | null;

  @Field(() => ShotTypeEnum, {
    nullable: true,
    description: 'One take or several. Default: read from the prompt, otherwise left to the model.',
  })
  shotType?: ShotType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Expand the prompt before the model sees it. Default: false.',
    defaultValue: false,
  })
  promptExtend?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Make music or effects that fit when no audio is given. Default: true.',
    defaultValue: true,
  })
  generateAudio?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Videos with different seeds, 1-4. Default: 1.', defaultValue: 1 })
  numberResults?: number | null;

  @Field(() => SafetyModeEnum, {
    nullable: true,
    description:
      'A safety check of the finished video, by the provider where it makes one, otherwise here. Default: NONE.',
    defaultValue: 'NONE',
  })
  safety?: SafetyMode | null;

  @Field(() => VideoInputs, { nullable: true, description: 'Media to make the video from.' })
  inputs?: VideoInputs | null;

  @Field(() => OutputOptions, { nullable: true, description: 'The finished file.' })
  output?: OutputOptions | null;

  @Field(() => WebhookOptions, { nullable: true, description: 'Who is told of its events. Default: nobody.' })
  webhook?: WebhookOptions | null;
}
