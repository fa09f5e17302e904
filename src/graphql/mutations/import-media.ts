import { Arg, Authorized, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { ImportRequest } from '../../media/import-media.js';
import type { ResolvedSource } from '../../media/resolve-source.js';
import type { GraphQLContext } from '../context.js';
import { MediaSource } from '../inputs/create-video-task-input.js';
import { MediaAsset } from '../types/media-asset.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'The file to bring in.' })
export class ImportMediaInput {
  @Field(() => MediaSource, { description: 'Where it comes from.' })
  source!: MediaSource;
}

@ObjectType({ description: 'What became of `importMedia`.' })
export class ImportMediaPayload {
  @Field(() => MediaAsset, { nullable: true, description: 'The file, now kept here; null when there are user errors.' })
  asset!: MediaAsset | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type ImportSource = (request: ImportRequest) => Promise<ResolvedSource>;

@Resolver()
export class ImportMedia {
  constructor(private readonly importSource: ImportSource) {}

  @Authorized<Scope>('media:write')
  @Mutation(() => ImportMediaPayload, {
    complexity: work(20),
    description: 'Fetches or decodes a file, checks it, and keeps it as a media asset. The same file is kept once.',
  })
  async importMedia(
    @Arg('input', () => ImportMediaInput, { description: 'The file.' }) { source }: ImportMediaInput,
    @Ctx() { caller, signal }: GraphQLContext,
  ): Promise<ImportMediaPayload> {
    const outcome = await this.importSource({ callerId: caller.id, source, signal });
    if (outcome.kind === 'resolved') return { asset: outcome.asset, userErrors: [] };
    const { code, message } = outcome;
    return { asset: null, userErrors: [{ code, message, path: ['input', 'source'] }] };
  }
}
