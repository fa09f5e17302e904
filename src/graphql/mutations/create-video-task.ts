import { Arg, Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { CreateTaskOutcome } from '../../tasks/create-task.js';
import type { Trail } from '../../lib/trail.js';
import type { TaskInput } from '../../tasks/task-input.js';
import type { GraphQLContext } from '../context.js';
import { CreateVideoTaskInput } from '../inputs/create-video-task-input.js';
import { toTaskInput } from '../inputs/to-task-input.js';
import { UserError } from '../types/user-error.js';
import { VideoTask } from '../types/video-task.js';
import { Warning } from '../types/warning.js';

@ObjectType({ description: 'What became of `createVideoTask`.' })
export class CreateVideoTaskPayload {
  @Field(() => VideoTask, { nullable: true, description: 'The task; null when there are user errors.' })
  task!: VideoTask | null;

  @Field(() => Boolean, { description: 'Whether the idempotency key had already made this task.' })
  replayed!: boolean;

  @Field(() => [Warning], { description: 'What is done differently from what was asked.' })
  warnings!: Warning[];

  @Field(() => [UserError], { description: 'Every mistake in the input. With any of them nothing is stored.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type CreateTask = (callerId: string, input: TaskInput, trail: Trail) => Promise<CreateTaskOutcome>;

@Resolver()
export class CreateVideoTask {
  constructor(private readonly createTask: CreateTask) {}

  @Authorized<Scope>('tasks:create')
  @Mutation(() => CreateVideoTaskPayload, {
    complexity: work(10),
    description: 'Stores a video task and starts it. Follow it with `videoTaskUpdated`.',
  })
  async createVideoTask(
    @Arg('input', () => CreateVideoTaskInput, { description: 'What to make.' }) input: CreateVideoTaskInput,
    @Ctx() { caller, requestId, traceparent }: GraphQLContext,
  ): Promise<CreateVideoTaskPayload> {
    const outcome = await this.createTask(caller.id, toTaskInput(input), { requestId, traceparent });
    if (outcome.kind === 'refused') {
      return { task: null, replayed: false, warnings: [], userErrors: outcome.userErrors };
    }
    const { task, replayed } = outcome;
    return { task, replayed, warnings: task.warnings, userErrors: [] };
  }
}
