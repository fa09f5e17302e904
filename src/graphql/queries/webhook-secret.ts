import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { WebhookSecret as StoredSecret } from '../../webhooks/webhook-secret.js';
import type { GraphQLContext } from '../context.js';
import { oneLookUp } from '../field-costs.js';
import { WebhookSecret } from '../types/webhook-secret.js';

/** The command behind the query. */
export type ReadWebhookSecret = (callerId: string) => Promise<StoredSecret>;

@Resolver()
export class WebhookSecretQuery {
  constructor(private readonly readWebhookSecret: ReadWebhookSecret) {}

  @Authorized<Scope>('webhooks:write')
  @Query(() => WebhookSecret, {
    complexity: oneLookUp,
    description: 'What the messages to your webhooks are signed with. It may be read as often as it is needed.',
  })
  webhookSecret(@Ctx() { caller }: GraphQLContext): Promise<WebhookSecret> {
    return this.readWebhookSecret(caller.id);
  }
}
