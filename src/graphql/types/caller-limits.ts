import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a caller may do. Null = no limit. Days and months are those of UTC.' })
export class CallerLimits {
  @Field(() => Int, { nullable: true, description: 'Tasks it may create in a minute.' })
  tasksPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Tasks it may have that are not done yet.' })
  tasksInFlight!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'US dollars that the results of a day may cost, reserved ones included.',
  })
  usdPerDay!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for a month.' })
  usdPerMonth!: number | null;
}

@ObjectType({ description: 'What a caller has done up to now.' })
export class CallerUse {
  @Field(() => Int, { description: 'Tasks it created in the last minute.' })
  tasksInLastMinute!: number;

  @Field(() => Int, { description: 'Its tasks that are not done yet.' })
  tasksInFlight!: number;

  @Field(() => Float, {
    description:
      'US dollars that its results of today cost: what was billed, and what is reserved for those under way. Deleting tasks frees nothing.',
  })
  usdToday!: number;

  @Field(() => Float, { description: 'The same for this month.' })
  usdThisMonth!: number;
}
