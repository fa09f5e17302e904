import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { codeOf, maskError } from '../graphql/errors.js';
import { nameOperation } from '../graphql/name-operation.js';
import { readRequestId, requestIdWithin } from '../lib/trail.js';
import { admitSocket } from './admit-socket.js';
import { carryProtocol, type CarriedSocket } from './carry-protocol.js';
import { admitPrepared } from './admit-operation.js';
import { deliverSubscription, type Delivery, type RunningSubscription } from './deliver-subscription.js';
import { errorCode } from './error-code.js';
import { executeWatched } from './execute-watched.js';
import { createSocketGuard, SOCKET_LIMITS } from './guard-sockets.js';
import { shareKey } from './share-key.js';
import type { LiveOptions } from './live-options.js';
import { originOf } from './origin-of.js';
import { isOwnHost, isOwnOrigin } from './own-host.js';
import { flowOf } from './socket-flow.js';
import { withCost } from './with-cost.js';

const PATH = '/graphql';
/** How long the farewells of a server that leaves may take to be read. */
const FAREWELL_MS = 2_000;

/** An operation that was let through. `answer`: as its client gets it, if it is still there; null = there is none yet. */
type Running = {
  cost: number | null;
  requestId: string;
  end(code: string | null): void;
  answer: FormattedExecutionResult | null;
};

/**
 * Serves GraphQL over WebSocket (protocol graphql-transport-ws) at /graphql. Disposing closes every socket with 1001,
 * on which clients come back by themselves.
 */
