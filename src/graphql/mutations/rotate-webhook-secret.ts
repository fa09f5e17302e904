import { Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { WebhookSecret as StoredSecret } from '../../webhooks/webhook-secret.js';
import type { GraphQLContext } from '../context.js';
import { work } from '../field-costs.js';
import { WebhookSecret } from '../types/webhook-secret.js';

@ObjectType({ description: 'What became of `rotateWebhookSecret`.' })
export class RotateWebhookSecretPayload {
  @Field(() => WebhookSecret, { description: 'The new secret.' })
  webhookSecret!: WebhookSecret;
}

/** The command behind the mutation. */
export type RotateSecret = (callerId: string) => Promise<StoredSecret>;

@Resolver()
export class RotateWebhookSecret {
  constructor(private readonly rotate: RotateSecret) {}

  @Authorized<Scope>('webhooks:write')
  @Mutation(() => RotateWebhookSecretPayload, {
    complexity: work(10),
    description:
      'Makes a new webhook secret. For 24 hours messages carry a signature by the old one as well, so that receivers may change at any time within.',
  })
  async rotateWebhookSecret(@Ctx() { caller }: GraphQLContext): Promise<RotateWebhookSecretPayload> {
    return { webhookSecret: await this.rotate(caller.id) };
  }
}
