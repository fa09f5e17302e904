import { Arg, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { TaskEvent } from '../../events/event.js';
import type { GraphQLContext } from '../context.js';
import { requestError } from '../errors.js';
import { requireScope } from '../require-scope.js';
import { VideoTaskEvent } from '../types/video-task-event.js';

type Arguments = { id: string; afterVersion?: number | null };

/** type-graphql takes `subscribe` with the decorator, before there is an instance: the context carries the command. */
async function subscribe(args: Arguments, context: GraphQLContext) {
  requireScope(context, 'tasks:read', 'videoTaskUpdated');
  const { caller, signal, watchTask } = context;
  const afterVersion = args.afterVersion ?? null;
  if (afterVersion !== null && afterVersion < 0) {
    throw requestError('BAD_USER_INPUT', '`afterVersion` must be 0 or more: the last version you have seen.');
  }
  const outcome = await watchTask({ callerId: caller.id, taskId: args.id, afterVersion, signal });
  switch (outcome.kind) {
    case 'watching':
      return outcome.feed;
    case 'not-found':
      throw requestError('NOT_FOUND', 'You have no task with this id.');
    case 'ahead': {
      const message = `\`afterVersion\` is ahead: the task is at version ${outcome.version}. Leave it out to get the state now.`;
      throw requestError('BAD_USER_INPUT', message);
    }
  }
}

@Resolver()
export class VideoTaskUpdated {
  @Subscription(() => VideoTaskEvent, {
    description:
      'First the state now (SNAPSHOT) or, with `afterVersion`, every stored event after it in order; then live. Completes after the last event of the task.',
    subscribe: ({ args, context }: { args: Arguments; context: GraphQLContext }) => subscribe(args, context),
  })
  videoTaskUpdated(
    @Arg('id', () => ID, { description: 'Id of the task.' }) _id: string,
    @Arg('afterVersion', () => Int, {
      nullable: true,
      description:
        'The last version already seen, 0 or more: come back with it after a lost connection, and nothing is missed.',
    })
    _afterVersion: number | null,
    @Root() event: TaskEvent,
  ): VideoTaskEvent {
    return event;
  }
}
