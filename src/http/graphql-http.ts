import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Caller } from '../callers/caller.js';
import type { Origin } from '../callers/audit.js';
import type { Turns } from '../callers/turns.js';
import type { GraphQLContext } from '../graphql/context.js';
import { maskError, type ErrorEdge } from '../graphql/errors.js';
import { MAX_ERRORS, MAX_TOKENS, operationRules } from '../graphql/operation-limits.js';
import type { Trail } from '../lib/trail.js';
import type { RequestAdmission } from './admit-request.js';
import {
  answerPlainJsonWith200,
  limitOperations,
  refuseSubscriptions,
  watchOperations,
  type HttpContext,
} from './apollo-plugins.js';
import type { HttpWatch } from './http-watch.js';
import { originOf } from './origin-of.js';
import { rememberRequests } from './remember-requests.js';
import { trailOf } from './trail-of.js';

/** Inline images may have 20 MB; base64 makes a third more of it. */
const BODY_LIMIT_BYTES = 30 * 1024 * 1024;

export type GraphqlHttpOptions = {
  schema: GraphQLSchema;
  /** Whether the schema may be asked about, and is told by suggestions. */
  introspection: boolean;
  admission: RequestAdmission;
  turns: Pick<Turns, 'take'>;
  createContext: (caller: Caller, trail: Trail, origin: Origin) => GraphQLContext;
  edge: ErrorEdge;
  watch: HttpWatch;
};

/** Serves GraphQL at /graphql: POST, and GET for queries. Returns the Apollo Server, to be stopped with the rest. */
export async function registerGraphqlHttp(
  fastify: FastifyInstance,
  { schema, introspection, admission, turns, createContext, edge, watch }: GraphqlHttpOptions,
): Promise<ApolloServer<HttpContext>> {
  const requests = rememberRequests();
  const apollo = new ApolloServer<HttpContext>({
    schema,
    plugins: [
      // It would look at every field of every answer, to say of each answer what is said of all of them below.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(fastify),
      requests.plugin,
      watchOperations(watch),
      answerPlainJsonWith200,
      refuseSubscriptions,
      limitOperations(schema, turns, watch),
    ],
    formatError: (formatted, error) => maskError(formatted, error, edge, requests.idOf(error)),
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: operationRules(introspection),
    validationOptions: { maxErrors: MAX_ERRORS },
    hideSchemaDetailsFromClientErrors: !introspection,
    csrfPrevention: true,
    // The rule among the others says it in the same words on every transport.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    logger: edge.logger,
  });
  const { onRequest, callerOf } = admission;
  await apollo.start();
  fastify.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS'],
    bodyLimit: BODY_LIMIT_BYTES,
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return onRequest(request, reply);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request, { raw }) => ({
        ...createContext(callerOf(request), trailOf(request), originOf(request.raw)),
        isCutOff: () => raw.destroyed,
      }),
    }),
  });
  return apollo;
}
