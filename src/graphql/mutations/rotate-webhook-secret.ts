import { Authorized, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { RotateSecretOutcome } from '../../webhooks/webhook-secret.js';
import type { GraphQLContext } from '../context.js';
import { work } from '../field-costs.js';
import { UserError } from '../types/user-error.js';
import { WebhookSecret } from '../types/webhook-secret.js';

@ObjectType({ description: 'What became of `rotateWebhookSecret`.' })
export class RotateWebhookSecretPayload {
  @Field(() => WebhookSecret, { nullable: true, description: 'The new secret; null when there are user errors.' })
  webhookSecret!: WebhookSecret | null;

  @Field(() => [UserError], { description: 'Why there is none; empty when there is.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type RotateSecret = (callerId: string) => Promise<RotateSecretOutcome>;

@Resolver()
export class RotateWebhookSecret {
  constructor(private readonly rotate: RotateSecret) {}

  @Authorized<Scope>('webhooks:write')
  @Mutation(() => RotateWebhookSecretPayload, {
    complexity: work(10),
    description:
      'Makes a new webhook secret. For 24 hours messages carry a signature by the old one as well, so that receivers may change at any time within. While three secrets sign, another one is refused (RATE_LIMITED), so that none ends early.',
  })
  async rotateWebhookSecret(@Ctx() { caller }: GraphQLContext): Promise<RotateWebhookSecretPayload> {
    const outcome = await this.rotate(caller.id);
    if (outcome.kind === 'refused') return { webhookSecret: null, userErrors: outcome.userErrors };
    return { webhookSecret: outcome.webhookSecret, userErrors: [] };
  }
}
