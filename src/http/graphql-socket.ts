import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, ExecutionResult, FormattedExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { GraphQLContext } from '../graphql/context.js';
import { maskError } from '../graphql/errors.js';
import type { PreparedOperation, PrepareOperation } from '../graphql/prepare-operation.js';
import type { Logger } from '../lib/logger.js';
import { deliverSubscription, type Delivery } from './deliver-subscription.js';
import { isOwnHost, isOwnOrigin } from './own-host.js';
import { sendFrame } from './send-frame.js';
import { sharePayloads } from './share-payloads.js';

const PATH = '/graphql';
const MAX_PAYLOAD_BYTES = 256 * 1024;

export type GraphqlSocketOptions = {
  schema: GraphQLSchema;
  prepare: PrepareOperation;
  createContext: () => GraphQLContext;
  publicUrl: () => string;
  logger: Logger;
};

/**
 * Serves GraphQL over WebSocket (protocol graphql-transport-ws) at /graphql. Disposing closes every socket with 1001,
 * on which clients come back by themselves.
 */
export function attachGraphqlSocket(server: Server, options: GraphqlSocketOptions): AsyncDisposable {
  const { schema, prepare, createContext, publicUrl, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false });
  const mask = (result: ExecutionResult): FormattedExecutionResult => maskResult(result, logger);
  const sources = { share: sharePayloads(), mask };
  const deliveries = new WeakMap<ExecutionArgs, Delivery>();
  const protocol = useServer(
    {
      // What it does not know it says to nobody: the reasons of its closes would carry messages of any error.
      isProd: true,
      onSubscribe: ({ extra }, id, { query, operationName, variables }) => {
        const prepared = prepare(query, operationName ?? null);
        if (isRefused(prepared)) return prepared;
        const contextValue = createContext();
        const args = { schema, document: prepared.document, operationName, variableValues: variables, contextValue };
        const key = shareKey(contextValue, query, operationName, prepared, variables);
        deliveries.set(args, { id, key, send: (frame) => sendFrame(extra.socket, frame) });
        return args;
      },
      subscribe: (args) => {
        const delivery = deliveries.get(args);
        if (delivery === undefined) throw new Error('A subscription was never prepared.');
        return deliverSubscription(sources, args, delivery);
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => maskError(error.toJSON(), error, logger)),
      onNext: (_context, _id, _payload, _args, { data = null, errors }) =>
        errors === undefined ? undefined : mask({ data, errors }),
    },
    sockets,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const [pathname] = (request.url ?? '').split('?');
    if (pathname !== PATH) return refuse(socket, '404 Not Found', `WebSockets are served at ${PATH}.`);
    const allowed = isOwnHost(request.headers, publicUrl()) && isOwnOrigin(request.headers, publicUrl());
    if (!allowed) return refuse(socket, '403 Forbidden', 'This page may not open a WebSocket here.');
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  };
  server.on('upgrade', upgrade);
  return {
    [Symbol.asyncDispose]: async () => {
      server.off('upgrade', upgrade);
      await protocol.dispose();
    },
  };
}

function isRefused(prepared: ReturnType<PrepareOperation>): prepared is readonly GraphQLError[] {
  return Array.isArray(prepared);
}

/** All that shapes what a subscription shows of an event: the caller's eyes, the document, and its variables. */
function shareKey(
  { caller }: GraphQLContext,
  query: string,
  operationName: SubscribePayload['operationName'],
  { positionVariable }: PreparedOperation,
  variables: SubscribePayload['variables'],
): string {
  const shaping = Object.entries(variables ?? {}).filter(([name]) => name !== positionVariable);
  return JSON.stringify([
    caller.id,
    operationName ?? null,
    query,
    shaping.toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
}

function maskResult({ data = null, errors }: ExecutionResult, logger: Logger): FormattedExecutionResult {
  if (errors === undefined) return { data };
  return { data, errors: errors.map((error) => maskError(error.toJSON(), error, logger)) };
}

function refuse(socket: Duplex, status: string, message: string): void {
  // Whoever hangs up on the refusal has had it: without a listener the error would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  );
}
