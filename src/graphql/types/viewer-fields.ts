import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { CallerLimits as StoredLimits, CallerUse as StoredUse } from '../../tasks/caller-limits.js';
import { oneLookUp } from '../field-costs.js';
import { CallerLimits, CallerUse } from './caller-limits.js';
import { Viewer } from './viewer.js';

export type ReadLimits = (callerId: string) => Promise<StoredLimits>;
export type ReadUse = (callerId: string) => Promise<StoredUse>;

/** Fields of the caller that are looked up only when they are asked for. */
@Resolver(() => Viewer)
export class ViewerFields {
  constructor(
    private readonly readLimits: ReadLimits,
    private readonly readUse: ReadUse,
  ) {}

  @FieldResolver(() => CallerLimits, { complexity: oneLookUp, description: 'What it may do.' })
  limits(@Root() { id }: Viewer): Promise<CallerLimits> {
    return this.readLimits(id);
  }

  @FieldResolver(() => CallerUse, { complexity: oneLookUp, description: 'What it has done up to now.' })
  use(@Root() { id }: Viewer): Promise<CallerUse> {
    return this.readUse(id);
  }
}
