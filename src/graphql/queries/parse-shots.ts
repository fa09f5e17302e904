import { Arg, Query, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import { readShots } from '../../tasks/shots.js';
import { Shot } from '../types/shot.js';

@Resolver()
export class ParseShots {
  @Query(() => [Shot], {
    complexity: work(5),
    description:
      'The shot list that a prompt would be read as, such as "Shot 1 [0-3s] wide angle: rainy night street"; empty when it has none.',
  })
  parseShots(@Arg('prompt', () => String, { description: 'The prompt to read.' }) prompt: string): Shot[] {
    return readShots(prompt).shots;
  }
}
