import type DataLoader from 'dataloader';
import type { Caller } from '../callers/caller.js';
import type { CallerEvent } from '../events/event.js';
import type { WatchCallerRequest } from '../events/watch-caller.js';
import type { WatchTaskOutcome, WatchTaskRequest } from '../events/watch-task.js';
import type { MediaAsset } from '../media/asset.js';
import type { VideoTask } from '../tasks/video-task.js';

/** What resolvers get for one operation. Everything in it is the caller's own. */
export type GraphQLContext = {
  caller: Caller;
  /** Looks assets up in batches; null where the caller has none of that id. */
  assets: DataLoader<string, MediaAsset | null>;
  /** Looks tasks up in batches; null where the caller has none of that id. */
  tasks: DataLoader<string, VideoTask | null>;
  watchTask: (request: WatchTaskRequest) => Promise<WatchTaskOutcome>;
  watchCaller: (request: WatchCallerRequest) => Promise<AsyncIterableIterator<CallerEvent>>;
  /** Aborted when the server drains; a subscription that ends sooner is ended by its protocol. */
  signal: AbortSignal;
};
