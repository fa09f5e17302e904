import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import { oneLookUp } from '../field-costs.js';
import type { GraphQLContext } from '../context.js';
import { VideoTask } from './video-task.js';
import { WebhookDelivery } from './webhook-delivery.js';

/** Fields of a delivery that are looked up only when they are asked for. */
@Resolver(() => WebhookDelivery)
export class WebhookDeliveryFields {
  @Authorized<Scope>('tasks:read')
  @FieldResolver(() => VideoTask, {
    nullable: true,
    complexity: oneLookUp,
    description: 'The task that it tells of, as it is now; null for a test. It needs TASKS_READ.',
  })
  async task(@Root() { taskId }: WebhookDelivery, @Ctx() { findTask }: GraphQLContext): Promise<VideoTask | null> {
    return taskId === null ? null : findTask(taskId);
  }
}
