import { Arg, Authorized, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { work } from '../field-costs.js';
import type { Scope } from '../../callers/caller.js';
import type { CreateUploadOutcome, UploadRequest } from '../../media/create-media-upload.js';
import type { GraphQLContext } from '../context.js';
import { MediaUpload } from '../types/media-upload.js';
import { UserError } from '../types/user-error.js';

@InputType({ description: 'The file to upload.' })
export class CreateMediaUploadInput {
  @Field(() => String, { description: 'Its name, 1-255 characters.' })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Its media type, for example image/png; judged again by its content. An upload into a bucket takes no other.',
  })
  mimeType?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its size in bytes, to hear at once when it is too large. An upload into a bucket takes no other.',
  })
  bytes?: number | null;
}

@ObjectType({ description: 'What became of `createMediaUpload`.' })
export class CreateMediaUploadPayload {
  @Field(() => MediaUpload, { nullable: true, description: 'Where to send the file; null when there are user errors.' })
  upload!: MediaUpload | null;

  @Field(() => [UserError], { description: 'Why there is no upload; empty when there is one.' })
  userErrors!: UserError[];
}

/** The command behind the mutation. */
export type CreateUpload = (request: UploadRequest) => Promise<CreateUploadOutcome>;

@Resolver()
export class CreateMediaUpload {
  constructor(private readonly createUpload: CreateUpload) {}

  @Authorized<Scope>('media:write')
  @Mutation(() => CreateMediaUploadPayload, {
    complexity: work(10),
    description:
      'Promises to take a file. Send its bytes with one PUT within an hour, then use its asset id as an input. Where the gateway itself takes them, they may also come in pieces at the same address by the tus protocol, which goes on after a broken connection.',
  })
  async createMediaUpload(
    @Arg('input', () => CreateMediaUploadInput, { description: 'The file.' }) input: CreateMediaUploadInput,
    @Ctx() { caller }: GraphQLContext,
  ): Promise<CreateMediaUploadPayload> {
    const { fileName, mimeType = null, bytes = null } = input;
    const outcome = await this.createUpload({ callerId: caller.id, fileName, mimeType, bytes });
    if (outcome.kind === 'created') return { upload: outcome.upload, userErrors: [] };
    const { code, message } = outcome;
    return { upload: null, userErrors: [{ code, message, path: ['input'] }] };
  }
}
