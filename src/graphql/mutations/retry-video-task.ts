import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { Trail } from '../../lib/trail.js';
import type { RetryTaskOutcome } from '../../tasks/retry-task.js';
import type { GraphQLContext } from '../context.js';
import { UserError } from '../types/user-error.js';
import { VideoTask } from '../types/video-task.js';

@InputType({ description: 'Which task to try again.' })
export class RetryVideoTaskInput {
  @Field(() => ID, { description: 'Id of the task.' })
  id!: string;
}

@ObjectType({ description: 'What became of `retryVideoTask`.' })
export class RetryVideoTaskPayload {
  @Field(() => VideoTask, { nullable: true, description: 'The new task; null when there are user errors.' })
  task!: VideoTask | null;

  @Field(() => [Int], {
    description:
      "Indexes of the new task's results that only fetch a video which is made and paid already, at no cost: " +
      'their cost is 0. All others are made again and cost again. Empty when there are user errors.',
  })
  fetchedAgain!: number[];

  @Field(() => [UserError], { description: 'Why it was not tried again; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type RetryTask = (callerId: string, taskId: string, trail: Trail) => Promise<RetryTaskOutcome>;

@Resolver()
export class RetryVideoTask {
  constructor(private readonly retryTask: RetryTask) {}

  @Authorized<Scope>('tasks:create')
  @Mutation(() => RetryVideoTaskPayload, {
    complexity: work(10),
    description:
      'Makes a new task, with the same options and seeds, of the results that did not complete. A video that was made ' +
      'but could not be fetched (OUTPUT_UNREACHABLE) is only fetched again, at no cost, for 24 hours after it was made; ' +
      'everything else is made, and billed, again.',
  })
  async retryVideoTask(
    @Arg('input', () => RetryVideoTaskInput, { description: 'Which task.' }) { id }: RetryVideoTaskInput,
    @Ctx() { caller, requestId, traceparent }: GraphQLContext,
  ): Promise<RetryVideoTaskPayload> {
    const outcome = await this.retryTask(caller.id, id, { requestId, traceparent });
    if (outcome.kind === 'refused') return { task: null, fetchedAgain: [], userErrors: outcome.userErrors };
    return { task: outcome.task, fetchedAgain: outcome.fetchedAgain, userErrors: [] };
  }
}
