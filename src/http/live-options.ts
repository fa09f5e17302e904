import type { GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../graphql/context.js';
import type { ErrorEdge } from '../graphql/errors.js';
import type { PrepareOperation } from '../graphql/prepare-operation.js';
import type { DeliverySources } from './deliver-subscription.js';

/** What subscriptions need, whatever carries them. */
export type LiveOptions = {
  schema: GraphQLSchema;
  prepare: PrepareOperation;
  sources: DeliverySources;
  /** Made anew for each operation. */
  createContext: () => GraphQLContext;
  publicUrl: () => string;
  edge: ErrorEdge;
};
