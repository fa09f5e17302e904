import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { oneLookUp } from '../field-costs.js';
import type { GraphQLContext } from '../context.js';
import { VideoTask } from './video-task.js';
import { WebhookDelivery } from './webhook-delivery.js';

/** Fields of a delivery that are looked up only when they are asked for. */
@Resolver(() => WebhookDelivery)
export class WebhookDeliveryFields {
  @FieldResolver(() => VideoTask, {
    nullable: true,
    complexity: oneLookUp,
    description: 'The task that it tells of, as it is now; null for a test.',
  })
  async task(@Root() { taskId }: WebhookDelivery, @Ctx() { findTask }: GraphQLContext): Promise<VideoTask | null> {
    return taskId === null ? null : findTask(taskId);
  }
}
