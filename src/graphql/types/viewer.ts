import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The caller: the account behind the request.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque, and unique over all types.' })
  id!: string;

  @Field(() => String, { description: 'Its name; "local" when no key is needed.' })
  name!: string;
}
