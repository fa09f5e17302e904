import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { oneLookUp } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { GraphQLContext } from '../context.js';
import { VideoTask } from '../types/video-task.js';

@Resolver()
export class VideoTaskQuery {
  @Authorized<Scope>('tasks:read')
  @Query(() => VideoTask, {
    nullable: true,
    complexity: oneLookUp,
    description: "One of the caller's tasks; null when there is none of this id.",
  })
  videoTask(
    @Arg('id', () => ID, { description: 'Id of the task.' }) id: string,
    @Ctx() { findTask }: GraphQLContext,
  ): Promise<VideoTask | null> {
    return findTask(id);
  }
}
