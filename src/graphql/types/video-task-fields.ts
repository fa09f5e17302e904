import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { deliveriesOfTask, oneLookUp, pageOf } from '../field-costs.js';
import type { TaskEvent } from '../../events/event.js';
import { totalCost } from '../../tasks/estimate-cost.js';
import type { GraphQLContext } from '../context.js';
import { requestError } from '../errors.js';
import { Cost } from './cost.js';
import { VideoTask } from './video-task.js';
import { VideoTaskEvent } from './video-task-event.js';
import { WebhookDelivery } from './webhook-delivery.js';

const MAX_EVENTS = 100;
const DEFAULT_EVENTS = 50;

/** The task's stored events after a version, oldest first; null when the caller has no such task. */
export type ReadEvents = (
  callerId: string,
  taskId: string,
  afterVersion: number,
  limit: number,
) => Promise<TaskEvent[] | null>;

/** Fields of a task that are looked up only when they are asked for. */
@Resolver(() => VideoTask)
export class VideoTaskFields {
  constructor(private readonly readEvents: ReadEvents) {}

  @FieldResolver(() => VideoTask, {
    nullable: true,
    complexity: oneLookUp,
    description: 'The task that this one tries again; null when there is none, or it was deleted.',
  })
  async retriedFrom(
    @Root() { retriedFromId }: VideoTask,
    @Ctx() { findTask }: GraphQLContext,
  ): Promise<VideoTask | null> {
    return retriedFromId === null ? null : findTask(retriedFromId);
  }

  @FieldResolver(() => Cost, {
    nullable: true,
    description: 'What all results cost together, estimates included. Null when the provider is free.',
  })
  cost(@Root() { results }: VideoTask): Cost | null {
    return totalCost(results.map(({ cost }) => cost));
  }

  @FieldResolver(() => [WebhookDelivery], {
    complexity: deliveriesOfTask,
    description: 'What became of the messages about it to its webhook, newest first, at most 50.',
  })
  async webhookDeliveries(
    @Root() { id }: VideoTask,
    @Ctx() { findDeliveries }: GraphQLContext,
  ): Promise<WebhookDelivery[]> {
    return (await findDeliveries(id)) ?? [];
  }

  @FieldResolver(() => [VideoTaskEvent], {
    complexity: pageOf(DEFAULT_EVENTS),
    description: 'What happened to the task so far, oldest first.',
  })
  async events(
    @Root() { id }: VideoTask,
    @Arg('after', () => Int, { nullable: true, description: 'Only events after this version. Default: all.' })
    after: number | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_EVENTS,
      description: 'At most this many, 1-100. Default: 50.',
    })
    first: number | null,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<VideoTaskEvent[]> {
    const count = first ?? DEFAULT_EVENTS;
    if (count < 1 || count > MAX_EVENTS) {
      throw requestError('BAD_USER_INPUT', `\`first\` must be 1 to ${MAX_EVENTS}, not ${count}.`);
    }
    return (await this.readEvents(caller.id, id, Math.max(0, after ?? 0), count)) ?? [];
  }
}
