import { Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars.js';

@ObjectType({
  description:
    'What the messages to the webhooks of the caller are signed with, as Standard Webhooks has it (HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body).',
})
export class WebhookSecret {
  @Field(() => String, {
    description: '`whsec_` and the base64 of 32 bytes. Libraries for Standard Webhooks take it as it is.',
  })
  secret!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when messages are signed with the one before it as well; null when they are not.',
  })
  previousEndsAt!: Date | null;
}
