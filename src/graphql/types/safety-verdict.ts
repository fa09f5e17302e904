import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { SafetyCategory, SafetyVerdict as Verdict } from '../../tasks/task.js';
import { SafetyCategoryEnum, SafetyCheckerEnum } from './enums.js';

@ObjectType({ description: 'What a safety check found.' })
export class SafetyVerdict {
  @Field(() => Boolean, {
    description:
      "Whether the video is sensitive: of the gateway's own checks, those with a score of SAFETY_THRESHOLD or more.",
  })
  sensitive!: boolean;

  @Field(() => SafetyCheckerEnum, { description: 'Who checked.' })
  checkedBy!: Verdict['checkedBy'];

  @Field(() => SafetyCategoryEnum, {
    nullable: true,
    description: 'What the most sensitive frame most likely shows; null from a provider.',
  })
  category!: SafetyCategory | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of the most sensitive frame, 0-1: the likelihoods of PORN and HENTAI, and half of that of SEXY; null from a provider.',
  })
  score!: number | null;

  @Field(() => Int, { nullable: true, description: 'Frames that were looked at; null from a provider.' })
  framesChecked!: number | null;
}
