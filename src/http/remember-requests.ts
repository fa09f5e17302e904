import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLContext } from '../graphql/context.js';

/** Tells of errors which request they belong to: Apollo formats them without its context. */
export type RequestMemory = {
  plugin: ApolloServerPlugin<GraphQLContext>;
  /** Null for what was refused before there was an operation. */
  idOf(error: unknown): string | null;
};

export function rememberRequests(): RequestMemory {
  const ids = new WeakMap<object, string>();
  return {
    plugin: {
      requestDidStart: async ({ contextValue: { requestId } }) => ({
        didEncounterErrors: async ({ errors }) => errors.forEach((error) => ids.set(error, requestId)),
      }),
    },
    idOf: (error) => (typeof error === 'object' && error !== null ? (ids.get(error) ?? null) : null),
  };
}
