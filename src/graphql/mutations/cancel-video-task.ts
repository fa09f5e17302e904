import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { CancelTaskOutcome } from '../../tasks/cancel-task.js';
import type { GraphQLContext } from '../context.js';
import { UserError } from '../types/user-error.js';
import { VideoTask } from '../types/video-task.js';

@InputType({ description: 'Which task to stop.' })
export class CancelVideoTaskInput {
  @Field(() => ID, { description: 'Id of the task.' })
  id!: string;
}

@ObjectType({ description: 'What became of `cancelVideoTask`.' })
export class CancelVideoTaskPayload {
  @Field(() => VideoTask, { nullable: true, description: 'The cancelled task; null when there are user errors.' })
  task!: VideoTask | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a provider bills it all the same; null when that cannot be told yet.',
  })
  stillBilled!: boolean | null;

  @Field(() => [UserError], { description: 'Why it was not cancelled; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type CancelTask = (callerId: string, taskId: string) => Promise<CancelTaskOutcome>;

@Resolver()
export class CancelVideoTask {
  constructor(private readonly cancelTask: CancelTask) {}

  @Authorized<Scope>('tasks:cancel')
  @Mutation(() => CancelVideoTaskPayload, {
    complexity: work(10),
    description: 'Stops a task that is not done yet. Results that were completed before stay.',
  })
  async cancelVideoTask(
    @Arg('input', () => CancelVideoTaskInput, { description: 'Which task.' }) { id }: CancelVideoTaskInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<CancelVideoTaskPayload> {
    const outcome = await this.cancelTask(caller.id, id);
    if (outcome.kind === 'refused') return { task: null, stillBilled: null, userErrors: outcome.userErrors };
    return { task: outcome.task, stillBilled: outcome.stillBilled, userErrors: [] };
  }
}
