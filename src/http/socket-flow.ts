import type { WebSocket } from 'ws';

/** Sends the frames of one socket no faster than they are read. */
export type SocketFlow = {
  /** Sends a frame; null when the next one may follow at once, else resolves when it may, or when the socket is closed. */
  send(frame: string): Promise<void> | null;
};

/** How much may be sent, in characters, until the reader is asked how far it has come. */
const ASK_EVERY = 32 * 1024;
/** How much may be on its way to a reader, in characters: at 100 ms to it and back, 1.3 million a second. */
const WINDOW = 128 * 1024;
/** As long as fewer bytes wait in this process for a reader, its next frame need not wait until they are gone. */
const EASY_BYTES = 64 * 1024;

const flows = new WeakMap<WebSocket, SocketFlow>();

/** The one flow of a socket, however many operations it carries. */
export function flowOf(socket: WebSocket): SocketFlow {
  const flow = flows.get(socket) ?? openFlow(socket);
  flows.set(socket, flow);
  return flow;
}

/**
 * A reader that stops would not be noticed for long: the kernels of both sides take megabytes for it, all of which would
 * be made for nobody, while others wait. So pings that carry the amount sent so far follow the frames, and the pong that
 * brings it back, which every WebSocket gives after it has read all before (RFC 6455, 5.5.3), says how far the reader has
 * come. What it has not taken stays in the store, where its feed reads it when there is room again.
 */
function openFlow(socket: WebSocket): SocketFlow {
  let [sent, asked, read] = [0, 0, 0];
  let waiting: (() => void)[] = [];

  function goOn(): void {
    const resumed = waiting;
    waiting = [];
    for (const resume of resumed) resume();
  }

  socket.on('pong', (data) => {
    const amount = Number(data.toString('latin1'));
    if (!(amount > read && amount <= asked)) return;
    read = amount;
    goOn();
  });
  socket.once('close', goOn);

  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return null;
      sent += frame.length;
      const isFull = sent - read >= WINDOW;
      const sending = isFull || socket.bufferedAmount < EASY_BYTES ? send(socket, frame) : sendAndDrain(socket, frame);
      if (sent - asked >= ASK_EVERY) {
        asked = sent;
        socket.ping(String(asked));
      }
      return isFull ? new Promise((resolve) => waiting.push(resolve)) : sending;
    },
  };
}

function send(socket: WebSocket, frame: string): null {
  socket.send(frame);
  return null;
}

function sendAndDrain(socket: WebSocket, frame: string): Promise<void> {
  // A reader that leaves meanwhile takes nothing more: its socket's own end ends its subscriptions.
  return new Promise((resolve) => socket.send(frame, () => resolve()));
}
