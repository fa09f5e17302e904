import { Authorized, Query, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { ApiKey as StoredKey } from '../../callers/api-key.js';
import type { Scope } from '../../callers/caller.js';
import { ApiKey } from '../types/api-key.js';

/** The command behind the query. */
export type ListKeys = () => Promise<StoredKey[]>;

@Resolver()
export class ApiKeysQuery {
  constructor(private readonly listKeys: ListKeys) {}

  @Authorized<Scope>('admin')
  @Query(() => [ApiKey], {
    complexity: work(50),
    description: 'All keys of all callers, also those that are good no more. For admins.',
  })
  apiKeys(): Promise<ApiKey[]> {
    return this.listKeys();
  }
}
