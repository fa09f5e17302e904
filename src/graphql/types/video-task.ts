import { Field, ID, Int, ObjectType } from 'type-graphql';
import { resultsOfTask } from '../field-costs.js';
import type {
  AspectRatio,
  OutputFormat,
  ProgressSource,
  ShotType,
  VideoMode,
  VideoQuality,
  VideoTaskStatus,
} from '../../tasks/task.js';
import {
  AspectRatioEnum,
  OutputFormatEnum,
  ProgressSourceEnum,
  ShotTypeEnum,
  VideoModeEnum,
  VideoQualityEnum,
  VideoTaskStatusEnum,
} from './enums.js';
import { Node } from './node.js';
import { DateTimeScalar, UUIDScalar } from './scalars.js';
import { Shot } from './shot.js';
import { TaskError } from './task-error.js';
import { VideoResult } from './video-result.js';
import { Warning } from './warning.js';

@ObjectType({ implements: Node, description: 'What a caller asked for, and how far it is.' })
export class VideoTask {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;

  @Field(() => UUIDScalar, { name: 'taskUUID', nullable: true, description: "The client's own id, when it gave one." })
  taskUuid!: string | null;

  @Field(() => String, { description: 'The model, for example wan2.7.' })
  model!: string;

  @Field(() => VideoModeEnum, { description: 'What the video is made from.' })
  mode!: VideoMode;

  @Field(() => VideoTaskStatusEnum, { description: 'Where the task stands.' })
  status!: VideoTaskStatus;

  @Field(() => Int, { description: 'Percent over all results, 0-100. Never moves backwards.' })
  progress!: number;

  @Field(() => ProgressSourceEnum, { description: 'Where the progress figure comes from.' })
  progressSource!: ProgressSource;

  @Field(() => Int, { nullable: true, description: 'Seconds until the last result is done, as far as it is known.' })
  etaSeconds!: number | null;

  @Field(() => Int, {
    description: 'Grows by one with every event: of two states, the one with the greater version is newer.',
  })
  version!: number;

  @Field(() => String, {
    description: 'The prompt with the shot list, cut to 5000 characters. Empty when none was needed.',
  })
  prompt!: string;

  @Field(() => String, { nullable: true, description: 'What should not appear, cut to 500 characters.' })
  negativePrompt!: string | null;

  @Field(() => [Shot], { description: 'The shot list as read from the prompt; empty when there is none.' })
  shots!: Shot[];

  @Field(() => VideoQualityEnum, { description: 'How many pixels the video has.' })
  quality!: VideoQuality;

  @Field(() => AspectRatioEnum, { description: 'Width to height.' })
  aspectRatio!: AspectRatio;

  @Field(() => Int, { description: 'Pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Pixels.' })
  height!: number;

  @Field(() => Int, { description: 'Length of the video in seconds, 2-15.' })
  durationSeconds!: number;

  @Field(() => ShotTypeEnum, { nullable: true, description: 'One take or several; null leaves it to the model.' })
  shotType!: ShotType | null;

  @Field(() => Boolean, { description: 'Whether the prompt is expanded before the model sees it.' })
  promptExtend!: boolean;

  @Field(() => Boolean, { description: 'Whether music or effects are made when no audio is given.' })
  generateAudio!: boolean;

  @Field(() => OutputFormatEnum, { description: 'The container of the finished file.' })
  outputFormat!: OutputFormat;

  @Field(() => Int, { description: 'Compression quality of the finished file, 20-99.' })
  outputQuality!: number;

  @Field(() => [Warning], { description: 'What is done differently from what was asked.' })
  warnings!: Warning[];

  @Field(() => [VideoResult], { complexity: resultsOfTask, description: 'The 1-4 videos, by their index.' })
  results!: VideoResult[];

  @Field(() => TaskError, { nullable: true, description: 'Why the task failed; null unless it did.' })
  error!: TaskError | null;

  @Field(() => DateTimeScalar, { description: 'When it was stored.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a provider accepted its first result.' })
  startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its last result was done.' })
  finishedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When its files are removed, or were; the task and its figures stay. Null while unknown, or when the files stay.',
  })
  expiresAt!: Date | null;

  /** The task behind `retriedFrom`. */
  retriedFromId!: string | null;
}
