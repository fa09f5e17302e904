import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What something cost, or will.' })
export class Cost {
  @Field(() => Float, { description: 'US dollars.' })
  usd!: number;

  @Field(() => Boolean, {
    description: "True: computed from the gateway's price list. False: told by the provider, or known to be nothing.",
  })
  estimated!: boolean;
}
