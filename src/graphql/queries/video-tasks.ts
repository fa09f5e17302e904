import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { pageOf } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { TaskPage } from '../../tasks/list-tasks.js';
import type { PageRequest } from '../../tasks/select-page.js';
import type { TaskFilter } from '../../tasks/task-filter.js';
import type { GraphQLContext } from '../context.js';
import { feedCursor, readTaskCursor, taskCursor } from '../cursors.js';
import { requestError } from '../errors.js';
import { toTaskFilter, VideoTaskFilter } from '../inputs/video-task-filter.js';
import { VideoTaskConnection } from '../types/connection.js';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** The command behind the query. */
export type ListTasks = (callerId: string, filter: TaskFilter, page: PageRequest) => Promise<TaskPage>;

@Resolver()
export class VideoTasksQuery {
  constructor(private readonly listTasks: ListTasks) {}

  @Authorized<Scope>('tasks:read')
  @Query(() => VideoTaskConnection, {
    complexity: pageOf(DEFAULT_PAGE),
    description:
      "The caller's tasks, newest first. Tasks that are created meanwhile move no page that was already read.",
  })
  async videoTasks(
    @Arg('first', () => Int, { nullable: true, description: 'Tasks from the newest on, 1-100. Default: 20.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'With `first`: behind this cursor.' })
    after: string | null,
    @Arg('last', () => Int, { nullable: true, description: 'Tasks from the oldest on, 1-100; instead of `first`.' })
    last: number | null,
    @Arg('before', () => String, { nullable: true, description: 'With `last`: before this cursor.' })
    before: string | null,
    @Arg('filter', () => VideoTaskFilter, { nullable: true, description: 'Which tasks. Default: all.' })
    filter: VideoTaskFilter | null,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<VideoTaskConnection> {
    const page = await this.listTasks(caller.id, toTaskFilter(filter), toPage({ first, after, last, before }));
    return toConnection(page);
  }
}

type PageArguments = Partial<Record<'first' | 'last', number | null> & Record<'after' | 'before', string | null>>;

function toPage({ first, after, last, before }: PageArguments): PageRequest {
  if (last != null) {
    if (first != null || after != null)
      throw requestError('BAD_USER_INPUT', '`last` goes with `before`, not with `first` or `after`.');
    const from = before == null ? null : readTaskCursor(before, 'before');
    return { count: checkCount('last', last), direction: 'backward', from };
  }
  if (before != null) throw requestError('BAD_USER_INPUT', '`before` goes with `last`.');
  const from = after == null ? null : readTaskCursor(after, 'after');
  return { count: checkCount('first', first ?? DEFAULT_PAGE), direction: 'forward', from };
}

function checkCount(name: string, count: number): number {
  if (count >= 1 && count <= MAX_PAGE) return count;
  throw requestError('BAD_USER_INPUT', `\`${name}\` must be 1 to ${MAX_PAGE}, not ${count}.`);
}

function toConnection({ tasks, hasNextPage, hasPreviousPage, feedPosition }: TaskPage): VideoTaskConnection {
  const edges = tasks.map((node) => ({ node, cursor: taskCursor(node.id) }));
  const startCursor = edges.at(0)?.cursor ?? null;
  const endCursor = edges.at(-1)?.cursor ?? null;
  const pageInfo = { hasNextPage, hasPreviousPage, startCursor, endCursor };
  return { edges, nodes: tasks, pageInfo, feedCursor: feedCursor(feedPosition) };
}
