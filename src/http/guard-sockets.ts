import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { dismissSocket } from './dismiss-socket.js';

type SocketLimits = Record<
  'messageBytes' | 'fragments' | 'messagesPerSecond' | 'unreadBytes' | 'acknowledgeMs' | 'operations',
  number
>;

/** What a socket is held to, so that no single one can wear the server out. */
export const SOCKET_LIMITS: SocketLimits = {
  /** A prompt of 5,000 characters fits many times; files do not go this way. */
  messageBytes: 64 * 1024,
  fragments: 64,
  /** A page that mounts sends as many subscriptions at once; a flood of pings is more. */
  messagesPerSecond: 100,
  /** What a reader may leave unread, answers to its own pings included. */
  unreadBytes: 1024 * 1024,
  /** From the connection to its acknowledgement, however long the look-up of its key takes. */
  acknowledgeMs: 10_000,
  operations: 50,
};

const POLICY_VIOLATION = 1008;

/** Watches sockets from their connection on. */
export type SocketGuard = {
  watch(socket: WebSocket): void;
  /** Its caller is known: it may stay. */
  acknowledge(socket: WebSocket): void;
};

export function createSocketGuard({ messagesPerSecond, unreadBytes, acknowledgeMs } = SOCKET_LIMITS): SocketGuard {
  const deadlines = new WeakMap<WebSocket, NodeJS.Timeout>();

  return {
    watch(socket) {
      const dismiss = (): void =>
        dismissSocket(socket, CloseCode.ConnectionInitialisationTimeout, 'Nobody was made known in time.');
      const deadline = setTimeout(dismiss, acknowledgeMs).unref();
      deadlines.set(socket, deadline);
      socket.once('close', () => clearTimeout(deadline));
      let [second, messages] = [0, 0];
      socket.on('message', () => {
        const now = Math.floor(performance.now() / 1000);
        [second, messages] = now === second ? [second, messages + 1] : [now, 1];
        if (messages > messagesPerSecond) {
          dismissSocket(socket, POLICY_VIOLATION, `At most ${messagesPerSecond} messages a second are taken.`);
        }
        // It asks and does not read the answers: nothing more would reach it, a close frame neither.
        if (socket.bufferedAmount > unreadBytes) socket.terminate();
      });
    },
    acknowledge: (socket) => clearTimeout(deadlines.get(socket)),
  };
}
