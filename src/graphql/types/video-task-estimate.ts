import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ProviderName } from '../../tasks/task.js';
import { Cost } from './cost.js';
import { ProviderEnum } from './enums.js';
import { UserError } from './user-error.js';
import { Warning } from './warning.js';

@ObjectType({ description: 'How the price of one result comes about.' })
export class VideoResultEstimate {
  @Field(() => Int, { description: 'Place among the results of the task, from 0.' })
  index!: number;

  @Field(() => Float, {
    description: 'US dollars for one second, at the quality asked for; 0 when the provider is free.',
  })
  usdPerSecond!: number;

  @Field(() => Float, { description: 'Seconds of video that are made.' })
  videoSeconds!: number;

  @Field(() => Float, { description: 'Seconds of input video that the provider bills too.' })
  billedInputSeconds!: number;

  @Field(() => Float, { description: 'US dollars for the result.' })
  usd!: number;
}

@ObjectType({ description: 'What a task would cost and who would make it, or every mistake in its input.' })
export class VideoTaskEstimate {
  @Field(() => ProviderEnum, { nullable: true, description: 'Who would make it now; null when there are user errors.' })
  provider!: ProviderName | null;

  @Field(() => Cost, { nullable: true, description: 'All results together; null when the provider is free.' })
  cost!: Cost | null;

  @Field(() => [VideoResultEstimate], { description: 'Each result.' })
  results!: VideoResultEstimate[];

  @Field(() => [Warning], { description: 'What would be done differently from what was asked.' })
  warnings!: Warning[];

  @Field(() => [UserError], { description: 'Every mistake in the input.' })
  userErrors!: UserError[];
}
