import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLURL, GraphQLUUID } from 'graphql-scalars';

/** The well-known scalars, with descriptions of our own. */

export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment as ISO 8601 in UTC, for example 2026-11-21T09:30:00.000Z.',
});

export const URLScalar = new GraphQLScalarType({
  ...GraphQLURL.toConfig(),
  description: 'An absolute URL.',
});

export const UUIDScalar = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  description: 'A UUID such as 3d5b8f0a-6d0e-4c1b-9a57-0f6f2f4f7c11.',
});
