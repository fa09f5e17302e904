import { z } from 'zod';
import type { WebhookDeliveryStatus } from '../database/generated/enums.js';

/** `DISABLED`: the address had answered that it is gone. */
export type DeliveryStatus = keyof typeof WebhookDeliveryStatus;

/** A delivery as its caller may see it. */
export type WebhookDelivery = {
  /** The `webhook-id` of all its attempts. */
  id: string;
  /** Null for a test. */
  taskId: string | null;
  /** As the body tells it. */
  type: string;
  /** Without the query; null when the address was sealed with another key. */
  url: string | null;
  status: DeliveryStatus;
  createdAt: Date;
  /** Null while one is under way, and once nothing is left to do. */
  nextAttemptAt: Date | null;
  /** Those that came to an end, newest first, at most 50. */
  attempts: WebhookAttempt[];
};

/** An attempt that came to an end. */
export type WebhookAttempt = {
  at: Date;
  latencyMs: number;
  /** Null when there was no answer. */
  statusCode: number | null;
  /** Why it failed, as a sentence; null when it did not. */
  error: string | null;
  /** The first kilobyte of the answer, as text; null when there was none. */
  responseExcerpt: string | null;
};

/** A delivery that this worker may send until its lease ends. */
export const claimedDelivery = z.object({
  id: z.string(),
  callerId: z.string(),
  webhookId: z.string(),
  receiver: z.string(),
  taskId: z.string().nullable(),
  /** Of the request that made the task, and the trace it belongs to. */
  requestId: z.string().nullable(),
  traceparent: z.string().nullable(),
  version: z.number().nullable(),
  type: z.string(),
  createdAt: z.date(),
  queuedAt: z.date(),
  /** Attempts that failed since it was put in line. */
  failures: z.number(),
  /** Sealed. */
  url: z.string(),
  isDisabled: z.boolean(),
  /** The database's time of the claim. */
  now: z.date(),
});
export type ClaimedDelivery = z.infer<typeof claimedDelivery> & {
  lease: string;
  /** When another worker may take it over, on this process's own clock, `performance.now()`. */
  leaseEndsAt: number;
};
