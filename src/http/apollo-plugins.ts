import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Turns } from '../callers/turns.js';
import type { GraphQLContext } from '../graphql/context.js';
import { codeOf, requestError } from '../graphql/errors.js';
import { nameOperation, type OperationName } from '../graphql/name-operation.js';
import { createCountCost, refuseCost } from '../graphql/operation-cost.js';
import { admitOperation } from './admit-operation.js';
import { errorCode } from './error-code.js';
import type { HttpWatch } from './http-watch.js';
import { withCost } from './with-cost.js';

/** `isCutOff`: whether the connection is gone, as is seen to once the key of its request ends. */
export type HttpContext = GraphQLContext & { isCutOff: () => boolean };

/** Apollo's codes for a document or variables that it refuses before anything is executed. */
const REFUSALS: ReadonlySet<unknown> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * GraphQL over HTTP: a client that takes only application/json expects 200 for every well-formed request, as it cannot
 * tell a GraphQL answer with another status from an answer of something in between. Apollo says 400 to all clients.
 */
export const answerPlainJsonWith200: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response: { body, http } }) => {
      const accepted = request.http?.headers.get('accept') ?? '';
      if (http.status !== 400 || accepted.includes('application/graphql-response+json') || body.kind !== 'single')
        return;
      const { errors = [] } = body.singleResult;
      if (errors.every(({ extensions }) => REFUSALS.has(extensions?.['code']))) http.status = 200;
    },
  }),
};

/** Apollo would run a subscription like a query, without its event. */
export const refuseSubscriptions: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const message =
        'Subscriptions are served over WebSocket (protocol graphql-transport-ws) at this same address, and as server-sent events at /graphql/stream.';
      throw new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
    },
  }),
};

/** Refuses what costs too much or comes too soon, and tells what everything else costs. */
export function limitOperations(
  schema: GraphQLSchema,
  turns: Pick<Turns, 'take'>,
  watch: Pick<HttpWatch, 'charged'>,
): ApolloServerPlugin<HttpContext> {
  const countCost = createCountCost(schema);
  return {
    requestDidStart: async () => {
      let cost: number | null = null;
      return {
        didResolveOperation: async ({ document, operation, contextValue, request: { operationName, variables } }) => {
          cost = countCost({ document, operationName, variables });
          const field = operation === undefined ? null : nameOperation(operation).field;
          const tooCostly = refuseCost(cost);
          const noTurn = await admitOperation(turns, contextValue, field, tooCostly === null ? cost : 0);
          if (noTurn !== null) throw withStatus(noTurn.errors[0], noTurn.status, noTurn.headers);
          // Its key may have ended while it waited for its turn.
          if (contextValue.isCutOff()) {
            contextValue.audit({ kind: 'denial', operation: field, code: 'UNAUTHENTICATED' });
            throw requestError('UNAUTHENTICATED', 'This request was cut off.');
          }
          if (tooCostly === null) return watch.charged(cost);
          contextValue.audit({ kind: 'denial', operation: field, code: codeOf(tooCostly) });
          throw withStatus(tooCostly, 400);
        },
        didEncounterErrors: async ({ operation, errors: [error], contextValue }) => {
          // A document that is refused has no operation yet. It takes its turn all the same.
          if (operation !== undefined || error === undefined) return;
          await turns.take(contextValue.caller, 0);
          contextValue.audit({ kind: 'denial', operation: null, code: codeOf(error) });
        },
        willSendResponse: async ({ response: { body } }) => {
          if (body.kind === 'single') body.singleResult = withCost(body.singleResult, cost);
        },
      };
    },
  };
}

/** Tells of every operation. What it makes belongs to it in traces, so its context says so before anything is executed. */
export function watchOperations(watch: HttpWatch): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: async ({ contextValue }) => {
      const { requestId, traceparent } = contextValue;
      const operation = watch.beginOperation({ requestId, traceparent });
      contextValue.traceparent = operation.trail.traceparent;
      let name: OperationName | null = null;
      return {
        didResolveOperation: async ({ operation: resolved }) => {
          if (resolved !== undefined) name = nameOperation(resolved);
        },
        willSendResponse: async ({ response: { body } }) =>
          operation.end(name, body.kind === 'single' ? errorCode(body.singleResult) : null),
      };
    },
  };
}

function withStatus({ message, extensions }: GraphQLError, status: number, headers = {}): GraphQLError {
  const http = { status, headers: new HeaderMap(Object.entries<string>(headers)) };
  return new GraphQLError(message, { extensions: { ...extensions, http } });
}
