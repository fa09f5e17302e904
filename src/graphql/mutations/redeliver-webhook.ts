import { Arg, Authorized, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { WebhookDelivery as StoredDelivery } from '../../webhooks/delivery.js';
import type { GraphQLContext } from '../context.js';
import { work } from '../field-costs.js';
import { UserError } from '../types/user-error.js';
import { WebhookDelivery } from '../types/webhook-delivery.js';

@InputType({ description: 'Which delivery to send again.' })
export class RedeliverWebhookInput {
  @Field(() => ID, { description: 'Id of the delivery.' })
  deliveryId!: string;
}

@ObjectType({ description: 'What became of `redeliverWebhook`.' })
export class RedeliverWebhookPayload {
  @Field(() => WebhookDelivery, {
    nullable: true,
    description: 'The delivery, in line again; null when there are user errors.',
  })
  delivery!: WebhookDelivery | null;

  @Field(() => [UserError], { description: 'Why it is not sent again; empty when it is.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. Null when the caller has no such delivery. */
export type Redeliver = (callerId: string, deliveryId: string) => Promise<StoredDelivery | null>;

@Resolver()
export class RedeliverWebhook {
  constructor(private readonly redeliver: Redeliver) {}

  @Authorized<Scope>('webhooks:write')
  @Mutation(() => RedeliverWebhookPayload, {
    complexity: work(10),
    description:
      'Sends a delivery again now, whatever became of it, with the same `webhook-id` and the same event; links in it are made anew. An address that had answered 410 is in use again.',
  })
  async redeliverWebhook(
    @Arg('input', () => RedeliverWebhookInput, { description: 'Which delivery.' })
    { deliveryId }: RedeliverWebhookInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<RedeliverWebhookPayload> {
    const delivery = await this.redeliver(caller.id, deliveryId);
    if (delivery !== null) return { delivery, userErrors: [] };
    const message = 'You have no delivery with this id.';
    return { delivery, userErrors: [{ code: 'NOT_FOUND', message, path: ['input', 'deliveryId'] }] };
  }
}
