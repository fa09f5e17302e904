import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import type { DeliveryPage } from '../../webhooks/read-deliveries.js';
import type { GraphQLContext } from '../context.js';
import { deliveryCursor, readDeliveryCursor } from '../cursors.js';
import { requestError } from '../errors.js';
import { pageOf } from '../field-costs.js';
import { WebhookDeliveryConnection } from '../types/webhook-delivery.js';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** The command behind the query. */
export type ListDeliveries = (callerId: string, page: { count: number; after: string | null }) => Promise<DeliveryPage>;

@Resolver()
export class WebhookDeliveriesQuery {
  constructor(private readonly listDeliveries: ListDeliveries) {}

  @Authorized<Scope>('tasks:read')
  @Query(() => WebhookDeliveryConnection, {
    complexity: pageOf(DEFAULT_PAGE),
    description: 'What became of the messages to your webhooks, newest first.',
  })
  async webhookDeliveries(
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: 'Deliveries from the newest on, 1-100. Default: 20.',
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Behind this cursor. Default: from the newest on.' })
    after: string | null,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<WebhookDeliveryConnection> {
    const count = first ?? DEFAULT_PAGE;
    if (count < 1 || count > MAX_PAGE) {
      throw requestError('BAD_USER_INPUT', `\`first\` must be 1 to ${MAX_PAGE}, not ${count}.`);
    }
    const from = after == null ? null : readDeliveryCursor(after, 'after');
    const { deliveries, hasNextPage } = await this.listDeliveries(caller.id, { count, after: from });
    const edges = deliveries.map((node) => ({ node, cursor: deliveryCursor(node.id) }));
    const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null];
    const pageInfo = { hasNextPage, hasPreviousPage: from !== null, startCursor, endCursor };
    return { edges, nodes: deliveries, pageInfo };
  }
}