export function attachGraphqlSocket(server: Server, options: LiveOptions): AsyncDisposable {
  const { schema, prepare, sources, createContext, publicUrl, edge, watch } = options;
  const guard = createSocketGuard();
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols,
    maxPayload: SOCKET_LIMITS.messageBytes,
    maxFragments: SOCKET_LIMITS.fragments,
    perMessageDeflate: false,
  });
  sockets.on('connection', guard.watch);
  sockets.on('connection', (socket) => socket.once('close', watch.socketOpened()));
  const deliveries = new WeakMap<ExecutionArgs, Delivery>();
  const running = new WeakMap<ExecutionArgs, Running>();
  const protocol = makeServer<Record<string, unknown>, CarriedSocket>({
    onConnect: async ({ connectionParams, extra }) => {
      const isAdmitted = await admitSocket(options.admission, connectionParams, extra, edge);
      if (isAdmitted) guard.acknowledge(extra.socket);
      return isAdmitted;
    },
    onClose: ({ extra }) => extra.release?.(),
    onSubscribe: async ({ extra, subscriptions }, id, { query, operationName, variables }) => {
      // It was told to go, and its farewell is on the way.
      if (extra.socket.readyState !== extra.socket.OPEN) return [goneError()];
      if (extra.caller === undefined) throw new Error('A socket subscribes that nobody admitted.');
      const requestId = requestIdWithin(extra.requestId, id);
      const watched = watch.beginOperation({ requestId, traceparent: extra.traceparent });
      const contextValue = createContext(extra.caller, watched.trail, originOf(extra.request));
      if (Object.keys(subscriptions).length > SOCKET_LIMITS.operations) {
        const error = tooManyOperations();
        contextValue.audit({ kind: 'denial', operation: null, code: codeOf(error) });
        watched.end(null, codeOf(error));
        return [error];
      }
      const sent = { query, operationName, variables };
      const prepared = await admitPrepared(options.admission.turns, contextValue, prepare(sent));
      if (prepared.kind !== 'prepared') {
        watched.end(null, codeOf(prepared.errors[0]));
        return prepared.errors;
      }
      const name = nameOperation(prepared.operation);
      // Its key may have ended while it waited for its turn.
      if (extra.socket.readyState !== extra.socket.OPEN) {
        const error = goneError();
        contextValue.audit({ kind: 'denial', operation: name.field, code: codeOf(error) });
        watched.end(name, codeOf(error));
        return [error];
      }
      watch.charged(prepared.cost);
      const end = (code: string | null): void => watched.end(name, code);
      const args = { schema, document: prepared.document, operationName, variableValues: variables, contextValue };
      const key = shareKey(contextValue, prepared, variables);
      const flow = flowOf(extra.socket);
      const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
      const send = (payload: string): Promise<void> | null => flow.send(`${head}${payload}}`);
      deliveries.set(args, { args, requestId, begun: () => end(null), key, send });
      running.set(args, { cost: prepared.cost, requestId, end, answer: null });
      return args;
    },
    execute: async (args) => {
      const operation = running.get(args);
      if (operation === undefined) throw new Error('An operation was never prepared.');
      const mask = (result: ExecutionResult): FormattedExecutionResult => sources.mask(result, operation.requestId);
      operation.answer = await executeWatched(args, mask, operation.end);
      return {};
    },
    subscribe: async (args) => {
      const delivery = deliveries.get(args);
      const operation = running.get(args);
      if (delivery === undefined || operation === undefined) throw new Error('A subscription was never prepared.');
      try {
        const subscription = await deliverSubscription(sources, delivery);
        if (subscription.kind === 'running') return runSilently(subscription);
        operation.answer = sources.mask(subscription.result, operation.requestId);
        operation.end(errorCode(operation.answer));
        return {};
      } finally {
        operation.end('INTERNAL_SERVER_ERROR');
      }
    },
    onError: ({ extra }, id, _payload, errors) =>
      errors.map((error) => maskError(error.toJSON(), error, edge, requestIdWithin(extra.requestId, id))),
    onNext: (_context, _id, _payload, args) => {
      const operation = running.get(args);
      if (operation === undefined || operation.answer === null) throw new Error('An operation has no answer.');
      return withCost(operation.answer, operation.cost);
    },
  });
  carryProtocol(sockets, protocol, edge.logger);

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const [pathname] = (request.url ?? '').split('?');
    if (pathname !== PATH) return refuse(socket, '404 Not Found', `WebSockets are served at ${PATH}.`);
    const allowed =
      isOwnHost(request.headers, publicUrl()) && isOwnOrigin(request.headers, publicUrl(), options.allowedOrigins);
    if (!allowed) {
      const visitor = { caller: null, origin: originOf(request), requestId: readRequestId(request.headers) };
      options.admission.audit(visitor, { kind: 'denial', operation: 'socket', code: 'FORBIDDEN_ORIGIN' });
      return refuse(socket, '403 Forbidden', 'This page may not open a WebSocket here.');
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  };
  server.on('upgrade', upgrade);
  return {
    [Symbol.asyncDispose]: async () => {
      server.off('upgrade', upgrade);
      // Whoever does not answer the farewell must not keep the whole server waiting.
      const cut = setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), FAREWELL_MS);
      await closeAll(sockets);
      clearTimeout(cut);
    },
  };
}

/**
 * A subscription that sends its events itself: only the frame's id differs between equal ones. The protocol library gets
 * an iterator that has no values and ends with the subscription.
 */
function runSilently(subscription: RunningSubscription): AsyncIterableIterator<never> {
  const end = { done: true, value: undefined } as const;
  const iterator: AsyncIterableIterator<never> = {
    next: () => subscription.done.then(() => end),
    return: () => subscription.stop().then(() => end),
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** Clients come back by themselves on 1001. */
async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'Going away');
  await new Promise((resolve) => sockets.close(resolve));
}

function goneError(): GraphQLError {
  return new GraphQLError('This socket is closed.', { extensions: { code: 'UNAUTHENTICATED' } });
}

function tooManyOperations(): GraphQLError {
  const message = `A socket carries at most ${SOCKET_LIMITS.operations} operations at a time. Complete some, or open another socket.`;
  return new GraphQLError(message, { extensions: { code: 'TOO_MANY_OPERATIONS' } });
}

function refuse(socket: Duplex, status: string, message: string): void {
  // Whoever hangs up on the refusal has had it: without a listener the error would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  );
}
