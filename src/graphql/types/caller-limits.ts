import { Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a caller may do. Null = no limit. Days and months are those of UTC.' })
export class CallerLimits {
  @Field(() => Int, { nullable: true, description: 'Operations it may send in a minute, over all transports.' })
  requestsPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Points that the operations of a minute may cost together.' })
  pointsPerMinute!: number | null;

  @Field(() => Int, { nullable: true, description: 'Sockets and event streams it may have open at the same time.' })
  sockets!: number | null;

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

@ObjectType({ description: 'How much of a limit is used.' })
export class LimitUse {
  @Field(() => Int, { description: 'What was used, refused requests included.' })
  used!: number;

  @Field(() => Int, { description: 'What is left.' })
  left!: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When all of it is free again; null when that depends on the caller.',
  })
  resetsAt!: Date | null;
}

@ObjectType({ description: 'What a caller has done up to now.' })
export class CallerUse {
  @Field(() => LimitUse, {
    nullable: true,
    description: 'Operations of this minute, which began with the first of them; null when nothing limits them.',
  })
  requestsThisMinute!: LimitUse | null;

  @Field(() => LimitUse, {
    nullable: true,
    description: 'Points that these cost; null when nothing limits them.',
  })
  pointsThisMinute!: LimitUse | null;

  @Field(() => LimitUse, {
    nullable: true,
    description: 'Sockets and event streams that are open; null when nothing limits them.',
  })
  sockets!: LimitUse | null;

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
