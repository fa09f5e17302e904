import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
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

  @Field(() => [UserError], { description: 'Why it was not tried again; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type RetryTask = (callerId: string, taskId: string) => Promise<RetryTaskOutcome>;

@Resolver()
export class RetryVideoTask {
  constructor(private readonly retryTask: RetryTask) {}

  @Mutation(() => RetryVideoTaskPayload, {
    description: 'Makes a new task, with the same options and seeds, of the results that did not complete.',
  })
  async retryVideoTask(
    @Arg('input', () => RetryVideoTaskInput, { description: 'Which task.' }) { id }: RetryVideoTaskInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<RetryVideoTaskPayload> {
    const outcome = await this.retryTask(caller.id, id);
    if (outcome.kind === 'refused') return { task: null, userErrors: outcome.userErrors };
    return { task: outcome.task, userErrors: [] };
  }
}
