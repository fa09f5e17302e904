import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { WebhookDelivery as StoredDelivery } from '../../webhooks/delivery.js';
import type { GraphQLContext } from '../context.js';
import { oneLookUp } from '../field-costs.js';
import { WebhookDelivery } from '../types/webhook-delivery.js';

/** The command behind the query. Null when the caller has no such delivery. */
export type FindDelivery = (callerId: string, id: string) => Promise<StoredDelivery | null>;

@Resolver()
export class WebhookDeliveryQuery {
  constructor(private readonly findDelivery: FindDelivery) {}

  @Authorized<Scope>('tasks:read')
  @Query(() => WebhookDelivery, {
    nullable: true,
    complexity: oneLookUp,
    description: 'One delivery; null when you have none of this id.',
  })
  webhookDelivery(
    @Arg('id', () => ID, { description: 'Id of the delivery: the `webhook-id` of the message.' }) id: string,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<WebhookDelivery | null> {
    return this.findDelivery(caller.id, id);
  }
}
