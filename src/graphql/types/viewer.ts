import { Field, ID, ObjectType } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import { ApiKeyScopeEnum } from './enums.js';

@ObjectType({ description: 'The caller: the account behind the request.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;

  @Field(() => String, { description: 'Its name; "local" when no key is needed.' })
  name!: string;

  @Field(() => [ApiKeyScopeEnum], { description: 'What its key may do; everything when no key is needed.' })
  scopes!: Scope[];
}
