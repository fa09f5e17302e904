import { Field, Int, ObjectType } from 'type-graphql';
import type { TaskEventType } from '../../events/event.js';
import { VideoTaskEventTypeEnum } from './enums.js';
import { DateTimeScalar } from './scalars.js';
import { VideoTask } from './video-task.js';

@ObjectType({ description: 'A change of a task, with the task as it was right after it.' })
export class VideoTaskEvent {
  @Field(() => Int, { description: "The task's version after the change: 1, 2, 3 … without gaps." })
  version!: number;

  @Field(() => VideoTaskEventTypeEnum, { description: 'What happened.' })
  type!: TaskEventType;

  @Field(() => DateTimeScalar, { description: 'When it happened; for a SNAPSHOT, when it was taken.' })
  at!: Date;

  @Field(() => Int, {
    nullable: true,
    description: "The result that changed; null when the change is the whole task's.",
  })
  resultIndex!: number | null;

  @Field(() => VideoTask, { description: 'The task as it was right after the change.' })
  task!: VideoTask;
}

@ObjectType({ description: "An event of one of the caller's tasks, with the place to come back to." })
export class VideoTaskFeedItem {
  @Field(() => String, { description: 'Subscribe again with `after` set to this, and nothing is missed or repeated.' })
  cursor!: string;

  @Field(() => VideoTaskEvent, { description: 'What happened.' })
  event!: VideoTaskEvent;
}
