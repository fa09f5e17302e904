import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import type { CallerEvent } from '../../events/event.js';
import type { GraphQLContext } from '../context.js';
import { feedCursor, readFeedCursor } from '../cursors.js';
import { toTaskFilter, VideoTaskFilter } from '../inputs/video-task-filter.js';
import { requireScope } from '../require-scope.js';
import { VideoTaskFeedItem } from '../types/video-task-event.js';

type Arguments = { after?: string | null; filter?: VideoTaskFilter | null };

/** type-graphql takes `subscribe` with the decorator, before there is an instance: the context carries the command. */
function subscribe({ after, filter }: Arguments, context: GraphQLContext) {
  requireScope(context, 'tasks:read', 'videoTasksUpdated');
  const { caller, signal, watchCaller } = context;
  const afterPosition = after == null ? null : readFeedCursor(after, 'after');
  return watchCaller({ callerId: caller.id, afterPosition, filter: toTaskFilter(filter), signal });
}

@Resolver()
export class VideoTasksUpdated {
  @Subscription(() => VideoTaskFeedItem, {
    description:
      "Every event of all of the caller's tasks, in order, without an end. Come back with the last cursor, and nothing is missed or repeated.",
    subscribe: ({ args, context }: { args: Arguments; context: GraphQLContext }) => subscribe(args, context),
  })
  videoTasksUpdated(
    @Arg('after', () => String, {
      nullable: true,
      description: 'A cursor of this feed, or the `feedCursor` of a list. Default: from now on.',
    })
    _after: string | null,
    @Arg('filter', () => VideoTaskFilter, {
      nullable: true,
      description: 'Only events after which the task is one of these. Default: all.',
    })
    _filter: VideoTaskFilter | null,
    @Root() { position, event }: CallerEvent,
  ): VideoTaskFeedItem {
    return { cursor: feedCursor(position), event };
  }
}
