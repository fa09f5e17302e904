import { Field, InputType } from 'type-graphql';
import type { ProviderName, VideoMode, VideoTaskStatus } from '../../tasks/task.js';
import type { TaskFilter } from '../../tasks/task-filter.js';
import { isUnstorable } from '../../tasks/text-limits.js';
import { requestError } from '../errors.js';
import { ProviderEnum, VideoModeEnum, VideoTaskStatusEnum } from '../types/enums.js';
import { DateTimeScalar } from '../types/scalars.js';

@InputType({ description: 'Which tasks are meant. All conditions must hold; a missing one means "any".' })
export class VideoTaskFilter {
  @Field(() => [VideoTaskStatusEnum], { nullable: true, description: 'One of these statuses.' })
  statuses?: VideoTaskStatus[] | null;

  @Field(() => [VideoModeEnum], { nullable: true, description: 'One of these modes.' })
  modes?: VideoMode[] | null;

  @Field(() => [ProviderEnum], { nullable: true, description: 'At least one result made by one of these.' })
  providers?: ProviderName[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Stored at this moment or later.' })
  createdAfter?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Stored before this moment.' })
  createdBefore?: Date | null;

  @Field(() => String, { nullable: true, description: 'Text that the prompt contains, whatever its case.' })
  promptContains?: string | null;
}

/** The filter in the core's words. Throws a request error for text that no prompt can contain. */
export function toTaskFilter(filter: VideoTaskFilter | null | undefined): TaskFilter {
  if (isUnstorable(filter?.promptContains ?? '')) {
    throw requestError(
      'BAD_USER_INPUT',
      '`promptContains` must be text without NUL characters and halves of surrogate pairs.',
    );
  }
  const given = Object.entries(filter ?? {}).filter(([, value]) => value != null);
  return Object.fromEntries(given);
}
