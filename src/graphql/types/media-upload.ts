import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, URLScalar } from './scalars.js';

@ObjectType({ description: 'A header to send.' })
export class HttpHeader {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'Its value.' })
  value!: string;
}

@ObjectType({ description: 'A promise to take a file: send its bytes to `url`, then use `assetId` as an input.' })
export class MediaUpload {
  @Field(() => ID, { description: 'The id of the media asset that the upload becomes.' })
  assetId!: string;

  @Field(() => URLScalar, {
    description: 'Where the bytes go: this gateway, or its bucket. Whoever has it may upload, until it expires.',
  })
  url!: string;

  @Field(() => String, { description: 'The HTTP method, always PUT.' })
  method!: string;

  @Field(() => [HttpHeader], { description: 'Headers that the request needs.' })
  headers!: HttpHeader[];

  @Field(() => DateTimeScalar, { description: 'When the promise ends.' })
  expiresAt!: Date;
}
