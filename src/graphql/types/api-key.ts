import { Field, ID, ObjectType } from 'type-graphql';
import type { Scope } from '../../callers/caller.js';
import { ApiKeyScopeEnum } from './enums.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ description: 'A key of a caller. Its secret is shown once, when it is made, and kept nowhere.' })
export class ApiKey {
  @Field(() => ID, { description: 'The part of the key that may be told: `reelay_<id>_…`.' })
  id!: string;

  @Field(() => String, { description: 'Name of the caller that it belongs to.' })
  callerName!: string;

  @Field(() => String, { description: "What it is for, in its maker's words." })
  label!: string;

  @Field(() => [ApiKeyScopeEnum], { description: 'What it may do.' })
  scopes!: Scope[];

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends; null = never.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, within a minute; null = never so far.',
  })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null when it was not.' })
  revokedAt!: Date | null;
}
