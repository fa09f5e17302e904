import type { GraphQLSchema } from 'graphql';
import type { Origin } from '../callers/audit.js';
import type { Caller } from '../callers/caller.js';
import type { GraphQLContext } from '../graphql/context.js';
import type { ErrorEdge } from '../graphql/errors.js';
import type { PrepareOperation } from '../graphql/prepare-operation.js';
import type { Trail } from '../lib/trail.js';
import type { Admission } from './admit-request.js';
import type { HttpWatch } from './http-watch.js';
import type { DeliverySources } from './deliver-subscription.js';

/** What subscriptions need, whatever carries them. */
export type LiveOptions = {
  schema: GraphQLSchema;
  prepare: PrepareOperation;
  sources: DeliverySources;
  admission: Admission;
  /** Made anew for each operation. */
  createContext: (caller: Caller, trail: Trail, origin: Origin) => GraphQLContext;
  publicUrl: () => string;
  /** Origins, beside its own, whose pages may open sockets and streams. */
  allowedOrigins: readonly string[];
  edge: ErrorEdge;
  watch: HttpWatch;
};
