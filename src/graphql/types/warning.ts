import { Field, ObjectType } from 'type-graphql';
import type { WarningCode } from '../../tasks/user-error.js';
import { WarningCodeEnum } from './enums.js';

@ObjectType({ description: 'Something that was asked for and is done differently. The task goes on.' })
export class Warning {
  @Field(() => WarningCodeEnum, { description: 'What was done differently.' })
  code!: WarningCode;

  @Field(() => String, { description: 'A sentence for people.' })
  message!: string;

  @Field(() => [String], { description: 'Where in the arguments, for example ["input", "prompt"].' })
  path!: string[];
}
