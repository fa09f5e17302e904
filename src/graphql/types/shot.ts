import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One shot of a video with several.' })
export class Shot {
  @Field(() => Float, { description: 'Seconds from the start of the video.' })
  startSeconds!: number;

  @Field(() => Float, { description: 'Seconds from the start of the video; greater than `startSeconds`.' })
  endSeconds!: number;

  @Field(() => String, { description: 'What the shot shows.' })
  description!: string;
}
