import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RateUse } from '../../callers/open-rate-limiting.js';
import type { AllLimits } from '../../callers/set-limits.js';
import type { Caller } from '../../callers/caller.js';
import type { CallerUse as StoredUse } from '../../tasks/caller-limits.js';
import type { GraphQLContext } from '../context.js';
import { oneLookUp } from '../field-costs.js';
import { CallerLimits, CallerUse } from './caller-limits.js';
import { Viewer } from './viewer.js';

export type ReadLimits = (callerId: string) => Promise<AllLimits>;
export type ReadUse = (callerId: string) => Promise<StoredUse>;
export type ReadRateUse = (caller: Caller) => Promise<RateUse>;

/** Fields of the caller that are looked up only when they are asked for. */
@Resolver(() => Viewer)
export class ViewerFields {
  constructor(
    private readonly readLimits: ReadLimits,
    private readonly readUse: ReadUse,
    private readonly readRateUse: ReadRateUse,
  ) {}

  @FieldResolver(() => CallerLimits, { complexity: oneLookUp, description: 'What it may do.' })
  limits(@Root() { id }: Viewer): Promise<CallerLimits> {
    return this.readLimits(id);
  }

  @FieldResolver(() => CallerUse, { complexity: oneLookUp, description: 'What it has done up to now.' })
  async use(@Root() { id }: Viewer, @Ctx() { caller }: GraphQLContext): Promise<CallerUse> {
    const [use, { requests, points, sockets, endsInMs }] = await Promise.all([
      this.readUse(id),
      this.readRateUse(caller),
    ]);
    const resetsAt = new Date(Date.now() + endsInMs);
    return {
      ...use,
      requestsThisMinute: requests === null ? null : { ...requests, resetsAt },
      pointsThisMinute: points === null ? null : { ...points, resetsAt },
      sockets: sockets === null ? null : { ...sockets, resetsAt: null },
    };
  }
}
