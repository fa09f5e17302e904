import DataLoader from 'dataloader';
import type { Caller } from '../callers/caller.js';
import type { MediaAsset } from '../media/asset.js';
import { isUnstorable } from '../tasks/text-limits.js';
import type { VideoTask } from '../tasks/video-task.js';
import type { GraphQLContext } from './context.js';

/** Where a context's parts come from. Every look-up names the caller. */
export type ContextSources = Pick<GraphQLContext, 'watchTask' | 'watchCaller'> & {
  findAssets: (callerId: string, ids: readonly string[]) => Promise<MediaAsset[]>;
  findTasks: (callerId: string, ids: readonly string[]) => Promise<(VideoTask | null)[]>;
};

/** `remembers` is false for subscriptions, which live long and must see what changes. */
export type CreateContext = (caller: Caller, signal: AbortSignal, remembers: boolean) => GraphQLContext;

export function createContextFactory({ findAssets, findTasks, watchTask, watchCaller }: ContextSources): CreateContext {
  return (caller, signal, remembers) => ({
    caller,
    signal,
    watchTask,
    watchCaller,
    tasks: new DataLoader((ids) => findTasks(caller.id, ids), { cache: remembers }),
    assets: new DataLoader(
      async (ids) => {
        const assets = await findAssets(
          caller.id,
          ids.filter((id) => !isUnstorable(id)),
        );
        const found = new Map(assets.map((asset) => [asset.id, asset]));
        return ids.map((id) => found.get(id) ?? null);
      },
      { cache: remembers },
    ),
  });
}
