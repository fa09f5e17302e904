import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { GraphQLContext } from '../graphql/context.js';
import { maskError } from '../graphql/errors.js';
import { limitDepth } from '../graphql/limit-depth.js';
import type { Logger } from '../lib/logger.js';
import { isOwnHost, isOwnOrigin } from './own-host.js';

const PATH = '/graphql';
const MAX_PAYLOAD_BYTES = 256 * 1024;

export type GraphqlSocketOptions = {
  schema: GraphQLSchema;
  createContext: () => GraphQLContext;
  publicUrl: () => string;
  logger: Logger;
};

/**
 * Serves GraphQL over WebSocket (protocol graphql-transport-ws) at /graphql. Disposing closes every socket with 1001,
 * on which clients come back by themselves.
 */
export function attachGraphqlSocket(server: Server, options: GraphqlSocketOptions): AsyncDisposable {
  const { schema, createContext, publicUrl, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false });
  const protocol = useServer(
    {
      // What it does not know it says to nobody: the reasons of its closes would carry messages of any error.
      isProd: true,
      context: createContext,
      onSubscribe: (_context, _id, payload) => prepare(schema, payload),
      onError: (_context, _id, _payload, errors) => errors.map((error) => mask(error, logger)),
      onNext: (_context, _id, _payload, _args, { data = null, errors }) =>
        errors === undefined ? undefined : { data, errors: errors.map((error) => mask(error, logger)) },
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

/** A document that cannot be read is the mistake of one operation: left to graphql-ws, it would close the whole socket. */
function prepare(schema: GraphQLSchema, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
  const { query, operationName, variables } = payload;
  try {
    const document = parse(query);
    const errors = validate(schema, document, [...specifiedRules, limitDepth]);
    return errors.length > 0 ? errors : { schema, document, operationName, variableValues: variables };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function mask(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  return maskError(error.toJSON(), error, logger);
}

function refuse(socket: Duplex, status: string, message: string): void {
  // Whoever hangs up on the refusal has had it: without a listener the error would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  );
}
