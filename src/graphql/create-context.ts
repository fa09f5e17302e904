import type { Audit, Origin } from '../callers/audit.js';
import type { Caller } from '../callers/caller.js';
import { gatherLookups, type Lookup } from '../lib/gather-lookups.js';
import type { Trail } from '../lib/trail.js';
import type { MediaAsset } from '../media/asset.js';
import { isUnstorable } from '../tasks/text-limits.js';
import type { WebhookDelivery } from '../webhooks/delivery.js';
import type { VideoTask } from '../tasks/video-task.js';
import type { GraphQLContext } from './context.js';

/** Where a context's parts come from. Every look-up names the caller; what is found comes in no particular order. */
export type ContextSources = Pick<GraphQLContext, 'watchTask' | 'watchCaller'> & {
  audit: Audit;
  findAssets: (callerId: string, ids: readonly string[]) => Promise<MediaAsset[]>;
  findTasks: (callerId: string, ids: readonly string[]) => Promise<VideoTask[]>;
  findTaskDeliveries: (callerId: string, taskIds: readonly string[]) => Promise<Map<string, WebhookDelivery[]>>;
};

export type CreateContext = (caller: Caller, trail: Trail, origin: Origin, signal: AbortSignal) => GraphQLContext;

/** More than a page with every file of its tasks. */
const LIMIT = 3000;
const AT_ONCE = 2;

/** Look-ups of all operations of a caller that come at the same time are made together. */
export function createContextFactory(sources: ContextSources): CreateContext {
  const { audit, findAssets, findTasks, findTaskDeliveries, watchTask, watchCaller } = sources;
  const findAsset = findById(findAssets);
  const findTask = findById(findTasks);
  const findDeliveries = gatherLookups({ limit: LIMIT, atOnce: AT_ONCE, find: findTaskDeliveries });
  return (caller, { requestId, traceparent }, origin, signal) => ({
    caller,
    requestId,
    traceparent,
    audit: (event) => audit({ caller, origin, requestId }, event),
    signal,
    watchTask,
    watchCaller,
    findTask: (id) => findTask(caller.id, id),
    findAsset: (id) => findAsset(caller.id, id),
    findDeliveries: (taskId) => findDeliveries(caller.id, taskId),
  });
}

function findById<Item extends { id: string }>(
  findMany: (callerId: string, ids: readonly string[]) => Promise<Item[]>,
): Lookup<Item> {
  return gatherLookups({
    limit: LIMIT,
    atOnce: AT_ONCE,
    find: async (callerId, ids) => {
      const storable = ids.filter((id) => !isUnstorable(id));
      return new Map((await findMany(callerId, storable)).map((item) => [item.id, item]));
    },
  });
}
