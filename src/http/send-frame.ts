import type { WebSocket } from 'ws';

/** As long as fewer bytes wait for a reader, its next frame need not wait until they are gone. */
const EASY_BYTES = 64 * 1024;

/**
 * Sends a frame; null when the next one may follow at once, else resolves when it may. What a slow reader has not taken
 * stays in the store, where its feed reads it when there is room again: here lies little more than `EASY_BYTES` for each
 * socket.
 */
export function sendFrame(socket: WebSocket, frame: string): Promise<void> | null {
  if (socket.readyState !== socket.OPEN) return null;
  if (socket.bufferedAmount < EASY_BYTES) {
    socket.send(frame);
    return null;
  }
  return new Promise((resolve, reject) => {
    socket.send(frame, (error) => (error == null ? resolve() : reject(error)));
  });
}
