import type { AuditEvent } from '../callers/audit.js';
import type { Caller } from '../callers/caller.js';
import type { CallerEvent } from '../events/event.js';
import type { WatchCallerRequest } from '../events/watch-caller.js';
import type { WatchTaskOutcome, WatchTaskRequest } from '../events/watch-task.js';
import type { MediaAsset } from '../media/asset.js';
import type { WebhookDelivery } from '../webhooks/delivery.js';
import type { VideoTask } from '../tasks/video-task.js';

/** What resolvers get for one operation. Everything in it is the caller's own. */
export type GraphQLContext = {
  caller: Caller;
  /** By what this operation is found in logs: quoted in errors, and kept with what the operation makes. */
  requestId: string;
  /** The trace that this operation belongs to (W3C Trace Context); null = none. */
  traceparent: string | null;
  /** Writes to the audit log what this caller did, or was not allowed to do. */
  audit: (event: AuditEvent) => void;
  /** An asset of the caller; null when there is none of this id. */
  findAsset: (id: string) => Promise<MediaAsset | null>;
  /** A task of the caller; null when there is none of this id. */
  findTask: (id: string) => Promise<VideoTask | null>;
  /** What became of the events of a task of the caller, newest first; null when none is on its way, or was. */
  findDeliveries: (taskId: string) => Promise<WebhookDelivery[] | null>;
  watchTask: (request: WatchTaskRequest) => Promise<WatchTaskOutcome>;
  watchCaller: (request: WatchCallerRequest) => Promise<AsyncIterableIterator<CallerEvent>>;
  /** Aborted when the server drains; a subscription that ends sooner is ended by its protocol. */
  signal: AbortSignal;
};
