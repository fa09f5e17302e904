import { Field, ObjectType } from 'type-graphql';
import { VideoTask } from './video-task.js';

@ObjectType({ description: 'Where a page lies in the whole list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows behind the page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether more lies before the page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

@ObjectType({ description: 'A task at its place in the list.' })
export class VideoTaskEdge {
  @Field(() => String, { description: 'Opaque place in the list, for `after` and `before`.' })
  cursor!: string;

  @Field(() => VideoTask, { description: 'The task.' })
  node!: VideoTask;
}

@ObjectType({ description: "A page of the caller's tasks, newest first." })
export class VideoTaskConnection {
  @Field(() => [VideoTaskEdge], { description: 'The tasks with their cursors.' })
  edges!: VideoTaskEdge[];

  @Field(() => [VideoTask], { description: 'The tasks alone.' })
  nodes!: VideoTask[];

  @Field(() => PageInfo, { description: 'Where the page lies in the whole list.' })
  pageInfo!: PageInfo;

  @Field(() => String, {
    description:
      'Subscribe to `videoTasksUpdated` with `after` set to this: whatever happened since this page was read follows.',
  })
  feedCursor!: string;
}
