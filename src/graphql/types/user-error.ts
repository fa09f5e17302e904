import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { UserErrorCode } from '../../tasks/user-error.js';
import { UserErrorCodeEnum } from './enums.js';

/** The concrete type of each code, so that generated clients can tell them apart by `__typename`. */
const TYPE_BY_CODE: Readonly<Record<UserErrorCode, string>> = {
  REQUIRED: 'InvalidInputError',
  OUT_OF_RANGE: 'InvalidInputError',
  INVALID_FORMAT: 'InvalidInputError',
  UNSUPPORTED_COMBINATION: 'InvalidInputError',
  UNSUPPORTED_BY_PROVIDER: 'ProviderError',
  PROVIDER_UNAVAILABLE: 'ProviderError',
  MEDIA_UNREACHABLE: 'MediaError',
  MEDIA_REJECTED: 'MediaError',
  MEDIA_EXPIRED: 'MediaError',
  URL_FORBIDDEN: 'MediaError',
  IDEMPOTENCY_CONFLICT: 'ConflictError',
  DUPLICATE_TASK_UUID: 'ConflictError',
  NOT_FOUND: 'NotFoundError',
  NOT_CANCELLABLE: 'TaskStatusError',
  NOT_RETRYABLE: 'TaskStatusError',
  NOT_DELETABLE: 'TaskStatusError',
  BUDGET_EXCEEDED: 'LimitError',
  RATE_LIMITED: 'LimitError',
};

@InterfaceType({
  description: 'A mistake that the caller can mend. Nothing was stored.',
  resolveType: (value: UserError) => TYPE_BY_CODE[value.code],
})
export abstract class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'What kind of mistake it is.' })
  code!: UserErrorCode;

  @Field(() => String, { description: 'A sentence that says what would be right.' })
  message!: string;

  @Field(() => [String], { description: 'Where in the arguments, for example ["input", "durationSeconds"].' })
  path!: string[];
}

@ObjectType({
  implements: UserError,
  description: 'A value is missing, malformed, out of range, or does not fit the others.',
})
class InvalidInputError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'A media file cannot be fetched or used, or a URL leads where the gateway does not go.',
})
class MediaError extends UserError {}

@ObjectType({ implements: UserError, description: 'The input contradicts a task that is already stored.' })
class ConflictError extends UserError {}

@ObjectType({ implements: UserError, description: 'No provider can do what was asked.' })
class ProviderError extends UserError {}

@ObjectType({ implements: UserError, description: 'There is nothing with this id or name.' })
class NotFoundError extends UserError {}

@ObjectType({ implements: UserError, description: 'The status of the task does not allow this.' })
class TaskStatusError extends UserError {}

@ObjectType({
  implements: UserError,
  description: "The caller's limits do not allow it now; the message says when they do.",
})
class LimitError extends UserError {}

/** For the schema: types that are only reached through the interface. */
export const USER_ERROR_TYPES = [
  InvalidInputError,
  MediaError,
  ConflictError,
  ProviderError,
  NotFoundError,
  TaskStatusError,
  LimitError,
];
