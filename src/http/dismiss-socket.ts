import type { WebSocket } from 'ws';

/** How long a farewell may take to be read. */
const FAREWELL_MS = 500;

/** Closes a socket for good: whoever does not answer the farewell is cut off, and nothing it sends meanwhile is taken. */
export function dismissSocket(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, shortened(reason));
  const cut = setTimeout(() => socket.terminate(), FAREWELL_MS);
  socket.once('close', () => clearTimeout(cut));
}

/** A close frame carries at most 123 bytes of reason. */
function shortened(reason: string): string {
  return Buffer.from(reason).subarray(0, 123).toString('utf8');
}
