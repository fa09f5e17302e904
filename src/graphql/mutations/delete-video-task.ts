import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { DeleteTaskOutcome } from '../../tasks/delete-task.js';
import type { GraphQLContext } from '../context.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'Which task to delete.' })
export class DeleteVideoTaskInput {
  @Field(() => ID, { description: 'Id of the task.' })
  id!: string;
}

@ObjectType({ description: 'What became of `deleteVideoTask`.' })
export class DeleteVideoTaskPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the task that is gone; null when there are user errors.' })
  deletedId!: string | null;

  @Field(() => [UserError], { description: 'Why it was not deleted; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type DeleteTask = (callerId: string, taskId: string) => Promise<DeleteTaskOutcome>;

@Resolver()
export class DeleteVideoTask {
  constructor(private readonly deleteTask: DeleteTask) {}

  @Authorized<Scope>('tasks:cancel')
  @Mutation(() => DeleteVideoTaskPayload, {
    complexity: work(10),
    description: 'Deletes a finished task with its events and the files made for it. Its inputs stay.',
  })
  async deleteVideoTask(
    @Arg('input', () => DeleteVideoTaskInput, { description: 'Which task.' }) { id }: DeleteVideoTaskInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<DeleteVideoTaskPayload> {
    const outcome = await this.deleteTask(caller.id, id);
    if (outcome.kind === 'refused') return { deletedId: null, userErrors: outcome.userErrors };
    return { deletedId: outcome.taskId, userErrors: [] };
  }
}
