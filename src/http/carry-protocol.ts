import type { IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../lib/logger.js';
import { readRequestId, readTraceparent } from '../lib/trail.js';
import type { AdmittedSocket } from './admit-socket.js';

/** How often each socket is asked whether its client is still there: below what proxies take for silence, mostly 60 s. */
const PING_MS = 30_000;

const FAILED = 'Internal server error';

/** What the protocol library carries with each connection. */
export type CarriedSocket = AdmittedSocket & Record<PropertyKey, unknown>;

/**
 * Puts the protocol on sockets. The library's own carrier writes whatever goes wrong to the console, past the log and
 * with what the client has sent.
 */
export function carryProtocol(sockets: WebSocketServer, protocol: Server<CarriedSocket>, logger: Logger): void {
  sockets.on('error', (error) => logger.error({ err: error }, 'sockets cannot be served'));
  sockets.on('connection', (socket, request) => carry(socket, request, protocol, logger));
}

function carry(socket: WebSocket, request: IncomingMessage, protocol: Server<CarriedSocket>, logger: Logger): void {
  const requestId = readRequestId(request.headers);
  const extra: CarriedSocket = { socket, request, requestId, traceparent: readTraceparent(request.headers) };
  const fail = (error: unknown): void => {
    logger.error({ err: error, requestId }, 'a message on a socket failed unexpectedly');
    socket.close(CloseCode.InternalServerError, FAILED);
  };
  // Frames that are none, messages that are too long, connections that break off: the socket closes by itself.
  socket.on('error', (error) => logger.info({ reason: error.message, requestId }, 'a socket broke off'));

  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (receive) =>
        socket.on(
          'message',
          (message) => void receive(Buffer.isBuffer(message) ? message.toString('utf8') : '').catch(fail),
        ),
    },
    extra,
  );
  const stopPings = ping(socket);
  socket.once('close', (code, reason) => {
    stopPings();
    closed(code, String(reason)).catch(fail);
  });
}

function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.send(text, (error) => (error == null ? resolve() : reject(error)));
  });
}

/** Pings until it is told to stop. */
function ping(socket: WebSocket): () => void {
  let isThere = true;
  socket.on('pong', () => (isThere = true));
  const pings = setInterval(() => {
    if (!isThere) return socket.terminate();
    if (socket.readyState !== socket.OPEN) return;
    isThere = false;
    socket.ping();
  }, PING_MS);
  return () => clearInterval(pings);
}
