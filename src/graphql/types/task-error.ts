import { Field, ObjectType } from 'type-graphql';
import type { ProviderName, TaskErrorCode } from '../../tasks/task.js';
import { ProviderEnum, TaskErrorCodeEnum } from './enums.js';

@ObjectType({ description: 'Why a result, or a whole task, failed.' })
export class TaskError {
  @Field(() => TaskErrorCodeEnum, { description: 'The reason, from a closed list.' })
  code!: TaskErrorCode;

  @Field(() => String, { description: 'A sentence for people.' })
  message!: string;

  @Field(() => Boolean, { description: 'Whether the same task may succeed when it is tried again.' })
  retryable!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was paid for all the same; null when nobody can know.',
  })
  billed!: boolean | null;

  @Field(() => ProviderEnum, { nullable: true, description: 'Who failed; null when no provider was involved.' })
  provider!: ProviderName | null;

  @Field(() => String, { nullable: true, description: "The provider's own code, as it gave it." })
  providerCode!: string | null;
}
