import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { EstimateOutcome } from '../../tasks/estimate-task.js';
import type { TaskInput } from '../../tasks/task-input.js';
import type { GraphQLContext } from '../context.js';
import { CreateVideoTaskInput } from '../inputs/create-video-task-input.js';
import { toTaskInput } from '../inputs/to-task-input.js';
import { VideoTaskEstimate } from '../types/video-task-estimate.js';

/** The command behind the query. */
export type EstimateTask = (callerId: string, input: TaskInput) => Promise<EstimateOutcome>;

@Resolver()
export class EstimateVideoTask {
  constructor(private readonly estimateTask: EstimateTask) {}

  @Query(() => VideoTaskEstimate, {
    complexity: work(10),
    description: 'What `createVideoTask` would cost with this input. Nothing is stored, fetched or spent.',
  })
  async estimateVideoTask(
    @Arg('input', () => CreateVideoTaskInput, { description: 'What to make.' }) input: CreateVideoTaskInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<VideoTaskEstimate> {
    const outcome = await this.estimateTask(caller.id, toTaskInput(input));
    if (outcome.kind === 'refused') {
      return { provider: null, cost: null, results: [], warnings: [], userErrors: outcome.userErrors };
    }
    return { ...outcome.estimate, userErrors: [] };
  }
}
