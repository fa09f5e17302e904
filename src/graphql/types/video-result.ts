import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ProgressSource, ProviderName, ResultPhase, VideoTaskStatus } from '../../tasks/task.js';
import type { Storyboard as StoredStoryboard } from '../../tasks/video-task.js';
import { ProgressSourceEnum, ProviderEnum, ResultPhaseEnum, VideoTaskStatusEnum } from './enums.js';
import { Cost } from './cost.js';
import { URLScalar } from './scalars.js';
import { SafetyVerdict } from './safety-verdict.js';
import { TaskError } from './task-error.js';

@ObjectType({ description: "One of a task's 1-4 videos, each with its own seed." })
export class VideoResult {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;

  @Field(() => Int, { description: 'Place among the results of the task, from 0.' })
  index!: number;

  @Field(() => VideoTaskStatusEnum, { description: 'Where the result stands.' })
  status!: VideoTaskStatus;

  @Field(() => ResultPhaseEnum, { description: 'The step it is at.' })
  phase!: ResultPhase;

  @Field(() => Int, { description: 'Percent, 0-100. Never moves backwards.' })
  progress!: number;

  @Field(() => ProgressSourceEnum, { description: 'Where the progress figure comes from.' })
  progressSource!: ProgressSource;

  @Field(() => Int, { nullable: true, description: 'Seconds left, as far as it is known.' })
  etaSeconds!: number | null;

  @Field(() => Int, {
    description: '0-2147483647. The same seed and input make the same video where the provider allows.',
  })
  seed!: number;

  @Field(() => ProviderEnum, { description: 'Who makes it.' })
  provider!: ProviderName;

  @Field(() => String, {
    nullable: true,
    description:
      "The provider's own id; null until it accepted the result, and where only the video of an earlier task's result " +
      'is fetched: that one keeps it.',
  })
  providerTaskId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The prompt the model was really given, where the provider tells.',
  })
  actualPrompt!: string | null;

  @Field(() => Cost, {
    nullable: true,
    description: 'What it costs: an estimate until the provider tells. Null when the provider is free.',
  })
  cost!: Cost | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a safety check found it sensitive; null when nobody checked.',
  })
  sensitive!: boolean | null;

  @Field(() => SafetyVerdict, {
    nullable: true,
    description: 'What the safety check found; null until it is made, and when nobody checked.',
  })
  safetyVerdict!: SafetyVerdict | null;

  @Field(() => URLScalar, {
    nullable: true,
    description: 'Where the video was put as well, without the query of `uploadUrl`; null unless it was.',
  })
  uploadedTo!: string | null;

  @Field(() => TaskError, {
    nullable: true,
    description:
      'Why the video could not be put to `uploadUrl`; it is kept here all the same. Null unless that failed.',
  })
  uploadError!: TaskError | null;

  @Field(() => TaskError, { nullable: true, description: 'Why it failed; null unless it did.' })
  error!: TaskError | null;

  /** What `video`, `original`, `poster`, `preview` and `storyboard` are loaded from; null until they are secured. */
  videoAssetId!: string | null;
  originalAssetId!: string | null;
  posterAssetId!: string | null;
  previewAssetId!: string | null;
  storyboard!: StoredStoryboard | null;
}
