import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { Replayed, ReplayWindow } from '../../webhooks/replay-deliveries.js';
import type { GraphQLContext } from '../context.js';
import { work } from '../field-costs.js';
import { WebhookDeliveryStatusEnum } from '../types/enums.js';
import { DateTimeScalar } from '../types/scalars.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'Which deliveries to send again.' })
export class ReplayWebhooksInput {
  @Field(() => DateTimeScalar, { description: 'Those of events from this moment on.' })
  from!: Date;

  @Field(() => DateTimeScalar, { description: 'And before this one.' })
  to!: Date;

  @Field(() => [WebhookDeliveryStatusEnum], {
    nullable: true,
    description: 'With one of these statuses; what is PENDING is on its way anyhow. Default: FAILED and DISABLED.',
  })
  statuses?: ('PENDING' | ReplayWindow['statuses'][number])[] | null;
}

@ObjectType({ description: 'What became of `replayWebhooks`.' })
export class ReplayWebhooksPayload {
  @Field(() => Int, { description: 'How many deliveries are sent again, at most 1000.' })
  replayed!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When there were more: call again with this as `from`. Null when there were not.',
  })
  nextFrom!: Date | null;

  @Field(() => [UserError], { description: 'What is wrong with the window; with any of them nothing is sent.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type Replay = (callerId: string, window: ReplayWindow) => Promise<Replayed>;

@Resolver()
export class ReplayWebhooks {
  constructor(private readonly replay: Replay) {}

  @Authorized<Scope>('webhooks:write')
  @Mutation(() => ReplayWebhooksPayload, {
    complexity: work(100),
    description:
      'Sends the deliveries of a window again, oldest first, each with its `webhook-id` and bytes: for what a receiver lost.',
  })
  async replayWebhooks(
    @Arg('input', () => ReplayWebhooksInput, { description: 'Which ones.' }) input: ReplayWebhooksInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<ReplayWebhooksPayload> {
    const { from, to } = input;
    if (from >= to) {
      const message = '`to` must be later than `from`.';
      return { replayed: 0, nextFrom: null, userErrors: [{ code: 'OUT_OF_RANGE', message, path: ['input', 'to'] }] };
    }
    const statuses = (input.statuses ?? ['FAILED', 'DISABLED']).filter((status) => status !== 'PENDING');
    return { ...(await this.replay(caller.id, { from, to, statuses })), userErrors: [] };
  }
}
