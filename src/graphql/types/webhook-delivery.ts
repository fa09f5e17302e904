import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { DeliveryStatus } from '../../webhooks/delivery.js';
import { PageInfo } from './connection.js';
import { WebhookDeliveryStatusEnum } from './enums.js';
import { DateTimeScalar, URLScalar } from './scalars.js';

@ObjectType({ description: 'One attempt to deliver, that came to an end.' })
export class WebhookAttempt {
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  at!: Date;

  @Field(() => Int, { description: 'Milliseconds until it came to its end.' })
  latencyMs!: number;

  @Field(() => Int, { nullable: true, description: 'Status of the answer; null when there was none.' })
  statusCode!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it failed, as a sentence; null when it did not.' })
  error!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first kilobyte of the answer, as text; null when there was none.',
  })
  responseExcerpt!: string | null;
}

@ObjectType({ description: 'One event on its way to one webhook.' })
export class WebhookDelivery {
  @Field(() => ID, { description: 'The `webhook-id` of all its attempts.' })
  id!: string;

  @Field(() => String, { description: 'What it tells, as `type` of the body: such as video_task.completed.' })
  type!: string;

  @Field(() => URLScalar, {
    nullable: true,
    description:
      "Where it goes, without the address's query; null when that cannot be read with this gateway's secret.",
  })
  url!: string | null;

  @Field(() => WebhookDeliveryStatusEnum, { description: 'Where it stands.' })
  status!: DeliveryStatus;

  @Field(() => [WebhookAttempt], { description: 'The attempts that came to an end, newest first, at most 50.' })
  attempts!: WebhookAttempt[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the next attempt follows; null while one is under way, and once nothing is left to do.',
  })
  nextAttemptAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When its event happened.' })
  createdAt!: Date;

  /** The task behind `task`. */
  taskId!: string | null;
}

@ObjectType({ description: 'A delivery at its place in the list.' })
export class WebhookDeliveryEdge {
  @Field(() => String, { description: 'Opaque place in the list, for `after`.' })
  cursor!: string;

  @Field(() => WebhookDelivery, { description: 'The delivery.' })
  node!: WebhookDelivery;
}

@ObjectType({ description: "A page of the caller's deliveries, newest first." })
export class WebhookDeliveryConnection {
  @Field(() => [WebhookDeliveryEdge], { description: 'The deliveries with their cursors.' })
  edges!: WebhookDeliveryEdge[];

  @Field(() => [WebhookDelivery], { description: 'The deliveries alone.' })
  nodes!: WebhookDelivery[];

  @Field(() => PageInfo, { description: 'Where the page lies in the whole list.' })
  pageInfo!: PageInfo;
}
