import { Arg, Authorized, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { ApiKey as StoredKey } from '../../callers/api-key.js';
import type { Scope } from '../../callers/caller.js';
import { ApiKey } from '../types/api-key.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'Which key to revoke.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'Id of the key.' })
  id!: string;
}

@ObjectType({ description: 'What became of `revokeApiKey`.' })
export class RevokeApiKeyPayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key; null when there are user errors.' })
  apiKey!: ApiKey | null;

  @Field(() => [UserError], { description: 'Why it was not revoked; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. Null when there is no such key. */
export type RevokeKey = (id: string) => Promise<StoredKey | null>;

@Resolver()
export class RevokeApiKey {
  constructor(private readonly revokeKey: RevokeKey) {}

  @Authorized<Scope>('admin')
  @Mutation(() => RevokeApiKeyPayload, {
    complexity: work(10),
    description:
      'Ends a key for good: within a second no node takes it any more, and its sockets, streams and requests under way are ended. For admins.',
  })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which key.' }) { id }: RevokeApiKeyInput,
  ): Promise<RevokeApiKeyPayload> {
    const apiKey = await this.revokeKey(id);
    if (apiKey !== null) return { apiKey, userErrors: [] };
    const missing: UserError = { code: 'NOT_FOUND', message: 'There is no key with this id.', path: ['input', 'id'] };
    return { apiKey: null, userErrors: [missing] };
  }
}
