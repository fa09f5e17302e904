import { Arg, Authorized, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { CreateKeyOutcome, NewKey } from '../../callers/create-key.js';
import { ApiKey } from '../types/api-key.js';
import { ApiKeyScopeEnum } from '../types/enums.js';
import { DateTimeScalar } from '../types/scalars.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'Which key to make.' })
export class CreateApiKeyInput {
  @Field(() => String, {
    description:
      'Name of the caller, 1-100 characters. A new name makes a new caller, with tasks and files of its own.',
  })
  callerName!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 200 characters. Default: nothing.' })
  label?: string | null;

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do: one scope or more.' })
  scopes!: Scope[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends. Default: never.' })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'What became of `createApiKey`.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null when there are user errors.' })
  apiKey!: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself, this one time only: send it as `Authorization: Bearer …`.',
  })
  key!: string | null;

  @Field(() => [UserError], { description: 'Why it was not made; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type CreateKey = (wanted: NewKey) => Promise<CreateKeyOutcome>;

@Resolver()
export class CreateApiKey {
  constructor(private readonly createKey: CreateKey) {}

  @Authorized<Scope>('admin')
  @Mutation(() => CreateApiKeyPayload, {
    complexity: work(10),
    description:
      'Makes a key for a caller. At most two of a caller are good at the same time: the present one, and the next one of a rotation. The first key of all closes the door: from then on every request needs one. For admins.',
  })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'Which key.' }) input: CreateApiKeyInput,
  ): Promise<CreateApiKeyPayload> {
    const { callerName, label = null, scopes, expiresAt = null } = input;
    const outcome = await this.createKey({ callerName, label: label ?? '', scopes, expiresAt });
    if (outcome.kind === 'created') return { apiKey: outcome.key, key: outcome.text, userErrors: [] };
    return { apiKey: null, key: null, userErrors: outcome.userErrors };
  }
}
