import { Arg, Authorized, Field, Float, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { NewLimits, SetLimitsOutcome } from '../../callers/set-limits.js';
import { work } from '../field-costs.js';
import { CallerLimits } from '../types/caller-limits.js';
import { UserError } from '../types/user-error.js';

@InputType({
  description:
    'What a caller may do. Limits that are left out stay; null takes one away, so that what holds for all callers holds again.',
})
export class SetCallerLimitsInput {
  @Field(() => String, { description: 'Name of the caller.' })
  callerName!: string;

  @Field(() => Int, { nullable: true, description: 'Operations it may send in a minute, over all transports.' })
  requestsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Points that the operations of a minute may cost together.' })
  pointsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Sockets and event streams it may have open at the same time.' })
  sockets?: number | null;

  @Field(() => Int, { nullable: true, description: 'Tasks it may create in a minute.' })
  tasksPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: 'Tasks it may have that are not done yet.' })
  tasksInFlight?: number | null;

  @Field(() => Float, { nullable: true, description: 'US dollars that the results of a day (UTC) may cost.' })
  usdPerDay?: number | null;

  @Field(() => Float, { nullable: true, description: 'US dollars that the results of a month (UTC) may cost.' })
  usdPerMonth?: number | null;
}

@ObjectType({ description: 'What became of `setCallerLimits`.' })
export class SetCallerLimitsPayload {
  @Field(() => CallerLimits, {
    nullable: true,
    description: 'All limits as they are now; null when there are user errors.',
  })
  limits!: CallerLimits | null;

  @Field(() => [UserError], { description: 'Why they were not set; empty when they were.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type SetLimits = (callerName: string, wanted: NewLimits) => Promise<SetLimitsOutcome>;

@Resolver()
export class SetCallerLimits {
  constructor(private readonly setLimits: SetLimits) {}

  @Authorized<Scope>('admin')
  @Mutation(() => SetCallerLimitsPayload, {
    complexity: work(10),
    description:
      'Sets what a caller may do; every node holds to it within a second. Costs are reserved when a task is created, and settled or released as its results end. For admins.',
  })
  async setCallerLimits(
    @Arg('input', () => SetCallerLimitsInput, { description: 'Which limits of which caller.' })
    { callerName, ...wanted }: SetCallerLimitsInput,
  ): Promise<SetCallerLimitsPayload> {
    const outcome = await this.setLimits(callerName, wanted);
    if (outcome.kind === 'refused') return { limits: null, userErrors: outcome.userErrors };
    return { limits: outcome.limits, userErrors: [] };
  }
}
