import { Arg, Authorized, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { WebhookDelivery as StoredDelivery } from '../../webhooks/delivery.js';
import type { GraphQLContext } from '../context.js';
import { work } from '../field-costs.js';
import { URLScalar } from '../types/scalars.js';
import { UserError } from '../types/user-error.js';
import { WebhookDelivery } from '../types/webhook-delivery.js';

@InputType({ description: 'Where to send a test.' })
export class SendTestWebhookInput {
  @Field(() => URLScalar, { description: 'The address, by the rules of `WebhookOptions.url`.' })
  url!: URL;
}

@ObjectType({ description: 'What became of `sendTestWebhook`.' })
export class SendTestWebhookPayload {
  @Field(() => WebhookDelivery, {
    nullable: true,
    description: 'The delivery of the test: look at it again for its attempts. Null when there are user errors.',
  })
  delivery!: WebhookDelivery | null;

  @Field(() => [UserError], { description: 'Why it is not sent; empty when it is.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. `reason` says what would be right. */
export type SendTest = (callerId: string, url: string) => Promise<StoredDelivery | { reason: string }>;

@Resolver()
export class SendTestWebhook {
  constructor(private readonly sendTest: SendTest) {}

  @Authorized<Scope>('webhooks:write')
  @Mutation(() => SendTestWebhookPayload, {
    complexity: work(10),
    description: 'Sends a signed message of the type webhook.test to an address, without any task.',
  })
  async sendTestWebhook(
    @Arg('input', () => SendTestWebhookInput, { description: 'Where to.' }) { url }: SendTestWebhookInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<SendTestWebhookPayload> {
    const outcome = await this.sendTest(caller.id, url.toString());
    if (!('reason' in outcome)) return { delivery: outcome, userErrors: [] };
    const userErrors: UserError[] = [{ code: 'URL_FORBIDDEN', message: outcome.reason, path: ['input', 'url'] }];
    return { delivery: null, userErrors };
  }
}
